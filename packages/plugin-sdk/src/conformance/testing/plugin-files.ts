import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A link, in the place of a file's content. */
export class Link {
  constructor(readonly target: string) {}
}

/** A plugin's files by name: text as it is, links, anything else as JSON. */
export type PluginFiles = Record<string, unknown>;

type Container = Record<string | number, unknown>;

function containerOf(files: PluginFiles, file: string, path: readonly (string | number)[]): Container {
  return path.reduce<Container>((json, part) => json[part] as Container, files[file] as Container);
}

/** Puts `value` in the place `path` of a JSON file; undefined takes away what stands there. */
export function edit(
  files: PluginFiles,
  file: string,
  path: readonly (string | number)[],
  value: unknown,
): void {
  const container = containerOf(files, file, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  if (value === undefined && Array.isArray(container)) container.splice(Number(last), 1);
  else if (value === undefined) delete container[last];
  else container[last] = value;
}

/** Puts `value` at the end of the list at `path`. */
export function append(
  files: PluginFiles,
  file: string,
  path: readonly (string | number)[],
  value: unknown,
): void {
  (containerOf(files, file, path) as unknown as unknown[]).push(value);
}

/** Runs `work` with the files in a folder of their own. */
export async function withPlugin<T>(files: PluginFiles, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true });
      if (content instanceof Link) await symlink(content.target, target);
      else await writeFile(target, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
