import type { LoadedPlugin } from '@terrace/plugin-sdk';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherPlugins } from '../other-plugins.js';

/** Runs `work` with a folder of plugins that has `plugin` and those it requires, and nothing else. */
export async function withPluginFolder<T>(
  { manifest, folder }: LoadedPlugin,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'terrace-plugins-'));
  try {
    const others = await otherPlugins(folder);
    const required = others.filter((other) => Object.hasOwn(manifest.requires, other.manifest.id));
    const places: [string, string][] = [
      [manifest.id, folder],
      ...required.map((other): [string, string] => [other.manifest.id, other.folder]),
    ];
    for (const [id, place] of places) await symlink(place, join(root, id), 'junction');
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
