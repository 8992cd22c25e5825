import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { BadRowRepository } from './bad-row.repository.js';
import { ImportController } from './import.controller.js';
import { ImportRepository } from './import.repository.js';
import { ImportRunner } from './import.runner.js';
import { ImportService } from './import.service.js';
import { UploadRepository } from './upload.repository.js';
import { UploadService } from './upload.service.js';

@Module({
  imports: [CatalogModule],
  controllers: [ImportController],
  providers: [
    UploadRepository,
    UploadService,
    ImportRepository,
    BadRowRepository,
    ImportService,
    ImportRunner,
  ],
})
export class ImportModule {}
