import { Injectable, Logger } from '@nestjs/common';
import type { AffectedModel, PluginSource } from '@terrace/client';
import type { Issue } from '@terrace/model';
import type { EntityManager } from 'typeorm';
import { basename } from 'node:path';
import { TypeOwnership } from '../../catalog/type-ownership.service.js';
import { Fault } from '../../common/fault.js';
import { PackageRepository } from '../package/package.repository.js';
import { sourceFaults } from '../package/package-fault.js';
import type { PluginEntry } from '../plugin-entry.js';
import type { PluginEntity } from '../plugin.entity.js';
import { idChanged, unknownPlugin } from '../plugin-fault.js';
import { PluginLoader, type Loaded } from '../plugin-loader.service.js';
import { PluginModels } from '../plugin-models.repository.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { PluginRepository } from '../plugin.repository.js';
import { Candidates, type Candidate } from './candidate.service.js';
import { lifecycleFaults } from './lifecycle-fault.js';

/** Installs, enables and disables plugins while everything runs. Each change is one transaction: it happens as a whole or not at all. */
@Injectable()
export class Installer {
  readonly #logger = new Logger(Installer.name);

  constructor(
    private readonly registry: PluginRegistry,
    private readonly repository: PluginRepository,
    private readonly packages: PackageRepository,
    private readonly candidates: Candidates,
    private readonly loader: PluginLoader,
    private readonly types: TypeOwnership,
    private readonly models: PluginModels,
  ) {}

  /** Installs a plugin and enables it. @returns its id @throws Fault with everything that stands against it */
  async install(source: PluginSource): Promise<string> {
    await this.registry.sync();
    const candidate = await this.candidates.get(source);
    const { id } = candidate.plugin.manifest;
    this.#requireUsable(candidate);
    await this.repository.change(async (manager) => {
      const stored = await this.repository.find(id, manager);
      if (stored !== null && stored.state !== 'available')
        throw lifecycleFaults.installed(id, stored.version);
      await this.store(manager, candidate, stored);
    });
    this.#logger.log(`Plugin "${id}" ${candidate.plugin.manifest.version} is installed.`);
    await this.registry.refresh(new Map([[id, candidate.loaded]]));
    return id;
  }

  /** Makes the candidate the present version, with its record types, in the transaction of `manager`. */
  async store(manager: EntityManager, candidate: Candidate, stored: PluginEntity | null): Promise<void> {
    const { id, version, contributes } = candidate.plugin.manifest;
    await this.types.ensure(manager, id, contributes);
    if (candidate.package === null) await this.packages.remove(manager, id);
    else if (!(await this.packages.keep(manager, id, candidate.package)))
      throw sourceFaults.unknownPackage(candidate.package);
    const { source, folder, fingerprint } = candidate;
    await this.repository.install(manager, {
      id,
      version,
      source,
      folder,
      package: candidate.package,
      bundledFolder: stored?.bundledFolder ?? null,
      fingerprint,
    });
  }

  /**
   * Enables a plugin that is disabled, quarantined, removed, or faulty and mended.
   * @returns its id, which is another one for a folder that becomes a plugin
   * @throws Fault with everything that stands against it
   */
  async enable(id: string): Promise<string> {
    await this.registry.sync();
    const entry = this.#entry(id);
    if (entry.state === 'enabled') return id;
    if (entry.row === undefined) return this.#enableFolder(entry);
    const { row } = entry;
    const loaded = await this.loader.load(row);
    const candidate = this.#candidateOf(row, loaded, entry.fingerprint);
    this.#requireUsable(candidate);
    await this.repository.change(async (manager) => {
      const stored = await this.repository.find(id, manager);
      if (stored === null) throw unknownPlugin(id);
      if (stored.revision !== row.revision) throw lifecycleFaults.changedMeanwhile(id);
      const { version, contributes } = candidate.plugin.manifest;
      if (version !== stored.version) return this.store(manager, candidate, stored);
      // The files of the same version may have been mended.
      await this.types.ensure(manager, id, contributes);
      await this.repository.setState(manager, id, 'enabled');
    });
    await this.registry.refresh(new Map([[id, loaded]]));
    return id;
  }

