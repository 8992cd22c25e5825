import { describe, expect, it } from '@jest/globals';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPlugin } from './check-plugin.js';
import { checks } from './registry.js';
import { faults } from './testing/faulty-plugins.js';
import { edit, withPlugin, type PluginFiles } from './testing/plugin-files.js';
import { otherTypes, soundPlugin } from './testing/sound-plugin.js';

async function resultOf(id: string, change: (files: PluginFiles) => void = () => undefined) {
  const files = soundPlugin();
  change(files);
  const { checks: results } = await withPlugin(files, (folder) =>
    checkPlugin(folder, { others: otherTypes, only: [id] }),
  );
  return results[0];
}

describe('checkPlugin', () => {
  it('passes every check for a sound plugin, and skips none', async () => {
    const { checks: results, counts } = await withPlugin(soundPlugin(), (folder) =>
      checkPlugin(folder, { others: otherTypes }),
    );
    expect(results.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(counts).toEqual({ passed: checks.length, failed: 0, warned: 0, skipped: 0 });
    expect(checks.length).toBeGreaterThanOrEqual(50);
  });

  it('skips what a plugin has nothing of, and asks no more of one without templates', async () => {
    const text = { en: 'Bare', 'zh-CN': '简单' };
    const files = {
      'plugin.json': {
        id: 'bare',
        version: '1.0.0',
        host: '^0.1.0',
        name: text,
        description: text,
        license: 'MIT',
        contributes: {},
      },
      'README.md': '# Bare\n\nA plugin that has nothing but its name and this text.\n',
    };
    const { checks: results, counts } = await withPlugin(files, (folder) => checkPlugin(folder));
    expect(results.filter(({ state }) => state === 'failed' || state === 'warned')).toEqual([]);
    expect(counts.skipped).toBeGreaterThan(40);
  });

  it('names file, line and column, and what to do', async () => {
    const result = await resultOf('license-spdx', (files) =>
      edit(files, 'plugin.json', ['license'], 'our own'),
    );
    expect(result).toMatchObject({
      state: 'failed',
      issues: [
        {
          code: 'LICENSE_SPDX',
          severity: 'error',
          file: 'plugin.json',
          path: ['license'],
          line: 13,
          column: 14,
          message: { 'zh-CN': '“our own”不是 SPDX 表达式。' },
          fix: { en: expect.stringContaining('https://spdx.org/licenses') },
        },
      ],
    });
  });

  it('gets through a folder that is no plugin, and one that is not there', async () => {
    for (const files of [{}, { 'plugin.json': '[]' }, { 'plugin.json': '{"contributes": 7}' }]) {
      const { counts } = await withPlugin(files, (folder) => checkPlugin(folder));
      expect(counts.failed).toBeGreaterThan(0);
    }
    const { checks: results } = await checkPlugin('/nowhere/at/all');
    expect(results.filter(({ state }) => state === 'failed').map(({ id }) => id)).toEqual([
      'manifest-readable',
    ]);
  });
});

describe('every check', () => {
  it('has faults that it is to find', () => {
    expect(Object.keys(faults).sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  it('has its own id, and texts in both languages', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { id, title, what, why, fix } of checks) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [title, what, why, fix]) {
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(text.en.replace(/`[^`]*`/g, '')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  const cases = Object.entries(faults).flatMap(([id, list]) =>
    list.map(([change, words], index) => [id, index + 1, change, words] as const),
  );
  it.each(cases)('%s finds its fault %i', async (id, _, change, words) => {
    const result = await resultOf(id, change);
    expect(result?.state).toBe(
      checks.find((check) => check.id === id)?.severity === 'error' ? 'failed' : 'warned',
    );
    expect(result?.issues.map(({ message }) => message.en).join('\n')).toContain(words);
  });
});

describe('code-build-current', () => {
  const check = (rebuild?: { module: string; declarations: string }) =>
    withPlugin(soundPlugin(), async (folder) => {
      const later = new Date(Date.now() + 10_000);
      await utimes(join(folder, 'src/index.ts'), later, later);
      return checkPlugin(folder, {
        others: otherTypes,
        only: ['code-build-current'],
        ...(rebuild === undefined ? {} : { rebuild: async () => ({ ok: true, ...rebuild }) }),
      });
    });

  it('compares times where nothing can build', async () => {
    const { checks: results } = await check();
    expect(results[0]?.issues[0]?.message.en).toBe('src/index.ts was changed after dist/index.js was built.');
  });

  it('compares what a build gives', async () => {
    const files = soundPlugin();
    const module = String(files['dist/index.js']);
    const declarations = JSON.stringify(files['dist/code.json'], null, 2);
    expect((await check({ module, declarations })).counts.passed).toBe(1);
    const { checks: results } = await check({ module: `${module}//`, declarations });
    expect(results[0]?.issues.map(({ message }) => message.en)).toEqual([
      'dist/index.js is not what building src/index.ts gives.',
    ]);
  });
});
