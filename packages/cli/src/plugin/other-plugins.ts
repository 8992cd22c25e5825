import type { RecordTypes } from '@terrace/model';
import type { LoadedPlugin } from '@terrace/plugin-sdk';
import { resolve } from 'node:path';
import { loadPlugins, recordTypesOf } from '../model/load-plugins.js';
import { idIn } from './id-in.js';

/** The plugins that came with the program, without the one in `folder` and one of the same id. */
export async function otherPlugins(folder: string): Promise<readonly LoadedPlugin[]> {
  const id = await idIn(folder);
  const { plugins } = await loadPlugins();
  return plugins.filter((plugin) => resolve(plugin.folder) !== folder && plugin.manifest.id !== id);
}

/** The record types of the plugins beside the one in `folder`, which it may build on. */
export async function otherTypes(folder: string): Promise<RecordTypes> {
  return recordTypesOf({ plugins: await otherPlugins(folder), faults: new Map() });
}