  /** Disables a plugin; its records and models stay. @returns what that does to models */
  async disable(id: string): Promise<AffectedModel[]> {
    const models = await this.affectedModels(id);
    await this.repository.change(async (manager) => {
      // What the other plugins are is settled only now.
      await this.registry.sync();
      const issues = this.requiringIssues(id);
      if (issues.length > 0) throw new Fault('CONFLICT', issues);
      const stored = await this.repository.find(id, manager);
      if (stored === null) throw lifecycleFaults.notInstalled(id);
      if (stored.state === 'enabled' || stored.state === 'quarantined')
        await this.repository.setState(manager, id, 'disabled');
    });
    await this.registry.refresh();
    return models;
  }

  /** Reads the folder of a plugin anew. @returns its id @throws Fault with its faults; then the version in use stays in use */
  async reload(id: string): Promise<string> {
    await this.registry.sync();
    const entry = this.#entry(id);
    const { row } = entry;
    if (row === undefined) return this.#enableFolder(entry);
    if (row.source !== 'folder' && row.source !== 'bundled') throw lifecycleFaults.notInFolder(id);
    const loaded = await this.loader.load(row);
    const candidate = this.#candidateOf(row, loaded, null);
    if (row.state === 'enabled' || row.state === 'quarantined') this.#requireUsable(candidate);
    await this.repository.change(async (manager) => {
      const stored = await this.repository.find(id, manager);
      if (stored === null) throw unknownPlugin(id);
      if (stored.state === 'enabled' || stored.state === 'quarantined')
        await this.store(manager, candidate, stored);
      else await this.repository.setState(manager, id, stored.state);
    });
    await this.registry.refresh(new Map([[id, loaded]]));
    return id;
  }

  /** The models that have to do with a plugin, and whether they go on without it. @throws Fault `NOT_FOUND` */
  async affectedModels(id: string): Promise<AffectedModel[]> {
    await this.registry.sync();
    this.#entry(id);
    const [using, made] = await Promise.all([this.models.usingCode(id), this.models.madeFrom(id)]);
    return [
      ...using.map(({ uses, ...model }) => ({ ...model, effect: 'stops' as const, uses: [...uses] })),
      ...made
        .filter(({ id: model }) => !using.some((each) => each.id === model))
        .map(({ id: model, name }) => ({ id: model, name, effect: 'continues' as const, uses: [] })),
    ];
  }

  /** Whether plugins in use need this one; as of the last look at them. */
  requiringIssues(id: string): readonly Issue[] {
    const names = this.registry.enabled
      .filter(({ manifest }) => manifest.id !== id && Object.hasOwn(manifest.requires, id))
      .map(({ manifest }) => manifest.id);
    return names.length === 0 ? [] : lifecycleFaults.requiredBy(id, names).issues;
  }

  /** Makes a folder of the program a plugin that could not become one so far. */
  async #enableFolder({ folder = '' }: PluginEntry): Promise<string> {
    const read = await this.loader.readBundled(folder);
    if (!read.ok) throw new Fault('CONFLICT', read.issues);
    const { manifest } = read.plugin;
    const holder = this.registry.find(manifest.id);
    if (holder?.row !== undefined) throw lifecycleFaults.installed(manifest.id, holder.version);
    const loaded = { folder, read };
    const candidate: Candidate = {
      plugin: read.plugin,
      loaded,
      source: 'bundled',
      package: null,
      folder: null,
      fingerprint: null,
    };
    this.#requireUsable(candidate);
    await this.repository.change(async (manager) => {
      const stored = await this.repository.find(manifest.id, manager);
      if (stored !== null) throw lifecycleFaults.installed(manifest.id, stored.version);
      await this.store(manager, candidate, null);
      await this.repository.setBundledFolder(manager, manifest.id, basename(folder));
    });
    await this.registry.refresh(new Map([[manifest.id, loaded]]));
    return manifest.id;
  }

  #candidateOf(row: PluginEntity, loaded: Loaded, fingerprint: string | null): Candidate {
    const { read } = loaded;
    if (!read.ok) throw new Fault('CONFLICT', read.issues);
    const { plugin } = read;
    if (plugin.manifest.id !== row.id) throw new Fault('CONFLICT', [idChanged(row.id, plugin.manifest.id)]);
    const { source, folder } = row;
    return { plugin, loaded, source, folder, package: row.package, fingerprint };
  }

  #requireUsable(candidate: Candidate): void {
    const issues = this.candidates.issuesOf(candidate);
    if (issues.length > 0) throw new Fault('CONFLICT', issues);
  }

  #entry(id: string): PluginEntry {
    const entry = this.registry.find(id);
    if (entry === undefined) throw unknownPlugin(id);
    return entry;
  }
}
