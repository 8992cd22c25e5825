import { Module } from '@nestjs/common';
import { PackageCleanup } from './package-cleanup.js';
import { PackageRepository } from './package.repository.js';
import { PackageStore } from './package-store.service.js';

/** Packed plugins: in the database, and unpacked on this machine. */
@Module({
  providers: [PackageCleanup, PackageRepository, PackageStore],
  exports: [PackageRepository, PackageStore],
})
export class PackageModule {}
