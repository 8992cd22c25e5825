import type { Issue, KnownCode, RecordTypes } from '@terrace/model';
import { knownPlugin, knownTypes, readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginFolder } from '../repository.js';

/** The plugins of this checkout; `faults` has the issues of those that could not be read, by folder name. */
export interface Plugins {
  readonly plugins: readonly LoadedPlugin[];
  readonly faults: ReadonlyMap<string, readonly Issue[]>;
}

const noTypes: RecordTypes = { subjectTypes: [], eventTypes: [] };

/**
 * Reads every plugin below the plugin folder, in the order of their names.
 * @param more - folders of further plugins, which may build on the former
 */
export async function loadPlugins(more: readonly string[] = []): Promise<Plugins> {
  const root = pluginFolder();
  const names = (await readdir(root).catch(() => [])).sort();
  const folders = names
    .filter((name) => existsSync(join(root, name, 'plugin.json')))
    .map((name) => ({ name, folder: join(root, name) }));
  const plugins: LoadedPlugin[] = [];
  const faults = new Map<string, readonly Issue[]>();
  for (const { name, folder } of [...folders, ...more.map((each) => ({ name: each, folder: each }))]) {
    const result = await readPlugin(folder, { others: recordTypesOf({ plugins, faults }) });
    if (result.ok) plugins.push(result.plugin);
    else faults.set(name, result.issues);
  }
  return { plugins, faults };
}

/** The record types the plugins bring, with the fields that they add to each other's. */
export function recordTypesOf({ plugins }: Plugins): RecordTypes {
  return plugins.reduce((types, { manifest }) => knownTypes(manifest.contributes, types), noTypes);
}

/** The plugins as models that use code are checked against them. */
export function knownCodeOf({ plugins }: Plugins): KnownCode {
  return new Map(
    plugins.map(({ manifest, code }) => [manifest.id, knownPlugin(manifest, code, 'enabled', null)]),
  );
}
