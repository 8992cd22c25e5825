import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toolFolders } from '../tool-folders.js';

/** A file or link below a plugin's folder. */
export interface PluginEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly size: number;
  readonly kind: 'file' | 'link' | 'other';
}

/** More files than this are no plugin; what is beyond is not looked at. */
const maxEntries = 5000;

/** The files below `folder`, in the order of their names, without the folders of tools. */
export async function entriesOf(folder: string): Promise<PluginEntry[]> {
  const entries: PluginEntry[] = [];
  const visit = async (below: string): Promise<void> => {
    const found = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
    for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entries.length >= maxEntries) return;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!toolFolders.has(entry.name)) await visit(name);
        continue;
      }
      const size = await lstat(join(folder, name)).then(
        (stats) => stats.size,
        () => 0,
      );
      entries.push({ name, size, kind: entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other' });
    }
  };
  await visit('');
  return entries;
}
