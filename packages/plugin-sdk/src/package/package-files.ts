import type { Issue } from '@terrace/model';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../manifest.js';
import { packageIssues } from './package-issue.js';

/** Beside the manifest, for people. */
const documents = /^(readme|license|licence|notice|changelog)([.-][a-z0-9.-]+)?$/i;

/** A file below a folder, with `/` between its parts. */
async function filesBelow(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)));
    else found.push(path);
  }
  return found;
}

/** Every file below `folder`, sorted; whatever is no plain file counts as one. */
export async function allFiles(folder: string): Promise<string[]> {
  return (await filesBelow(folder, '')).sort(byCodeUnits);
}

/** The files that a plugin needs where it is used, besides `package.json`, sorted; and what keeps them from being packed. */
export async function packedFiles(
  folder: string,
  { contributes, locales, code }: Manifest,
): Promise<{ readonly files: string[]; readonly issues: Issue[] }> {
  const wanted = new Set([
    'plugin.json',
    ...contributes.templates.map(({ file }) => file),
    ...contributes.testCases,
    ...Object.values(locales ?? {}),
  ]);
  for (const name of await readdir(folder)) if (documents.test(name)) wanted.add(name);
  const issues: Issue[] = [];
  if (code !== undefined) {
    const built = code.entry.split('/').slice(0, -1).join('/');
    const files = built === '' ? [code.entry] : await filesBelow(folder, built);
    for (const file of files) wanted.add(file);
  }
  for (const file of wanted) {
    const found = await lstat(join(folder, file)).catch(() => undefined);
    if (found !== undefined && !found.isFile()) issues.push(packageIssues.link(file));
  }
  return { files: [...wanted].sort(byCodeUnits), issues };
}

/** The same order on every machine, whatever its language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
