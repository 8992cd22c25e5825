import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { runCli } from '../run-cli.js';

class Memory extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function check(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Memory(), new Memory()];
  const code = await runCli(['model', 'check', ...args], { out, err }, new AbortController().signal);
  return { code, out: out.text, err: err.text };
}

/** The rules of capability 16 as they were printed, with their holes. */
const printed = resolve(import.meta.dirname, '../../../../test/fixtures/models/value-as-printed.json');

const folder = mkdtempSync(join(tmpdir(), 'cli-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Json {
  readonly exact: boolean;
  readonly issues: readonly unknown[];
  readonly findings: readonly { kind: string; severity: string; region: { words: { en: string } } | null }[];
}

const read = (text: string): Json => JSON.parse(text) as Json;

describe('terrace model check', () => {
  it('says the holes of the printed rules in Chinese, with examples and repairs', async () => {
    const { code, out } = await check('--model', printed, '--lang', 'zh-CN');
    expect(code).toBe(0);
    expect(out).toContain('超过 9,999 且少于 10,000 元');
    expect(out).toContain('没有规则覆盖，归入“未分层”');
    expect(out).toMatch(/示例：.* → “未分层”/);
    expect(out).toMatch(/修复建议：/);
    expect(out).toMatch(/0 个错误，\d+ 个警告，\d+ 个提示。已检查全部取值组合。\n$/);
  });

  it('writes one JSON document', async () => {
    const { code, out } = await check('--model', printed, '--json');
    const { exact, issues, findings } = read(out);
    expect([code, exact, issues]).toEqual([0, true, []]);
    expect(findings.filter(({ kind, severity }) => kind === 'gap' && severity === 'warning').length).toBe(3);
    expect(findings.filter(({ kind, severity }) => kind === 'overlap' && severity === 'info').length).toBe(4);
  });

  it('finds nothing in the rules of the template, which are repaired', async () => {
    const { code, out } = await check('--model', 'retail/value', '--json');
    const { exact, issues, findings } = read(out);
    expect([code, exact, issues, findings]).toEqual([0, true, [], []]);
  });

  it('writes a model without the holes', async () => {
    const target = join(folder, 'repaired.json');
    expect((await check('--model', printed, '--repair', target)).code).toBe(0);
    const again = read((await check('--model', target, '--json')).out);
    expect(again.findings.filter(({ kind }) => kind === 'gap' || kind === 'missingEdge')).toEqual([]);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ subjectType: 'customer' });
  });

  it('fails with 1 where the model has errors, and lists them all', async () => {
    const path = join(folder, 'faulty.json');
    const document = {
      schema: 2,
      name: { en: 'Faulty' },
      subjectType: 'customer',
      nodes: [
        {
          kind: 'condition',
          id: 'one',
          name: { en: 'One' },
          when: { '>': [{ var: 'nothing' }, 1] },
          tier: 'gold',
        },
        { kind: 'tier', id: 'gold', name: { en: 'Gold' }, rank: 1 },
      ],
      fallback: 'none',
    };
    writeFileSync(path, JSON.stringify(document));
    const { code, out } = await check('--model', path, '--json');
    const { exact, issues } = read(out);
    expect([code, exact, issues.length]).toEqual([1, false, 2]);
  });

  it('says and counts once that weights do not sum, with the repair', async () => {
    const named = (id: string) => ({ id, name: { en: id } });
    const dimension = (id: string) => ({
      ...named(id),
      kind: 'dimension',
      valueType: 'number',
      source: { kind: 'field', field: id },
      missing: { policy: 'default', value: 0 },
    });
    const document = {
      schema: 2,
      name: { en: 'Weights' },
      subjectType: 'customer',
      nodes: [
        dimension('order_count'),
        dimension('total_amount'),
        {
          ...named('score'),
          kind: 'scorecard',
          items: [
            { id: 'a', input: 'order_count' },
            { id: 'b', input: 'total_amount' },
          ],
          weightSets: [{ id: 'w', name: { en: 'w' }, weights: { a: '60', b: '35' } }],
        },
        { ...named('one'), kind: 'condition', when: { '>=': [{ var: 'score' }, 50] }, tier: 'gold' },
        { ...named('gold'), kind: 'tier', rank: 1 },
        { ...named('basic'), kind: 'tier', rank: 2 },
      ],
      fallback: 'basic',
    };
    const path = join(folder, 'weights.json');
    writeFileSync(path, JSON.stringify(document));
    const { code, out } = await check('--model', path, '--json');
    const { issues, findings } = read(out);
    expect([code, issues]).toEqual([1, []]);
    expect(findings.filter(({ kind }) => kind === 'weights')).toHaveLength(1);
    expect((await check('--model', path)).out).toContain('Errors: 1,');
  });

  it('says in one sentence that a file is none', async () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{');
    for (const each of [path, join(folder, 'absent.json'), folder]) {
      const { code, out, err } = await check('--model', each);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^[^\n]+\.\n$/);
    }
    expect((await check()).err).toBe('--model is missing.\n');
  });
});
