import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { BundledPlugins } from './bundled-plugins.service.js';
import { LifecycleController } from './lifecycle.controller.js';
import { PluginController } from './plugin.controller.js';
import { PluginLoader } from './plugin-loader.service.js';
import { PluginModels } from './plugin-models.repository.js';
import { PluginReader } from './read/plugin-reader.service.js';
import { PluginRegistry } from './plugin-registry.service.js';
import { PluginRepository } from './plugin.repository.js';
import { PluginService } from './plugin.service.js';
import { SigningKeyRepository } from './signing/signing-key.repository.js';
import { TemplateService } from './template.service.js';

@Module({
  imports: [CatalogModule],
  controllers: [LifecycleController, PluginController],
  providers: [
    BundledPlugins,
    PluginLoader,
    PluginModels,
    PluginReader,
    PluginRegistry,
    PluginRepository,
    PluginService,
    SigningKeyRepository,
    TemplateService,
  ],
  exports: [PluginRegistry, TemplateService],
})
export class PluginModule {}
