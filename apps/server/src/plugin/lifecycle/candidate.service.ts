import { Injectable } from '@nestjs/common';
import type { PluginSource } from '@terrace/client';
import type { Issue } from '@terrace/model';
import type { LoadedPlugin } from '@terrace/plugin-sdk';
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { Fault } from '../../common/fault.js';
import { hostIssues, requirementIssues, trustIssues } from '../judge-plugins.js';
import { isInUse } from '../plugin-entry.js';
import type { PluginOrigin } from '../plugin.entity.js';
import { PluginLoader, type Loaded } from '../plugin-loader.service.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { sourceFaults } from '../package/package-fault.js';
import { PackageRepository } from '../package/package.repository.js';
import { PackageStore } from '../package/package-store.service.js';
import { RegistryPackages } from '../package/registry-package.service.js';
import { Staging } from '../package/staging.service.js';

/** A version that could be installed: its files are here and sound. */
export interface Candidate {
  readonly plugin: LoadedPlugin;
  readonly loaded: Loaded;
  readonly source: PluginOrigin;
  /** SHA-256 of its package; null for one in a folder. */
  readonly package: string | null;
  /** The absolute path of one that stays in a folder of the server. */
  readonly folder: string | null;
  readonly fingerprint: string | null;
}

/** Gets versions from where they are said to be. */
@Injectable()
export class Candidates {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly loader: PluginLoader,
    private readonly packages: PackageRepository,
    private readonly store: PackageStore,
    private readonly staging: Staging,
    private readonly registryPackages: RegistryPackages,
  ) {}

  /** @throws Fault when there is no sound plugin */
  async get(source: PluginSource): Promise<Candidate> {
    switch (source.kind) {
      case 'upload':
        return this.#uploaded(source.package);
      case 'folder':
        return this.#inFolder(source.path);
      case 'registry':
        return this.#inRegistry(source.name, source.version);
    }
  }

  /** What keeps a candidate from being used here, besides record types of others. */
  issuesOf({ plugin, source, fingerprint }: Pick<Candidate, 'plugin' | 'source' | 'fingerprint'>): Issue[] {
    const { id, host, requires } = plugin.manifest;
    const versions = this.registry.entries
      .filter((entry) => isInUse(entry) && entry.id !== id)
      .map((entry): [string, string] => [entry.id, entry.version]);
    return [
      ...hostIssues(host),
      ...trustIssues(source, fingerprint, this.registry.trust),
      ...requirementIssues(requires, new Map(versions)),
    ];
  }

  async #uploaded(sha256: string): Promise<Candidate> {
    const found = await this.packages.find(sha256);
    const folder = found === null ? undefined : await this.store.folderOf(sha256);
    if (found === null || folder === undefined) throw sourceFaults.unknownPackage(sha256);
    return this.#read(folder, {
      source: 'package',
      package: sha256,
      folder: null,
      fingerprint: found.fingerprint,
    });
  }

  async #inFolder(path: string): Promise<Candidate> {
    if (!isAbsolute(path) || path.includes('\0')) throw sourceFaults.notAbsolute(path);
    const folder = resolve(path);
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) throw sourceFaults.noFolder(folder);
    return this.#read(folder, { source: 'folder', package: null, folder, fingerprint: null });
  }

  async #inRegistry(name: string, version: string | undefined): Promise<Candidate> {
    const { sha256, folder, plugin, templates, fingerprint } = await this.registryPackages.fetch(
      name,
      version,
      (bytes) => this.staging.receive(bytes),
    );
    return {
      plugin,
      loaded: { folder, read: { ok: true, plugin, templates } },
      source: 'registry',
      package: sha256,
      folder: null,
      fingerprint,
    };
  }

  async #read(folder: string, rest: Omit<Candidate, 'plugin' | 'loaded'>): Promise<Candidate> {
    const read = await this.loader.read(folder);
    if (!read.ok) throw new Fault('INVALID_REQUEST', read.issues);
    return { plugin: read.plugin, loaded: { folder, read }, ...rest };
  }
}
