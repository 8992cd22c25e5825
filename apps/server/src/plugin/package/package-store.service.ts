import { Inject, Injectable } from '@nestjs/common';
import { unpackPackage, type UnpackResult } from '@terrace/plugin-sdk';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../config/config.js';
import { PackageRepository } from './package.repository.js';
import { syncFolder } from './sync-folder.js';

/** Before its name, a folder that is being written. */
const temporary = '.new-';
/** How old a folder must be to be taken for left over, in milliseconds: another process may share them. */
const LEFT_OVER_MS = 60 * 60 * 1000;

/** The files of packages on this machine, in a folder each, named by the SHA-256 of the package. */
@Injectable()
export class PackageStore {
  readonly #unpacking = new Map<string, Promise<string | undefined>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PackageRepository,
  ) {}

  /** The folder of a stored package, unpacked at need. @returns undefined when the package is not stored any more */
  async folderOf(sha256: string): Promise<string | undefined> {
    const folder = join(this.config.packageFolder, sha256);
    if (await exists(folder)) return folder;
    const known = this.#unpacking.get(sha256);
    if (known !== undefined) return known;
    const unpacking = this.#unpack(sha256).finally(() => this.#unpacking.delete(sha256));
    this.#unpacking.set(sha256, unpacking);
    return unpacking;
  }

  /** Unpacks a stored package anew, in the place of files that somebody damaged. */
  async renew(sha256: string): Promise<string | undefined> {
    await this.discard(join(this.config.packageFolder, sha256));
    return this.folderOf(sha256);
  }

  /** Unpacks what comes in into a folder of its own; whoever asked ends with `adopt` or `discard`. */
  async receive(bytes: AsyncIterable<Uint8Array>): Promise<{ result: UnpackResult; folder: string }> {
    const folder = await this.#newFolder();
    return { result: await unpackPackage(bytes, folder), folder };
  }

  /** Makes a received folder that of the package. @returns where it is now */
  async adopt(folder: string, sha256: string): Promise<string> {
    const target = join(this.config.packageFolder, sha256);
    await syncFolder(folder);
    try {
      await rename(folder, target);
    } catch (error) {
      // The same package was unpacked before, perhaps by another process at this moment.
      if (!(await exists(target))) throw error;
      await this.discard(folder);
    }
    return target;
  }

  async discard(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Removes what was left by processes that ended in the middle, and packages that are stored no more. */
  async cleanUp(): Promise<void> {
    const stored = new Set(await this.repository.list());
    for (const name of await readdir(this.config.packageFolder).catch(() => [])) {
      if (stored.has(name)) continue;
      const folder = join(this.config.packageFolder, name);
      const age = await stat(folder).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > LEFT_OVER_MS) await this.discard(folder);
    }
  }

  async #unpack(sha256: string): Promise<string | undefined> {
    const bytes = await this.repository.bytes(sha256);
    if (bytes === undefined) return undefined;
    const folder = await this.#newFolder();
    const result = await unpackPackage([bytes], folder);
    // Only what was unpacked once is stored.
    if (!result.ok) throw new Error(`The stored package ${sha256} cannot be unpacked.`);
    return this.adopt(folder, sha256);
  }

  async #newFolder(): Promise<string> {
    await mkdir(this.config.packageFolder, { recursive: true });
    return join(this.config.packageFolder, `${temporary}${randomBytes(8).toString('hex')}`);
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
