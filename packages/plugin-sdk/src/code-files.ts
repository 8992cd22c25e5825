import { posix } from 'node:path';
import type { CodeSettings } from './code-settings.js';

type Places = Pick<CodeSettings, 'source' | 'entry'>;

/** The folder of a file with a `/` behind it; empty for the plugin's own folder. */
function folderOf(file: string): string {
  const folder = posix.dirname(file);
  return folder === '.' ? '' : `${folder}/`;
}

const script = /\.[cm]?[jt]sx?$/;
const test = /\.(spec|test|test-d)\.[cm]?[jt]sx?$/;

/** The file of declarations that belongs to a built module: `dist/code.json` to `dist/index.js`. @since 0.1.0 */
export function declarationsFile(entry: string): string {
  return `${folderOf(entry)}code.json`;
}

/**
 * Whether the build of a plugin's code writes `name`: everything beside the built module, or that and its declarations where it lies
 * among other files of the plugin.
 * @param name - below the plugin's folder, with `/` between its parts
 * @since 0.1.0
 */
export function isBuiltFile(name: string, { source, entry }: Places): boolean {
  if (name === entry || name === declarationsFile(entry)) return true;
  const folder = folderOf(entry);
  return folder !== '' && !source.startsWith(folder) && name.startsWith(folder);
}

/**
 * Whether `name` is part of the source of a plugin's code: what lies below the folder of the source without tests; scripts alone where
 * that is the plugin's own folder, in which everything lies.
 * @param name - below the plugin's folder, with `/` between its parts
 * @since 0.1.0
 */
export function isSourceFile(name: string, places: Places): boolean {
  const folder = folderOf(places.source);
  if (!name.startsWith(folder) || test.test(name) || isBuiltFile(name, places)) return false;
  return folder !== '' || script.test(name);
}

/** Whether `name` is code, by its extension. */
export function isScript(name: string): boolean {
  return script.test(name);
}
