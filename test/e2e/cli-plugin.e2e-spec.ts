import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '@terrace/cli';
import { startTestServer, type TestServer } from '@terrace/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { temporaryFolder, terrace, type CommandResult } from './cli.js';

const folder = temporaryFolder();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** Runs `terrace plugin …` beside the plugins, against the server. */
function plugin(...args: string[]): Promise<CommandResult> {
  const isAboutServer = ['list', 'install', 'enable', 'disable', 'upgrade', 'remove'].includes(args[0] ?? '');
  return terrace(['plugin', ...args, ...(isAboutServer ? ['--server', server.url] : [])], {
    cwd: folder.path,
    env: { TERRACE_TOKEN: server.token },
  });
}

/** As {@link plugin}, for one that must succeed; the object it writes. */
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await plugin(...args, '--json');
  if (code !== 0) throw new Error(`terrace plugin ${args.join(' ')} ended with ${code}: ${out}${err}`);
  return JSON.parse(out) as Record<string, unknown>;
}

/** Runs a command in this process, which is sooner done. */
async function inProcess(...args: string[]): Promise<CommandResult> {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        texts[name] += chunk.toString();
        done();
      },
    });
  const streams = { out: stream('out'), err: stream('err') };
  const code = await runCli(['plugin', ...args], streams, new AbortController().signal);
  return { code, ...texts };
}

function edit(name: string, from: string, to: string): void {
  const text = readFileSync(folder.file(name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(folder.file(name), text.replace(from, to));
}

async function settled<T extends { readonly state: string }>(look: () => Promise<T>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found.state !== 'queued' && found.state !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a plugin, from scaffold to server', () => {
  it('is made, and passes its checks and its test cases in JavaScript and PostgreSQL', async () => {
    expect((await json('create', 'inn', '--name-zh', '客栈'))['id']).toBe('inn');
    expect((await json('check', 'inn', '--strict'))['counts']).toMatchObject({ failed: 0, warned: 0 });
    const report = await json('test', 'inn');
    expect(report).toMatchObject({
      ok: true,
      server: { skipped: 0, samples: [{ sample: 'year', problem: null }] },
    });
    const { javascript, server: sql } = report as unknown as {
      javascript: object[];
      server: { outcomes: object[] };
    };
    expect([javascript.length, sql.outcomes.length]).toEqual([9, 9]);
  });

  it('is installed once it is signed by a key that the server trusts', async () => {
    await json('pack', 'inn', '--out', 'inn-0.1.0.tgz');
    const unsigned = await plugin('install', 'inn-0.1.0.tgz');
    expect(unsigned).toMatchObject({ code: 1, err: '' });
    expect(unsigned.out).toMatch(/^inn 0\.1\.0 cannot be installed:\n/);

    await json('keygen', '--out', 'acme');
    await json('sign', 'inn-0.1.0.tgz', '--key', 'acme.private.pem');
    expect(await json('verify', 'inn-0.1.0.tgz', '--key', 'acme.public.pem')).toMatchObject({
      state: 'trusted',
    });
    const publicKey = readFileSync(folder.file('acme.public.pem'), 'utf8');
    await server.client.call('addSigningKey', { body: { name: 'Acme', publicKey } });

    const installed = await plugin('install', 'inn-0.1.0.tgz');
    expect(installed).toMatchObject({
      code: 0,
      out: 'inn 0.1.0 is installed and enabled (signed by Acme).\n',
    });
    const again = await plugin('install', 'inn-0.1.0.tgz', '--lang', 'zh-CN');
    expect(again).toMatchObject({ code: 2, err: '插件“inn”已安装（版本 0.1.0），请使用升级。\n' });
    expect((await plugin('list')).out).toMatch(/│ inn +│ Inn +│ 0\.1\.0 +│ enabled +│ signed by Acme +│/);
  });

  it('gives tiers', async () => {
    const params = { id: 'inn.year' };
    await server.client.call('loadSample', { params });
    expect((await settled(() => server.client.call('getSampleLoad', { params }))).state).toBe('done');
    const { items } = await server.client.call('listModels', {});
    const model = items.find(({ subjectType }) => subjectType === 'inn_member');
    const started = await server.client.call('startRun', {
      body: { modelId: model?.id ?? '', draft: true, asOf: '2025-12-31' },
    });
    const run = await settled(() => server.client.call('getRun', { params: { id: started.id } }));
    expect(run).toMatchObject({ state: 'computed', subjectCount: 300 });
    const tiers = await server.client.call('getRunTiers', { params: { id: run.id } });
    expect(tiers.items.filter(({ count }) => count > 0).map(({ tier }) => tier)).toEqual([
      'regular',
      'valued',
      'occasional',
      'inactive',
    ]);
  });

  it('is disabled and enabled again', async () => {
    expect(await plugin('disable', 'inn')).toMatchObject({
      code: 0,
      out: expect.stringContaining('inn is disabled.'),
    });
    expect(await plugin('enable', 'inn')).toMatchObject({ code: 0, out: 'inn 0.1.0 is enabled.\n' });
    expect(await plugin('enable', 'none')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^[^\n]*"none"[^\n]*\.\n$/),
    });
  });

  it('is upgraded as a whole or not at all, after a preview', async () => {
    for (const name of ['inn/plugin.json', 'inn/package.json'])
      edit(name, '"version": "0.1.0"', '"version": "0.2.0"');
    edit('inn/plugin.json', '"default": 6', '"default": 7');
    await json('pack', 'inn', '--out', 'inn-0.2.0.tgz');
    await json('sign', 'inn-0.2.0.tgz', '--key', 'acme.private.pem');
    const refused = await plugin('upgrade', 'inn-0.2.0.tgz', '--yes');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('inn: 0.1.0 → 0.2.0 (signed by Acme)');
    expect(refused.out).toContain('It cannot be upgraded:');

    // The cases say what the rules are meant to do.
    edit(
      'inn/tests/by-visits.json',
      '"note": "6 visits are often", "values": { "visits": 6 }',
      '"note": "7 visits are often", "values": { "visits": 8 }',
    );
    edit(
      'inn/tests/by-visits.json',
      '"note": "5 visits are not often yet", "values": { "visits": 5 }',
      '"note": "6 visits are not often yet", "values": { "visits": 6 }',
    );
    await json('pack', 'inn', '--out', 'inn-0.2.0.tgz');
    await json('sign', 'inn-0.2.0.tgz', '--key', 'acme.private.pem');
    const unasked = await plugin('upgrade', 'inn-0.2.0.tgz');
    expect(unasked).toMatchObject({ code: 2, err: 'Nobody can be asked here; add --yes to do it.\n' });
    const { upgraded, plugin: now } = await json('upgrade', 'inn-0.2.0.tgz', '--yes');
    expect([upgraded, now]).toEqual([true, expect.objectContaining({ version: '0.2.0', state: 'enabled' })]);
  });

  it('is removed, and its records with it, once they are exported', async () => {
    expect(await plugin('remove', 'inn', '--data', 'burn')).toMatchObject({ code: 2 });
    expect(await plugin('remove', 'inn', '--data', 'purge')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--yes'),
    });
    const removed = await json('remove', 'inn', '--data', 'export', '--out', 'inn-data.tar.gz', '--yes');
    expect(removed).toMatchObject({ removed: true, data: 'export' });
    expect(readFileSync(folder.file('inn-data.tar.gz')).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const { items } = await server.client.call('listSubjectTypes');
    expect(items.map(({ id }) => id)).not.toContain('inn_member');
  });
});

