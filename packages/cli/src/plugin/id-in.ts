import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The id in the manifest of the plugin in `folder`, whatever else is wrong with it.
 * @returns null where there is none; what is wrong with the file is told by whoever reads it in earnest
 */
export async function idIn(folder: string): Promise<string | null> {
  try {
    const json = JSON.parse(await readFile(join(folder, 'plugin.json'), 'utf8')) as { id?: unknown } | null;
    return typeof json?.id === 'string' ? json.id : null;
  } catch {
    return null;
  }
}
