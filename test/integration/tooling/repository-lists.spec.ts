import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@terrace/testing';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Lists that somebody who adds a package, a plugin or a page forgets.
const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const workspaces = ['apps', 'packages', 'plugins'].flatMap((group) =>
  readdirSync(join(repositoryRoot, group))
    .map((folder) => `${group}/${folder}`)
    .filter((folder) => existsSync(join(repositoryRoot, folder, 'package.json'))),
);

describe('the settings of changesets', () => {
  it('give every package the same version, but for those that are left out by name', () => {
    const { fixed, ignore } = JSON.parse(read('.changeset/config.json')) as {
      fixed: string[][];
      ignore: string[];
    };
    const names = workspaces.map(
      (folder) => (JSON.parse(read(`${folder}/package.json`)) as { name: string }).name,
    );
    expect(fixed.length).toBe(1);
    expect([...(fixed[0] ?? []), ...ignore].sort()).toEqual([...names].sort());
  });
});

describe('the page about the architecture', () => {
  const page = read('docs/architecture.md');

  it('names every package and plugin', () => {
    const missing = workspaces.filter((folder) => !page.includes(folder.replace('plugins/', '')));
    expect(missing).toEqual([]);
  });

  it('leads to every page and decision', () => {
    const pages = readdirSync(join(repositoryRoot, 'docs')).filter((file) => file.endsWith('.md'));
    const decisions = readdirSync(join(repositoryRoot, 'docs/decisions')).map((file) => `decisions/${file}`);
    const missing = [...pages, ...decisions].filter(
      (file) => file !== 'architecture.md' && !page.includes(`](${file})`),
    );
    expect(missing).toEqual([]);
  });
});
