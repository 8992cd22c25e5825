import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { repositoryRoot } from '@terrace/testing';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// The rules are tried on a small copy of the layout, with one file per case.
const folder = mkdtempSync(join(tmpdir(), 'terrace-lint-'));
beforeAll(() => copyFileSync(join(repositoryRoot, '.oxlintrc.json'), join(folder, '.oxlintrc.json')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(files: Record<string, string>): string[] {
  rmSync(join(folder, 'packages'), { recursive: true, force: true });
  rmSync(join(folder, 'apps'), { recursive: true, force: true });
  rmSync(join(folder, 'plugins'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const oxlint = join(repositoryRoot, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const found = JSON.parse(stdout) as { diagnostics: { code: string }[] };
  return found.diagnostics.map(({ code }) => code);
}

const using = (specifier: string): string => `export { x } from '${specifier}';\n`;
const restricted = ['eslint(no-restricted-imports)'];

it.each([
  ['packages/expression/src/index.ts', '@terrace/model'],
  ['packages/expression/src/ast/node.ts', '../parser/parse.js'],
  ['packages/expression/src/ast/node.ts', '../operator/table.js'],
  ['packages/expression/src/parser/parse.ts', '../target/sql/emit.js'],
  ['packages/expression/src/operator/table.ts', '../target/sql/emit.js'],
  ['packages/model/src/index.ts', '@terrace/client'],
  ['packages/model/src/index.ts', '@terrace/expression/dist/ast/node.js'],
  ['packages/model/src/index.ts', '../../expression/src/index.js'],
  ['packages/plugin-sdk/src/index.ts', '@terrace/expression'],
  ['packages/client/src/index.ts', '@terrace/plugin-sdk'],
  ['packages/postgres/src/index.ts', '@terrace/client'],
  ['packages/cli/src/main.ts', '@terrace/server'],
  ['packages/testing/src/index.ts', '../../../apps/server/dist/main.js'],
  ['apps/web/src/main.tsx', '@terrace/postgres'],
  ['apps/server/src/main.ts', '@terrace/web'],
  ['plugins/retail/index.ts', '@terrace/model'],
])('keeps %s from importing %s', (file, specifier) => {
  expect(lint({ [file]: using(specifier) })).toEqual(restricted);
});

it.each([
  ['packages/expression/src/target/sql/emit.ts', '../../operator/table.js'],
  ['packages/expression/src/checker/check.ts', '../ast/node.js'],
  ['packages/model/src/index.ts', '@terrace/expression'],
  ['packages/client/src/index.ts', '@terrace/model'],
  ['packages/cli/src/main.ts', '@terrace/client'],
  ['apps/server/src/main.ts', '@terrace/postgres'],
  ['apps/web/src/main.tsx', '@terrace/client'],
  ['plugins/retail/index.ts', '@terrace/plugin-sdk'],
])('lets %s import %s', (file, specifier) => {
  expect(lint({ [file]: using(specifier) })).toEqual([]);
});

it('finds a cycle of files', () => {
  const found = lint({
    'packages/model/src/one.ts': "import { two } from './two.js';\nexport const one = (): number => two();\n",
    'packages/model/src/two.ts': "import { one } from './one.js';\nexport const two = (): number => one();\n",
  });
  expect(new Set(found)).toEqual(new Set(['import(no-cycle)']));
});

it('keeps console out of packages and apps', () => {
  expect(lint({ 'packages/model/src/one.ts': "console.log('one');\n" })).toEqual(['eslint(no-console)']);
});
