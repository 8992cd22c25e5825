import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Issue } from '@terrace/model';
import { basename, join } from 'node:path';
import type { LoadedPlugin } from '@terrace/plugin-sdk';
import { TypeOwnership } from '../catalog/type-ownership.service.js';
import { Fault } from '../common/fault.js';
import { CONFIG, type Config } from '../config/config.js';
import { hostIssues, requirementIssues } from './judge-plugins.js';
import type { PluginEntry } from './plugin-entry.js';
import { idInstalled, idTaken, unexpected, wordsOf } from './plugin-fault.js';
import { pluginFolders } from './plugin-folders.js';
import { PluginLoader, type Loaded } from './plugin-loader.service.js';
import { PluginRegistry } from './plugin-registry.service.js';
import type { PluginEntity } from './plugin.entity.js';
import { PluginRepository } from './plugin.repository.js';

/** A folder that was looked at: a plugin (new or not), or why it is none. */
type Looked =
  | { readonly kind: 'plugin'; readonly id: string; readonly loaded: Loaded }
  /** An installed plugin whose folder cannot be used as it is. */
  | { readonly kind: 'fault'; readonly id: string; readonly issues: readonly Issue[] }
  | { readonly kind: 'stray'; readonly entry: PluginEntry };

/**
 * Enables what stands in the plugin folder when it first appears, and takes over what changed in the folders since the last start. A
 * plugin that cannot be used is listed with its reason and hinders nothing.
 */
@Injectable()
export class BundledPlugins implements OnModuleInit {
  readonly #logger = new Logger(BundledPlugins.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PluginRepository,
    private readonly loader: PluginLoader,
    private readonly types: TypeOwnership,
    private readonly registry: PluginRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    const names = await pluginFolders(this.config.pluginFolder);
    const strays: PluginEntry[] = [];
    const faults = new Map<string, readonly Issue[]>();
    const read = new Map<string, Loaded>();
    // A plugin may build on one in a later folder: those with faults are tried again as long as others come to.
    let pending = names;
    for (let isLast = false; pending.length > 0 && !isLast;) {
      const failed: string[] = [];
      strays.length = 0;
      faults.clear();
      for (const name of pending) {
        const looked = await this.#look(name, names);
        if (looked === undefined) continue;
        if (looked.kind === 'plugin') {
          read.set(looked.id, looked.loaded);
          continue;
        }
        failed.push(name);
        if (looked.kind === 'stray') strays.push(looked.entry);
        else faults.set(looked.id, looked.issues);
      }
      isLast = failed.length === pending.length;
      pending = failed;
    }
    for (const row of await this.repository.list()) {
      if (row.state === 'available' && !names.includes(row.bundledFolder ?? ''))
        await this.repository.change((manager) => this.repository.remove(manager, row.id));
      if (row.source !== 'folder' || !isEnabled(row)) continue;
      const loaded = await this.loader.load(row);
      read.set(row.id, loaded);
      const issues = await this.#takeOver(row, loaded);
      if (issues.length > 0) faults.set(row.id, issues);
    }
    await this.registry.start(strays, faults, read, (entry) => this.#storeAgain(entry));
  }

