import type { Client, PluginSource, StagedPackage } from '@terrace/client';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { UsageError } from '../../usage-error.js';
import { idIn } from '../id-in.js';

/** What is installed: where from, its id as far as it is known, and what the server made of a packed file. */
export interface ChosenSource {
  readonly source: PluginSource;
  readonly id: string | null;
  readonly staged: StagedPackage | null;
}

const packageName = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:@([^@/]+))?$/;

/** The id that packages are called by custom: terrace-plugin-hotel is hotel. */
function idOfPackage(name: string): string | null {
  const match = /(?:^|\/)terrace-plugin-([a-z0-9-]+)$/.exec(name);
  return match?.[1]?.replaceAll('-', '_') ?? null;
}

/**
 * What `given` names: a packed file, which is sent to the server; a folder, which the server reads on its own machine; else a package of
 * the registry.
 * @throws UsageError
 */
export async function sourceOf(
  client: Client,
  given: string | undefined,
  signal: AbortSignal,
): Promise<ChosenSource> {
  if (given === undefined)
    throw new UsageError(
      'Say what to install: a packed file, a folder of the server, or the name of a package.',
      '请指明要安装的内容：插件包文件、服务器上的文件夹，或软件包名称。',
    );
  if (existsSync(given)) {
    if (statSync(given).isDirectory())
      return { source: { kind: 'folder', path: resolve(given) }, id: await idIn(given), staged: null };
    const stream = Readable.toWeb(createReadStream(given)) as NonNullable<RequestInit['body']>;
    const staged = await client.call('uploadPluginPackage', { stream, signal });
    return { source: { kind: 'upload', package: staged.package }, id: staged.manifest.id, staged };
  }
  const [, name, version] = packageName.exec(given) ?? [];
  if (name === undefined || /\.(tgz|tar\.gz)$/.test(given) || given.includes('\\'))
    throw new UsageError(`There is no file or folder ${given}.`, `没有文件或文件夹 ${given}。`);
  const source: PluginSource = { kind: 'registry', name, ...(version === undefined ? {} : { version }) };
  return { source, id: idOfPackage(name), staged: null };
}
