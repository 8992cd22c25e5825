import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { PluginCodeModule } from '../plugin-code/plugin-code.module.js';
import { PluginModule } from '../plugin/plugin.module.js';
import { DocumentService } from './document.service.js';
import { ModelController } from './model.controller.js';
import { ModelRepository } from './model.repository.js';
import { ModelService } from './model.service.js';

@Module({
  imports: [CatalogModule, PluginCodeModule, PluginModule],
  controllers: [ModelController],
  providers: [DocumentService, ModelRepository, ModelService],
  exports: [DocumentService, ModelRepository, ModelService],
})
export class ModelModule {}
