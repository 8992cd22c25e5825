import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  fileOf,
  readGuide,
  repositoryRoot,
  startTestServer,
  type GuideBlock,
  type TestServer,
} from '@terrace/testing';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder, terrace, type CommandResult } from './cli.js';

jest.setTimeout(300_000);

const guide = (name: string): GuideBlock[] => readGuide(join(repositoryRoot, 'docs', name));
const english = guide('partner-guide.md');
const work = temporaryFolder();
let server: TestServer;

beforeAll(async () => {
  for (const block of english) {
    const name = fileOf(block);
    if (name === undefined) continue;
    mkdirSync(dirname(work.file(name)), { recursive: true });
    writeFileSync(work.file(name), block.text);
  }
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  work.remove();
});

/** The commands of the blocks whose note is `note`. */
function commands(blocks: readonly GuideBlock[], note: string): string[] {
  const own = blocks.filter((block) => block.language === 'sh' && block.note === note);
  return own.flatMap(({ text }) => text.split('\n').filter((line) => line !== ''));
}

/** Runs a line as it stands in the guide, against the test's server where it names one. */
function run(line: string, interruptAfter?: RegExp): Promise<CommandResult> {
  const words = /^npx terrace (.+)$/.exec(line)?.[1]?.split(' ') ?? [];
  return terrace(
    words.map((word) => (word === 'http://localhost:4000' ? server.url : word)),
    {
      cwd: work.path,
      env: { TERRACE_TOKEN: server.token },
      ...(interruptAfter === undefined ? {} : { interruptAfter }),
    },
  );
}

async function expectSuccess(line: string): Promise<CommandResult> {
  const result = await run(line);
  expect({ line, ...result }).toMatchObject({ code: 0 });
  return result;
}

const one = (found: readonly string[], word: string): string => {
  const line = found.find((each) => each.startsWith(`npx terrace ${word}`));
  if (line === undefined) throw new Error(`the guide has no command "${word}"`);
  return line;
};

describe('the partner guide', () => {
  const plain = commands(english, '');
  const remote = commands(english, 'server');

  it('makes an industry of at most 150 lines of JSON', () => {
    const json = english.filter((block) => block.language === 'json' && fileOf(block) !== undefined);
    expect(json.map((block) => fileOf(block))).toEqual([
      'hotel/plugin.json',
      'hotel/models/nights.json',
      'hotel/tests/nights.json',
    ]);
    const lines = json.reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0);
    expect(lines).toBeLessThanOrEqual(150);
  });

  it('has the same files and commands in Chinese', () => {
    const content = (blocks: readonly GuideBlock[]) =>
      blocks.map(({ note, text }) => ({ note, text: text.replaceAll(' --lang zh-CN', '') }));
    expect(content(guide('partner-guide.zh-CN.md'))).toEqual(content(english));
  });

  it('has nothing but files and commands that are run here', () => {
    const notes = english.map((block) => fileOf(block) ?? `${block.language} ${block.note}`.trim());
    expect(new Set(notes)).toEqual(
      new Set([
        'hotel/plugin.json',
        'hotel/models/nights.json',
        'hotel/tests/nights.json',
        'stays.csv',
        'sh',
        'sh dev',
        'sh server',
      ]),
    );
    expect([...plain, ...remote].map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
      'plugin check',
      'plugin test',
      'tier --plugin',
      'plugin pack',
      'plugin keygen',
      'plugin sign',
      'plugin verify',
      'plugin install',
      'plugin list',
      'plugin upgrade',
    ]);
  });

  it('ends in a plugin that passes its checks and its tests', async () => {
    const { out } = await expectSuccess(one(plain, 'plugin check'));
    expect(out).toContain('0 failed');
    await expectSuccess(one(plain, 'plugin test'));
  });

  it('tiers the guests of a file', async () => {
    const { out } = await expectSuccess(one(plain, 'tier'));
    expect(out).toMatch(/Gold\s+1\s+50\.0%/);
    expect(out).toMatch(/Member\s+1\s+50\.0%/);
  });

  it('runs the plugin while it is developed', async () => {
    const [line = ''] = commands(english, 'dev');
    const { out } = await run(line, /hotel 1\.0\.0 is loaded/);
    expect(out).toMatch(/Terrace is ready at http:\/\/localhost:\d+/);
  });

  it('packs, signs and installs it, and upgrades it to its next version', async () => {
    for (const word of ['pack', 'keygen', 'sign', 'verify'])
      await expectSuccess(one(plain, `plugin ${word}`));
    const publicKey = readFileSync(work.file('acme.public.pem'), 'utf8');
    await server.client.call('addSigningKey', { body: { name: 'Acme', publicKey } });
    await expectSuccess(one(remote, 'plugin install'));
    expect((await expectSuccess(one(remote, 'plugin list'))).out).toMatch(
      /hotel .* 1\.0\.0 .*signed by Acme/,
    );

    const manifest = work.file('hotel/plugin.json');
    writeFileSync(
      manifest,
      readFileSync(manifest, 'utf8').replace('"version": "1.0.0"', '"version": "1.1.0"'),
    );
    for (const word of ['pack', 'sign'])
      await expectSuccess(one(plain, `plugin ${word}`).replaceAll('1.0.0', '1.1.0'));
    await expectSuccess(one(remote, 'plugin upgrade'));
    expect((await expectSuccess(one(remote, 'plugin list'))).out).toMatch(/hotel .* 1\.1\.0 /);
  });
});
