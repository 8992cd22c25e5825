import { Injectable } from '@nestjs/common';
import type { Plugin, PluginDetail, Role, SampleLoad } from '@terrace/client';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import { TypeOwnership } from '../catalog/type-ownership.service.js';
import { sampleLoadView } from '../sample/sample-load-view.js';
import { SampleRepository } from '../sample/sample.repository.js';
import type { PluginEntry } from './plugin-entry.js';
import { unknownPlugin } from './plugin-fault.js';
import { PluginModels } from './plugin-models.repository.js';
import { PluginRegistry } from './plugin-registry.service.js';
import { contributionsOf, permissionsOf, pluginView } from './plugin-view.js';
import { PluginRepository } from './plugin.repository.js';

/** What plugins are and bring, for lists and their pages. */
@Injectable()
export class PluginService {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly repository: PluginRepository,
    private readonly models: PluginModels,
    private readonly types: TypeOwnership,
    private readonly catalog: CatalogRepository,
    private readonly samples: SampleRepository,
  ) {}

  async list(): Promise<Plugin[]> {
    await this.registry.sync();
    const loads = await this.#sampleLoads();
    return this.registry.entries.map((entry) => this.#view(entry, loads));
  }

  /** @throws Fault `NOT_FOUND` */
  async summary(id: string): Promise<Plugin> {
    return this.#view(this.entry(id), await this.#sampleLoads());
  }

  /** What the page of a plugin shows to someone with `role`. @throws Fault `NOT_FOUND` */
  async get(id: string, role: Role): Promise<PluginDetail> {
    await this.registry.sync();
    const entry = this.entry(id);
    const manifest = entry.plugin?.manifest;
    const [summary, versions, models, data] = await Promise.all([
      this.summary(id),
      this.#versions(entry),
      this.models.madeFrom(id),
      this.data(id),
    ]);
    return {
      ...summary,
      host: manifest?.host ?? '',
      license: manifest?.license ?? '',
      author: manifest?.author ?? null,
      homepage: manifest?.homepage ?? null,
      keywords: manifest?.keywords ?? [],
      permissions: manifest === undefined ? null : permissionsOf(manifest),
      limits:
        manifest?.code === undefined
          ? null
          : { memoryMb: manifest.code.memoryMb, timeoutMs: manifest.code.timeoutMs },
      // Where things are on the server concerns whoever runs it.
      folder: entry.source === 'folder' && role === 'administrator' ? (entry.folder ?? null) : null,
      contributes: contributionsOf(entry),
      versions,
      models,
      data,
      faults: [...entry.faults],
    };
  }

  /** @throws Fault `NOT_FOUND` */
  entry(id: string): PluginEntry {
    const entry = this.registry.find(id);
    if (entry === undefined) throw unknownPlugin(id);
    return entry;
  }

  /** The records that the types of a plugin hold. */
  async data(id: string): Promise<PluginDetail['data']> {
    const { types } = await this.types.holdingOf(id);
    return Promise.all(
      types.map(async (type) => ({
        kind: type.kind,
        type: type.id,
        name: type.definition.name,
        recordCount: (await this.catalog.statistics(type)).count,
      })),
    );
  }

  async #versions({ id, row, version }: PluginEntry): Promise<PluginDetail['versions']> {
    if (row === undefined) return [];
    return (await this.repository.versions(id)).map((each) => ({
      version: each.version,
      installedAt: each.installedAt.toISOString(),
      isCurrent: each.version === version,
      signature: this.registry.signatureOf(each.source, each.fingerprint),
    }));
  }

  async #sampleLoads(): Promise<ReadonlyMap<string, SampleLoad>> {
    const loads = await this.samples.list();
    return new Map(loads.map((load) => [load.id, sampleLoadView(load)]));
  }

  #view(entry: PluginEntry, loads: ReadonlyMap<string, SampleLoad>): Plugin {
    return pluginView(entry, this.registry.signatureOf(entry.source, entry.fingerprint), loads);
  }
}
