import { Module } from '@nestjs/common';
import { PackageRepository } from './package.repository.js';
import { PackageStore } from './package-store.service.js';

/** Packed plugins: in the database, and unpacked on this machine. */
@Module({
  providers: [PackageRepository, PackageStore],
  exports: [PackageRepository, PackageStore],
})
export class PackageModule {}
