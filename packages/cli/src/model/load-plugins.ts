import type { Issue, RecordTypes } from '@terrace/model';
import { readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginFolder } from '../repository.js';

/** The plugins of this checkout; `faults` has the issues of those that could not be read, by folder name. */
export interface Plugins {
  readonly plugins: readonly LoadedPlugin[];
  readonly faults: ReadonlyMap<string, readonly Issue[]>;
}

/** Reads every plugin below the plugin folder, in the order of their names. */
export async function loadPlugins(): Promise<Plugins> {
  const folder = pluginFolder();
  const names = (await readdir(folder).catch(() => [])).sort();
  const plugins: LoadedPlugin[] = [];
  const faults = new Map<string, readonly Issue[]>();
  for (const name of names) {
    if (!existsSync(join(folder, name, 'plugin.json'))) continue;
    const result = await readPlugin(join(folder, name));
    if (result.ok) plugins.push(result.plugin);
    else faults.set(name, result.issues);
  }
  return { plugins, faults };
}

/** The record types the plugins bring. */
export function recordTypesOf({ plugins }: Plugins): RecordTypes {
  return {
    subjectTypes: plugins.flatMap(({ manifest }) => manifest.contributes.subjectTypes),
    eventTypes: plugins.flatMap(({ manifest }) => manifest.contributes.eventTypes),
  };
}
