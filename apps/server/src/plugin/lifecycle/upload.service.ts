import { Injectable } from '@nestjs/common';
import type { StagedPackage } from '@terrace/client';
import { planTypes } from '../../catalog/plan-types.js';
import { CatalogRepository } from '../../catalog/catalog.repository.js';
import { Staging } from '../package/staging.service.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { countsOf, permissionsOf } from '../plugin-view.js';
import { Candidates } from './candidate.service.js';

/** Looks into packed plugins that are sent. */
@Injectable()
export class Uploads {
  constructor(
    private readonly staging: Staging,
    private readonly registry: PluginRegistry,
    private readonly candidates: Candidates,
    private readonly catalog: CatalogRepository,
  ) {}

  /** @throws Fault when it is no sound package */
  async receive(bytes: AsyncIterable<Uint8Array>): Promise<StagedPackage> {
    const { sha256, plugin, fingerprint, expiresAt } = await this.staging.receive(bytes);
    await this.registry.sync();
    const { manifest } = plugin;
    const installed = this.registry.find(manifest.id);
    const isInstalled = installed?.row !== undefined && installed.state !== 'available';
    const { issues } = planTypes(manifest.id, manifest.contributes, await this.catalog.list());
    return {
      package: sha256,
      expiresAt: expiresAt.toISOString(),
      manifest: {
        id: manifest.id,
        version: manifest.version,
        host: manifest.host,
        name: manifest.name,
        ...(manifest.description === undefined ? {} : { description: manifest.description }),
        license: manifest.license,
        author: manifest.author ?? null,
        hasCode: manifest.code !== undefined,
        permissions: permissionsOf(manifest),
        counts: countsOf(manifest.contributes),
      },
      signature: this.registry.signatureOf('package', fingerprint),
      issues: [...this.candidates.issuesOf({ plugin, source: 'package', fingerprint }), ...issues],
      installedVersion: isInstalled ? installed.version : null,
    };
  }
}