describe('a plugin with code', () => {
  it('is made, built, checked and run behind walls', async () => {
    await json('create', 'lodge', '--code');
    expect(await json('check', 'lodge', '--strict')).toMatchObject({ counts: { failed: 0, warned: 0 } });
    const report = await json('test', 'lodge', '--no-sql');
    expect(report).toMatchObject({
      ok: true,
      server: null,
      code: [{ dimension: 'longest_gap', subjects: 301, problem: null }],
    });
    expect((report as unknown as { code: { values: number }[] }).code[0]?.values).toBeGreaterThan(100);
    expect((await json('pack', 'lodge', '--out', 'lodge.tgz'))['files']).toEqual(
      expect.arrayContaining(['dist/code.json', 'dist/index.js', 'plugin.json']),
    );
  });

  it('is not up to date once its source has changed', async () => {
    edit('lodge/src/index.ts', 'Math.max(...gaps)', 'Math.min(...gaps)');
    const stale = await plugin('check', 'lodge', '--only', 'code-build-current');
    expect(stale).toMatchObject({
      code: 1,
      out: expect.stringContaining('dist/index.js is not what building src/index.ts gives'),
    });
    await json('build', 'lodge');
    expect((await plugin('check', 'lodge', '--only', 'code-build-current')).code).toBe(0);
    edit('lodge/src/index.ts', 'Math.min(...gaps)', 'Math.random()');
    await json('build', 'lodge');
    expect(await plugin('test', 'lodge', '--no-sql')).toMatchObject({
      code: 1,
      out: expect.stringContaining('gives other values for the same subjects'),
    });
    edit('lodge/src/index.ts', 'export default', 'export defalt');
    const broken = await plugin('build', 'lodge');
    expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(/^src\/index\.ts:\d+: /) });
  });
});

describe('wrong input', () => {
  it.each<[string, string[], RegExp]>([
    [
      'a server that does not run',
      ['list', '--server', 'http://127.0.0.1:1'],
      /^The server at http:\/\/127\.0\.0\.1:1 cannot be reached; is it running\?\n$/,
    ],
    ['no address', ['list', '--server', 'nowhere'], /^--server needs an address .* and not "nowhere"\.\n$/],
    [
      'a token nobody knows',
      ['list', '--token', 'terrace_none'],
      /^The server at .* does not know this token/,
    ],
    ['a file that is not there', ['install', 'none.tgz'], /^There is no file or folder none\.tgz\.\n$/],
    ['nothing to install', ['install'], /^Say what to install/],
    ['no plugin', ['enable'], /^Name the plugin by its id/],
  ])('says in a sentence: %s', async (_, args, words) => {
    const more = [
      ...(args.includes('--server') ? [] : ['--server', server.url]),
      ...(args.includes('--token') ? [] : ['--token', server.token]),
    ];
    const { code, out, err } = await inProcess(...args, ...more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toContain(server.token);
  });

  it('needs a token', async () => {
    const { code, err } = await inProcess('list', '--server', server.url);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^A token is missing/) });
  });
});
