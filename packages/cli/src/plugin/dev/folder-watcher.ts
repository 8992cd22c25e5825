import { toolFolders } from '@terrace/plugin-sdk';
import { watch, type FSWatcher } from 'chokidar';
import { relative, sep } from 'node:path';

/** What is no part of a plugin, and changes often. */
const ignored: ReadonlySet<string> = new Set([...toolFolders, 'coverage']);
/** Editors write a file in several steps; this long after the last of them it is whole. */
const quietMs = 60;

/** What changed since the last time, and when the last of it did. */
export interface FolderChange {
  /** Names below the folder, with `/` between their parts. */
  readonly names: ReadonlySet<string>;
  readonly at: number;
}

/**
 * Watches a plugin's folder and tells of changes once they are over. chokidar rather than `fs.watch`: the latter misses files in folders
 * that are made later on Linux with Node 20, and tells of half-written and swapped files in its own way on each system.
 */
export class FolderWatcher {
  readonly #watcher: FSWatcher;
  #names = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, onChange: (change: FolderChange) => void) {
    this.#watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) =>
        relative(folder, path)
          .split(sep)
          .some((part) => ignored.has(part) || part.endsWith('~')),
    });
    this.#watcher.on('all', (_, path) => {
      this.#names.add(relative(folder, path).split(sep).join('/'));
      const at = Date.now();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const names = this.#names;
        this.#names = new Set();
        onChange({ names, at });
      }, quietMs);
    });
  }

  /** Resolves when it has seen everything that is there. */
  async ready(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#watcher.once('ready', () => resolve());
      this.#watcher.once('error', reject);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher.close();
  }
}
