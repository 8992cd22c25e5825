import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { LifecycleController } from './lifecycle.controller.js';
import { PluginController } from './plugin.controller.js';
import { PluginRegistry } from './plugin-registry.service.js';
import { PluginService } from './plugin.service.js';
import { TemplateService } from './template.service.js';

@Module({
  imports: [CatalogModule],
  controllers: [LifecycleController, PluginController],
  providers: [PluginRegistry, PluginService, TemplateService],
  exports: [PluginRegistry, TemplateService],
})
export class PluginModule {}
