import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { CatalogRepository } from './catalog.repository.js';
import { CatalogService } from './catalog.service.js';
import { TypeOwnership } from './type-ownership.service.js';

@Module({
  controllers: [CatalogController],
  providers: [CatalogRepository, CatalogService, TypeOwnership],
  exports: [CatalogRepository, CatalogService, TypeOwnership],
})
export class CatalogModule {}
