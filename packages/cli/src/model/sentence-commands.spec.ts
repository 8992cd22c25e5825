import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

async function terrace(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Memory(), new Memory()];
  const code = await runCli(args, { out, err }, new AbortController().signal);
  return { code, out: out.text, err: err.text };
}

const folder = mkdtempSync(join(tmpdir(), 'cli-sentence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const core = '最近90天内消费超过5次且总金额大于10万元的客户,自动标记为"核心价值客户"';

describe('terrace model sentences', () => {
  it('says the rules of a template', async () => {
    const { code, out } = await terrace('model', 'sentences', '--model', 'retail/value', '--lang', 'zh-CN');
    expect(code).toBe(0);
    expect(out).toMatch(/^高价值\n {2}近 12 个月价值窗口内消费次数不少于 10 次，且/);
    expect(out).toContain('流失风险\n  近 6 个月流失窗口内消费次数为 0 次的客户');
  });

  it('writes one JSON document', async () => {
    const { out } = await terrace('model', 'sentences', '--model', 'retail/value', '--json');
    const { tiers } = JSON.parse(out) as { tiers: { tier: string }[] };
    expect(tiers.map(({ tier }) => tier)).toEqual(['high_value', 'medium_value', 'low_value', 'churn_risk']);
  });
});

describe('terrace model draft', () => {
  it('writes a model that other commands read', async () => {
    const path = join(folder, 'core.json');
    const { code, out, err } = await terrace(
      'model',
      'draft',
      '--sentence',
      core,
      '--out',
      path,
      '--lang',
      'zh-CN',
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('沿用另一条件的 90 天');
    expect(readFileSync(path, 'utf8')).toContain('"核心价值客户"');
    const said = await terrace('model', 'sentences', '--model', path, '--lang', 'zh-CN');
    expect(said.out).toContain(
      '近 90 天消费次数超过 5 次，且近 90 天消费金额超过 10 万元的客户，归为“核心价值客户”。',
    );
  });

  it('writes one JSON document, also of what it did not understand', async () => {
    const good = JSON.parse((await terrace('model', 'draft', '--sentence', core, '--json')).out) as Record<
      string,
      unknown
    >;
    expect(good).toMatchObject({ sentence: core, issues: [], document: { fallback: 'other_tier' } });
    const bad = await terrace('model', 'draft', '--sentence', '鞋码大于40', '--json');
    expect(bad.code).toBe(2);
    expect(JSON.parse(bad.out)).toMatchObject({
      document: null,
      issues: [{ code: 'NOT_UNDERSTOOD', details: { start: 0, end: 2 } }],
    });
  });

  it('says in one sentence what it did not understand', async () => {
    const { code, out, err } = await terrace('model', 'draft', '--sentence', '鞋码大于40', '--lang', 'zh-CN');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^未能理解“鞋码”[^\n]+。\n$/);
    expect((await terrace('model', 'draft')).err).toBe('--sentence is missing.\n');
  });
});
