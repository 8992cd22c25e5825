import { Inject, Injectable, Logger } from '@nestjs/common';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogRepository } from '../catalog/catalog.repository.js';
import type { OwnedType } from '../catalog/plan-types.js';
import { CONFIG, type Config } from '../config/config.js';
import { PackageStore } from './package/package-store.service.js';
import type { PluginEntity } from './plugin.entity.js';
import { folderMissing, unexpected } from './plugin-fault.js';
import { readFolder, type ReadResult } from './read/read-folder.js';
import { PluginReader } from './read/plugin-reader.service.js';

/** A plugin's files as they were read, and where. */
export interface Loaded {
  readonly folder: string | undefined;
  readonly read: ReadResult;
}

/** Finds and reads the files of plugins. */
@Injectable()
export class PluginLoader {
  readonly #logger = new Logger(PluginLoader.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reader: PluginReader,
    private readonly catalog: CatalogRepository,
    private readonly store: PackageStore,
  ) {}

  /** Reads an installed plugin; never throws. */
  async load(row: PluginEntity): Promise<Loaded> {
    try {
      const loaded = await this.#read(row, await this.#folderOf(row));
      if (loaded.read.ok || row.package === null) return loaded;
      // It could be read when it was installed: its files may have been damaged since.
      return await this.#read(row, await this.store.renew(row.package));
    } catch (error) {
      this.#logger.error(error);
      return { folder: undefined, read: { ok: false, issues: [unexpected] } };
    }
  }

  /** Reads a folder of strangers. */
  async read(folder: string): Promise<ReadResult> {
    const outcome = await this.reader.run({ kind: 'read', folder, stored: await this.#storedTypes() });
    return outcome.ok ? outcome.value : outcome;
  }

  /** Reads a folder that came with the program: the same, without the thread that strangers get. */
  async readBundled(folder: string): Promise<ReadResult> {
    try {
      return await readFolder(folder, await this.#storedTypes());
    } catch (error) {
      this.#logger.error(error);
      return { ok: false, issues: [unexpected] };
    }
  }

  /** As much of the record types as the reading thread can be sent. */
  async #storedTypes(): Promise<OwnedType[]> {
    return (await this.catalog.list()).map(({ kind, id, owner, definition, fieldOwners }) => ({
      kind,
      id,
      owner,
      definition,
      fieldOwners,
    }));
  }

  async #read(row: PluginEntity, folder: string | undefined): Promise<Loaded> {
    if (folder === undefined) return { folder, read: { ok: false, issues: [unexpected] } };
    if (!(await isFolder(folder))) return { folder, read: { ok: false, issues: [folderMissing] } };
    return {
      folder,
      read: row.source === 'bundled' ? await this.readBundled(folder) : await this.read(folder),
    };
  }

  async #folderOf(row: PluginEntity): Promise<string | undefined> {
    switch (row.source) {
      case 'bundled':
        return row.bundledFolder === null ? undefined : join(this.config.pluginFolder, row.bundledFolder);
      case 'folder':
        return row.folder ?? undefined;
      case 'package':
      case 'registry':
        return row.package === null ? undefined : this.store.folderOf(row.package);
    }
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
