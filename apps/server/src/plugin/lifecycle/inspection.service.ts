import { Injectable } from '@nestjs/common';
import type { PluginCandidate, PluginSource } from '@terrace/client';
import { CatalogRepository } from '../../catalog/catalog.repository.js';
import { planTypes } from '../../catalog/plan-types.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { countsOf, permissionsOf } from '../plugin-view.js';
import { Candidates, type Candidate } from './candidate.service.js';

/** Looks into versions that could be installed. */
@Injectable()
export class Inspections {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly candidates: Candidates,
    private readonly catalog: CatalogRepository,
  ) {}

  /** @throws Fault when there is no sound plugin */
  async inspect(source: PluginSource): Promise<PluginCandidate> {
    return this.describe(await this.candidates.get(source));
  }

  /** What a version is and brings, and what stands against it here. */
  async describe(candidate: Pick<Candidate, 'plugin' | 'source' | 'fingerprint'>): Promise<PluginCandidate> {
    await this.registry.sync();
    const { plugin, source, fingerprint } = candidate;
    const { manifest } = plugin;
    const installed = this.registry.find(manifest.id);
    const isInstalled = installed?.row !== undefined && installed.state !== 'available';
    const { issues } = planTypes(manifest.id, manifest.contributes, await this.catalog.list());
    return {
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
        counts: countsOf(manifest.contributes, candidate.plugin.code),
      },
      signature: this.registry.signatureOf(source, fingerprint),
      issues: [...this.candidates.issuesOf(candidate), ...issues],
      installedVersion: isInstalled ? installed.version : null,
    };
  }
}
