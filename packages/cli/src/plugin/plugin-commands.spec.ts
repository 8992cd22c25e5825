import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runCli } from '../run-cli.js';

class Memory extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function plugin(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Memory(), new Memory()];
  const code = await runCli(['plugin', ...args], { out, err }, new AbortController().signal);
  return { code, out: out.text, err: err.text };
}

const root = mkdtempSync(join(tmpdir(), 'cli-plugin-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);

describe('terrace plugin create', () => {
  it('makes a plugin that passes every check, in a folder anywhere', async () => {
    const made = await plugin('create', at('hotel-chain'), '--name', 'Hotels', '--name-zh', '连锁酒店');
    expect(made.code).toBe(0);
    expect(made.out).toContain('terrace plugin check');
    const checked = await plugin('check', at('hotel-chain'), '--strict', '--json');
    const { counts, checks } = JSON.parse(checked.out) as { counts: object; checks: { state: string }[] };
    expect(checks.filter(({ state }) => state === 'failed' || state === 'warned')).toEqual([]);
    expect([checked.code, counts]).toEqual([0, expect.objectContaining({ failed: 0, warned: 0 })]);
    const manifest = JSON.parse(readFileSync(at('hotel-chain/plugin.json'), 'utf8')) as object;
    expect(manifest).toMatchObject({ id: 'hotel_chain', name: { en: 'Hotels', 'zh-CN': '连锁酒店' } });
  });

  it('leaves what is there alone unless it is forced', async () => {
    mkdirSync(at('full'));
    writeFileSync(at('full/notes.txt'), 'mine');
    const refused = await plugin('create', at('full'), '--lang', 'zh-CN');
    expect([refused.code, readdirSync(at('full'))]).toEqual([2, ['notes.txt']]);
    expect(refused.err).toBe(`文件夹 ${at('full')} 不是空的；请换一个，或用 --force 覆盖其中的文件。\n`);
    expect((await plugin('create', at('full'), '--force')).code).toBe(0);
    expect(readFileSync(at('full/notes.txt'), 'utf8')).toBe('mine');
  });

  it('says what makes an id', async () => {
    expect(await plugin('create', at('酒店'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('gives no id'),
    });
    expect(await plugin('create')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Name the folder'),
    });
  });
});

describe('terrace plugin check', () => {
  it('tells each fault with file, line and column, and what to do', async () => {
    await plugin('create', at('faulty'));
    const file = at('faulty/plugin.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"MIT"', '"our own"').replace('"会员"', '"Member"'),
    );
    const { code, out } = await plugin('check', at('faulty'));
    expect(code).toBe(1);
    expect(out).toMatch(
      /faulty\/plugin\.json:\d+:\d+ error license-spdx: "our own" is no SPDX expression\.\n/,
    );
    expect(out).toMatch(/error chinese-texts: The Chinese text “Member” has no Chinese characters/);
    expect(out).toMatch(/checks: \d+ passed, 3 failed, 0 with warnings/);
    const chinese = await plugin('check', at('faulty'), '--only', 'license-spdx', '--lang', 'zh-CN');
    expect(chinese.out).toMatch(/错误 license-spdx：“our own”不是 SPDX 表达式。/);
    expect(chinese.out).toContain('共 1 项检查：0 项通过，1 项未通过');
  });

  it('lists and explains the checks', async () => {
    expect((await plugin('check', '--list')).out.split('\n').length).toBeGreaterThan(50);
    const { code, out } = await plugin('check', '--explain', 'thresholds-tested', '--lang', 'zh-CN');
    expect([code, out]).toEqual([0, expect.stringContaining('每个阈值的两侧和边界都有用例。')]);
    expect(await plugin('check', '--only', 'none')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no check "none"'),
    });
  });

  it('says in one sentence that there is no plugin', async () => {
    for (const folder of [at('nowhere'), root, at('full/notes.txt')]) {
      const { code, out, err } = await plugin('check', folder);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^[^\n]+\.\n$/);
    }
  });
});

