import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The names of the folders below `root` that may hold a plugin, in order. */
export async function pluginFolders(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  const folders: string[] = [];
  for (const name of names.sort()) {
    const isFolder = await stat(join(root, name)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder && !name.startsWith('.') && name !== 'node_modules') folders.push(name);
  }
  return folders;
}
