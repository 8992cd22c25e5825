import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { BundledPlugins } from './bundled-plugins.service.js';
import { ContributionController } from './contribution.controller.js';
import { ContributionService } from './contribution.service.js';
import { PackageModule } from './package/package.module.js';
import { PluginController } from './plugin.controller.js';
import { PluginLoader } from './plugin-loader.service.js';
import { PluginModels } from './plugin-models.repository.js';
import { PluginPurge } from './plugin-purge.service.js';
import { PluginReader } from './read/plugin-reader.service.js';
import { PluginRegistry } from './plugin-registry.service.js';
import { PluginRepository } from './plugin.repository.js';
import { PluginService } from './plugin.service.js';
import { SampleRepository } from '../sample/sample.repository.js';
import { SigningKeyRepository } from './signing/signing-key.repository.js';
import { TemplateService } from './template.service.js';

/** Which plugins there are, and what they bring. */
@Module({
  imports: [CatalogModule, PackageModule],
  controllers: [ContributionController, PluginController],
  providers: [
    BundledPlugins,
    ContributionService,
    PluginLoader,
    PluginModels,
    PluginPurge,
    PluginReader,
    PluginRegistry,
    PluginRepository,
    PluginService,
    SampleRepository,
    SigningKeyRepository,
    TemplateService,
  ],
  exports: [
    PluginLoader,
    PluginModels,
    PluginPurge,
    PluginReader,
    PluginRegistry,
    PluginRepository,
    PluginService,
    SampleRepository,
    SigningKeyRepository,
    TemplateService,
  ],
})
export class PluginModule {}
