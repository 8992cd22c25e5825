import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../usage-error.js';

/**
 * The folder of a plugin that a command names; the working folder unless given.
 * @returns its absolute path
 * @throws UsageError where there is no plugin
 */
export function pluginFolderOf(given: string | undefined): string {
  const folder = resolve(given ?? '.');
  const shown = given ?? folder;
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${shown}.`, `没有文件夹 ${shown}。`);
  if (!statSync(folder).isDirectory())
    throw new UsageError(
      `${shown} is a file; name the folder that has plugin.json in it.`,
      `${shown} 是文件，请指定包含 plugin.json 的文件夹。`,
    );
  if (!existsSync(join(folder, 'plugin.json')))
    throw new UsageError(
      `There is no plugin.json in ${shown}; "terrace plugin create" makes a plugin.`,
      `${shown} 中没有 plugin.json，可用“terrace plugin create”新建插件。`,
    );
  return folder;
}