  async #storeAgain({ source, row, folder = '' }: PluginEntry): Promise<readonly Issue[]> {
    if (row !== undefined && source === 'folder') return this.#takeOver(row, await this.loader.load(row));
    if (source !== 'bundled') return [];
    const looked = await this.#look(basename(folder), await pluginFolders(this.config.pluginFolder));
    if (looked?.kind === 'stray') return looked.entry.faults;
    return looked?.kind === 'fault' ? looked.issues : [];
  }

  /** @returns undefined when there is nothing to do with the folder */
  async #look(name: string, names: readonly string[]): Promise<Looked | undefined> {
    const rows = await this.repository.list();
    const own = rows.find(({ bundledFolder }) => bundledFolder === name);
    if (own !== undefined && (own.source !== 'bundled' || !isEnabled(own))) return undefined;
    const folder = join(this.config.pluginFolder, name);
    const read = await this.loader.readBundled(folder);
    // Without a usable file of its own, an installed one is judged by whoever reads it next.
    if (!read.ok) return own === undefined ? stray(name, folder, undefined, read.issues) : undefined;
    const { plugin } = read;
    const { id } = plugin.manifest;
    if (own !== undefined && own.id !== id) return undefined;
    const holder = rows.find((row) => row.id === id);
    const isMoved =
      holder !== undefined &&
      holder !== own &&
      holder.source === 'bundled' &&
      !names.includes(holder.bundledFolder ?? '');
    if (holder !== undefined && holder !== own && !isMoved) {
      const issue =
        holder.bundledFolder === null ? idInstalled(id, name) : idTaken(id, holder.bundledFolder, name);
      return stray(name, folder, plugin, [issue], name);
    }
    if (isMoved && !isEnabled(holder)) {
      await this.repository.change((manager) => this.repository.setBundledFolder(manager, id, name));
      return undefined;
    }
    const issues = await this.#store(plugin, name, own ?? holder, rows);
    if (issues.length === 0) return { kind: 'plugin', id, loaded: { folder, read } };
    return holder === undefined ? stray(name, folder, plugin, issues) : { kind: 'fault', id, issues };
  }

  /** Stores the record types of the plugin, and its version where that is new. @returns what stands against it */
  async #store(
    plugin: LoadedPlugin,
    bundledFolder: string,
    row: PluginEntity | undefined,
    rows: readonly PluginEntity[],
  ): Promise<readonly Issue[]> {
    const { id, version, host, requires, contributes } = plugin.manifest;
    // An installed one is told by the registry itself that it does not fit.
    const versions = new Map(rows.filter(isEnabled).map((each) => [each.id, each.version]));
    const issues = row === undefined ? [...hostIssues(host), ...requirementIssues(requires, versions)] : [];
    if (issues.length > 0) return issues;
    return this.#tryStoring(async (manager) => {
      const stored = await this.repository.find(id, manager);
      // Another process that starts at the same time may have been quicker, or an administrator.
      if (stored !== null && (stored.source !== 'bundled' || !isEnabled(stored))) return;
      await this.types.ensure(manager, id, contributes);
      if (stored?.version === version && stored.bundledFolder === bundledFolder) return;
      await this.repository.install(manager, {
        id,
        version,
        source: 'bundled',
        folder: null,
        package: null,
        bundledFolder,
        fingerprint: null,
      });
    });
  }

  /** Stores what changed in a folder that was installed by its path. */
  async #takeOver(row: PluginEntity, { read }: Loaded): Promise<readonly Issue[]> {
    if (!read.ok || read.plugin.manifest.id !== row.id) return [];
    const { version, contributes } = read.plugin.manifest;
    return this.#tryStoring(async (manager) => {
      await this.types.ensure(manager, row.id, contributes);
      if (version !== row.version)
        await this.repository.install(manager, { ...row, version, fingerprint: null });
    });
  }

  async #tryStoring(work: Parameters<PluginRepository['change']>[0]): Promise<readonly Issue[]> {
    try {
      await this.repository.change(work);
      return [];
    } catch (error) {
      if (error instanceof Fault) return error.issues;
      this.#logger.error(error);
      return [unexpected];
    }
  }
}

const isEnabled = ({ state }: PluginEntity): boolean => state === 'enabled' || state === 'quarantined';

function stray(
  name: string,
  folder: string,
  plugin: LoadedPlugin | undefined,
  faults: readonly Issue[],
  id = plugin?.manifest.id ?? name,
): Looked {
  const entry: PluginEntry = {
    id,
    version: plugin?.manifest.version ?? '',
    source: 'bundled',
    state: 'faulty',
    plugin,
    templates: {},
    faults,
    problem: wordsOf(faults),
    fingerprint: null,
    row: undefined,
    folder,
  };
  return { kind: 'stray', entry };
}
