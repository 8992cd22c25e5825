import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, root } from './repository.mjs';

/** Folders of the workspace's packages. */
export function workspaceFolders() {
  return ['apps', 'packages', 'plugins'].flatMap((group) =>
    existsSync(inRoot(group))
      ? readdirSync(inRoot(group))
          .map((name) => inRoot(group, name))
          .filter((folder) => existsSync(join(folder, 'package.json')))
      : [],
  );
}

/** Changes when the packages to be installed may have changed. */
export function installStamp() {
  const files = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map((name) => inRoot(name));
  const manifests = workspaceFolders().map((folder) => join(folder, 'package.json'));
  return digest([...files, ...manifests], [process.platform, process.arch]);
}

/** Changes when a build could give something else. */
export function buildStamp() {
  const sources = workspaceFolders().flatMap((folder) => [...filesBelow(folder)]);
  return digest([inRoot('turbo.json'), ...sources], [installStamp()]);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist'].includes(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && !/\.spec\.tsx?$/.test(entry.name)) yield path;
  }
}

function digest(files, more) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const content = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.update(more.join('\0')).digest('hex');
}

const fileOf = (name) => inRoot('.terrace/stamps', name);

/** Whether `name` was last done for `value`. */
export function isDone(name, value) {
  return existsSync(fileOf(name)) && readFileSync(fileOf(name), 'utf8') === value;
}

/** Notes that `name` is done for `value`. */
export function markDone(name, value) {
  mkdirSync(inRoot('.terrace/stamps'), { recursive: true });
  writeFileSync(fileOf(name), value);
}

/** Forgets `name` before it is done again, so that an interrupted attempt does not count. */
export function markUndone(name) {
  rmSync(fileOf(name), { force: true });
}
