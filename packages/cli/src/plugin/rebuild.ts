import { codeSettingsSchema, declarationsFile, toolFolders } from '@terrace/plugin-sdk';
import type { Rebuilt } from '@terrace/plugin-sdk/conformance';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Left out of a copy that is built: what is built anew, and what no source is in. */
const leftOut: ReadonlySet<string> = new Set([...toolFolders, 'dist']);

/** Builds the code of the plugin in `folder` from a copy, so that nothing of it changes. */
export async function rebuild(folder: string): Promise<Rebuilt> {
  const root = await mkdtemp(join(tmpdir(), 'terrace-build-'));
  try {
    const copy = join(root, basename(folder));
    await cp(folder, copy, {
      recursive: true,
      filter: (path) => path === folder || !leftOut.has(basename(path)),
    });
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) await symlink(modules, join(copy, 'node_modules'));
    const { buildPluginCode } = await import('@terrace/plugin-runtime');
    const result = await buildPluginCode(copy);
    if (!result.ok) return { ok: false, issues: result.faults.map(({ message }) => message) };
    const manifest = JSON.parse(await readFile(join(copy, 'plugin.json'), 'utf8')) as { code: unknown };
    const { entry } = codeSettingsSchema.parse(manifest.code);
    const [module, declarations] = await Promise.all(
      [entry, declarationsFile(entry)].map((name) => readFile(join(copy, name), 'utf8')),
    );
    return { ok: true, module: module ?? '', declarations: declarations ?? '' };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