describe('terrace plugin docs', () => {
  it('writes a page per language with the rules in sentences', async () => {
    await plugin('create', at('guide'), '--name-zh', '指南');
    const { code, out } = await plugin('docs', at('guide'), '--out', at('pages'));
    expect([code, out]).toEqual([0, `${at('pages/guide.zh-CN.md')}\n${at('pages/guide.md')}\n`]);
    const english = readFileSync(at('pages/guide.md'), 'utf8');
    expect(english).toContain('- Members go to “Regular” if visits in the last 90 days is at least 6.');
    expect(english).toContain('| 1 | Regular (`regular`) | Priority booking | First answer within 2 hours |');
    const chinese = readFileSync(at('pages/guide.zh-CN.md'), 'utf8');
    expect(chinese).toMatch(/^# 指南\n/);
    expect(chinese).toContain('近 90 天到访次数不少于 6 次的会员');
    expect((await plugin('docs', at('guide'), '--lang', 'zh-CN')).out).toBe(chinese);
  });
});

describe('terrace plugin test', () => {
  it('runs test cases in JavaScript, and says what differs', async () => {
    await plugin('create', at('tested'));
    const passing = await plugin('test', at('tested'), '--no-sql');
    expect(passing).toMatchObject({ code: 0, out: 'Test cases in JavaScript: 9 passed, 0 failed.\n' });
    const file = at('tested/tests/by-visits.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"tier": "regular"', '"tier": "valued"'));
    const { code, out } = await plugin('test', at('tested'), '--no-sql');
    expect(code).toBe(1);
    expect(out).toContain(
      'tests/by-visits.json, case 2 (6 visits are often), JavaScript: tier: expected valued, got regular\n',
    );
  });
});

it('terrace plugin test fails when cases cannot be run, and says which and why', async () => {
  await plugin('create', at('unrun'));
  const file = at('unrun/tests/by-visits.json');
  const cases = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...cases, parameters: { often: 100_000, seldom: 1 } }));
  const { code, out } = await plugin('test', at('unrun'), '--no-sql');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^tests\/by-visits\.json: its 9 cases could not be run: .*often.*\nTest cases in JavaScript: 0 passed, 0 failed\.\n$/,
  );
  const json = JSON.parse((await plugin('test', at('unrun'), '--no-sql', '--json')).out) as object;
  expect(json).toMatchObject({
    ok: false,
    javascript: [],
    unrun: [{ file: 'tests/by-visits.json', cases: 9, issues: [{ severity: 'error' }, {}] }],
  });
  expect((await plugin('test', at('unrun'), '--no-sql', '--lang', 'zh-CN')).out).toContain(
    'tests/by-visits.json：其中 9 个用例无法运行：',
  );
});

describe('terrace plugin pack, keygen, sign and verify', () => {
  it('make a package whose signature is verified without a network', async () => {
    await plugin('create', at('inn'));
    const file = at('inn.tgz');
    const packed = JSON.parse((await plugin('pack', at('inn'), '--out', file, '--json')).out) as object;
    expect(packed).toMatchObject({
      ok: true,
      id: 'inn',
      version: '0.1.0',
      file,
      files: expect.arrayContaining(['plugin.json']),
    });
    expect(await plugin('verify', file)).toMatchObject({ code: 1, out: `${file} is not signed.\n` });

    expect((await plugin('keygen', '--out', at('acme'))).code).toBe(0);
    expect(statSync(at('acme.private.pem')).mode & 0o777).toBe(0o600);
    await plugin('keygen', '--out', at('other'));
    expect((await plugin('sign', file, '--key', at('acme.private.pem'))).code).toBe(0);
    expect(await plugin('verify', file, '--key', at('acme.public.pem'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('as "acme" signed it'),
    });
    expect((await plugin('verify', file, '--key', at('other.public.pem'))).code).toBe(1);
    const both = ['--key', at('other.public.pem'), '--key', at('acme.public.pem')];
    expect((await plugin('verify', file, ...both)).code).toBe(0);
  });

  it('never overwrite a key, and say which file is none', async () => {
    expect(await plugin('keygen', '--out', at('acme'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('never overwritten'),
    });
    expect(await plugin('sign', at('inn.tgz'), '--key', at('acme.public.pem'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('no Ed25519 private key'),
    });
    expect(await plugin('verify', at('inn.tgz'), '--key', at('acme.private.pem'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no Ed25519 public key'),
    });
    expect(await plugin('sign', at('inn.tgz'))).toMatchObject({ code: 2, err: '--key is missing.\n' });
    expect(await plugin('verify', at('none.tgz'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('it does not exist'),
    });
    writeFileSync(at('text.tgz'), 'no package');
    expect(await plugin('sign', at('text.tgz'), '--key', at('acme.private.pem'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('no packed plugin'),
    });
  });

  it('pack no plugin with faults', async () => {
    await plugin('create', at('broken'));
    rmSync(at('broken/models/by-visits.json'));
    const { code, out } = await plugin('pack', at('broken'), '--out', at('broken.tgz'));
    expect([code, out]).toEqual([1, expect.stringContaining('models/by-visits.json cannot be read')]);
  });
});

it('has help in both languages for every command', async () => {
  expect((await plugin('--help', '--lang', 'zh-CN')).out).toMatch(/命令：[\s\S]*create[\s\S]*verify/);
  expect((await plugin('check', '--help')).out).toContain('Example:\n  terrace plugin check hotel');
});
