import { Module } from '@nestjs/common';
import { CatalogModule } from '../../catalog/catalog.module.js';
import { PackageModule } from '../package/package.module.js';
import { PluginModule } from '../plugin.module.js';
import { SigningKeyController } from '../signing/signing-key.controller.js';
import { SigningKeyService } from '../signing/signing-key.service.js';
import { Candidates } from './candidate.service.js';
import { DataExport } from './data-export.service.js';
import { Inspections } from './inspection.service.js';
import { Installer } from './installer.service.js';
import { LifecycleController } from './lifecycle.controller.js';
import { RecordFileRepository } from './record-file.repository.js';
import { RegistryPackages } from '../package/registry-package.service.js';
import { Removals } from './removal.service.js';
import { RemovalRepository } from './removal.repository.js';
import { Staging } from '../package/staging.service.js';
import { Upgrades } from './upgrade.service.js';
import { Uploads } from './upload.service.js';

/** Installing, enabling, disabling, upgrading and removing plugins. */
@Module({
  imports: [CatalogModule, PackageModule, PluginModule],
  controllers: [LifecycleController, SigningKeyController],
  providers: [
    Candidates,
    DataExport,
    Inspections,
    Installer,
    RecordFileRepository,
    RegistryPackages,
    RemovalRepository,
    Removals,
    SigningKeyService,
    Staging,
    Upgrades,
    Uploads,
  ],
})
export class LifecycleModule {}
