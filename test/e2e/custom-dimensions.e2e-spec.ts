import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  buildPluginCode,
  encodeSubject,
  PluginCodeFault,
  pluginFaultCodes,
  startPluginProcess,
} from '@terrace/plugin-runtime';
import { codeSettingsSchema } from '@terrace/plugin-sdk';
import { fileOf, readGuide, repositoryRoot, type GuideBlock } from '@terrace/testing';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder, terrace } from './cli.js';

jest.setTimeout(300_000);

const path = join(repositoryRoot, 'docs/custom-dimensions.md');
const chinesePath = join(repositoryRoot, 'docs/custom-dimensions.zh-CN.md');
const blocks = readGuide(path);
const chineseBlocks = readGuide(chinesePath);
const text = readFileSync(path, 'utf8');
const chineseText = readFileSync(chinesePath, 'utf8');
const isFault = ({ note }: GuideBlock): boolean => note === 'fault';
const work = temporaryFolder();
const asOf = { asOf: '2025-12-31', timeZone: 'UTC' };
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap((block) => block.text.split('\n').filter((line) => line !== ''));

function write(name: string, { text: content }: GuideBlock): void {
  mkdirSync(dirname(work.file(name)), { recursive: true });
  writeFileSync(work.file(name), content);
}

/** Runs a command of the guide as it stands there. @returns what it wrote */
async function run(beginning: string): Promise<string> {
  const [line, ...others] = commands.filter((each) => each.startsWith(beginning));
  if (line === undefined || others.length > 0)
    throw new Error(`the guide has no single command "${beginning}"`);
  const [program, ...words] = line.split(' ');
  if (program === 'node')
    return (await promisify(execFile)(process.execPath, words, { cwd: work.path, env: {} })).stdout;
  const result = await terrace(words.slice(1), { cwd: work.path });
  expect({ line, ...result }).toMatchObject({ code: 0 });
  return result.out;
}

beforeAll(async () => {
  // As the guide has it: the example first, then its files in the place of the example's.
  await run('npx terrace plugin create');
  for (const block of blocks) {
    const name = fileOf(block);
    if (name !== undefined) write(name, block);
  }
  await run('npx terrace plugin build');
});
afterAll(() => work.remove());

describe('the guide to custom dimensions', () => {
  it('has nothing but files, commands and a message that are tried here', () => {
    expect(blocks.map((block) => fileOf(block) ?? `${block.language} ${block.note}`.trim())).toEqual([
      'sh',
      'loyalty/plugin.json',
      'loyalty/package.json',
      'loyalty/src/rhythm.ts',
      'loyalty/src/call-desk.ts',
      'loyalty/src/index.ts',
      'loyalty/models/rhythm.json',
      'loyalty/tests/rhythm.json',
      'sh',
      'loyalty/test/loyalty.test.js',
      'sh',
      'nosy/src/index.ts',
      'text fault',
    ]);
    expect(commands).toHaveLength(5);
  });

  it('has the same files and commands in Chinese', () => {
    const content = (all: readonly GuideBlock[]) =>
      all.map((block) => [block.language, block.note, isFault(block) ? '' : block.text]);
    expect(content(chineseBlocks)).toEqual(content(blocks));
  });

  it('has sources whose types fit', async () => {
    const compiler = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', 'loyalty'], {
      cwd: work.path,
    });
    expect(stdout).toBe('');
  });

  it('ends in a plugin that passes its own tests, every check and its test cases', async () => {
    expect(await run('node --test')).toContain('# pass 2');
    expect(await run('npx terrace plugin check')).toContain(' 0 failed');
    const tested = await run('npx terrace plugin test');
    expect(tested).toContain('Test cases in PostgreSQL: 4 passed, 0 failed.');
    expect(tested).toMatch(/Dimension "rhythm" in code: \d+ values for 301 subjects\./);
    // The sample was run by a server, with the code in it.
    expect(tested).toMatch(/Sample "small" is stored: regular \d+, occasional \d+\./);
  });

  it('computes the same behind the walls, and has the desk called through the host alone', async () => {
    const process = startPluginProcess({
      pluginId: 'loyalty',
      folder: work.file('loyalty'),
      entry: 'dist/index.js',
      permissions: { network: ['other.example.com'], storage: false, subjectKeys: true },
    });
    try {
      const { dimensions, actions } = await process.describe();
      const [rhythm] = dimensions;
      if (rhythm === undefined) throw new Error('there is no dimension');
      const order = (day: string) => ({ at: `${day}T08:00:00.000Z`, day });
      const subjects = [
        { events: { order: ['2025-09-22', '2025-10-22', '2025-11-01'].map(order) } },
        { events: { order: ['2025-12-01'].map(order) } },
      ].map((subject) => encodeSubject(rhythm, subject));
      expect((await process.computeBatch('rhythm', subjects, asOf)).values).toEqual([20, null]);
      expect(actions.map(({ id }) => id)).toEqual(['call_desk']);
      const transition = {
        kind: 'downgrade',
        from: 'regular',
        to: 'occasional',
        at: '2025-12-31T08:00:00Z',
      } as const;
      const occasion = { idempotencyKey: 'a', subjectType: 'customer', key: 'C1', modelId: 'm', transition };
      await expect(process.runAction('call_desk', occasion, asOf)).rejects.toMatchObject({
        code: 'PERMISSION',
        message: expect.stringContaining('called desk.example.com, which its manifest does not name'),
      });
    } finally {
      await process.stop();
    }
  });

  it('tells truly what is said of code that reaches for what it may not', async () => {
    writeFileSync(work.file('nosy/plugin.json'), JSON.stringify({ id: 'nosy', code: {} }));
    expect(await buildPluginCode(work.file('nosy'))).toMatchObject({ ok: true });
    const process = startPluginProcess({
      pluginId: 'nosy',
      folder: work.file('nosy'),
      entry: 'dist/index.js',
    });
    const error = await process.computeBatch('score', ['[[],[]]'], asOf).catch((thrown: unknown) => thrown);
    await process.stop();
    if (!(error instanceof PluginCodeFault)) throw error;
    expect(`${error.sentence.en}\n`).toBe(blocks.find(isFault)?.text);
    expect(`${error.sentence['zh-CN']}\n`).toBe(chineseBlocks.find(isFault)?.text);
  });

  it('knows every code and the limits of a manifest, in both languages', () => {
    const codes = (guide: string) => [...guide.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
    expect(codes(text)).toEqual([...pluginFaultCodes]);
    expect(codes(chineseText)).toEqual([...pluginFaultCodes]);
    const { memoryMb, timeoutMs } = codeSettingsSchema.parse({});
    expect(chineseText).toContain(`\`code.timeoutMs\`，不写则为 ${timeoutMs.toLocaleString('en-US')} 毫秒`);
    expect(chineseText).toContain(`\`code.memoryMb\`，不写则为 ${memoryMb} MB`);
    expect(text).toContain(`\`code.timeoutMs\`, ${timeoutMs.toLocaleString('en-US')} ms unless given`);
    expect(text).toContain(`\`code.memoryMb\`, ${memoryMb} MB unless given`);
  });
});
