import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { temporaryFolder, terrace, type CommandResult } from './cli.js';

jest.setTimeout(120_000);

const work = temporaryFolder();
afterAll(() => work.remove());

const good = 'customer_id,order_date,amount\nA,2024-01-01,5\nB,2024-01-02,7\n';

/** Exit code 2, nothing on standard output, and one sentence. */
function expectOneSentence({ code, out, err }: CommandResult, ...parts: string[]): void {
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  for (const part of parts) expect(err).toContain(part);
}

beforeAll(() => {
  writeFileSync(work.file('orders.csv'), good);
  writeFileSync(work.file('empty.csv'), '');
  writeFileSync(work.file('headers-only.csv'), 'customer_id,order_date,amount\n');
  writeFileSync(work.file('other-headers.csv'), 'who,when,how_much\nA,2024-01-01,5\n');
  writeFileSync(work.file('two-amounts.csv'), 'customer_id,order_date,amount,Amount\nA,2024-01-01,5,6\n');
  writeFileSync(work.file('all-bad.csv'), 'customer_id,order_date,amount\nA,yesterday,5\nB,soon,6\n');
  mkdirSync(work.file('tmp'), { mode: 0o711 });
});

describe('terrace tier with bad arguments', () => {
  const base = (file: string): string[] => [
    ...['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30'],
    ...['--events', `order=${work.file(file)}`],
  ];

  it('says in one sentence what is wrong, before anything is started', async () => {
    expectOneSentence(await terrace(['tier', '--as-of', '2024-06-30']), '--model is missing');
    expectOneSentence(await terrace([...base('orders.csv'), '--fast']), '"--fast"');
    expectOneSentence(await terrace(base('empty.csv')), 'empty.csv is empty');
    expectOneSentence(await terrace([...base('empty.csv'), '--lang', 'zh-CN']), 'empty.csv 是空文件。');
  });

  it.each<[string, () => string[], string[]]>([
    ['a file with a header only', () => base('headers-only.csv'), ['headers-only.csv']],
    [
      'headers it does not know',
      () => base('other-headers.csv'),
      ['order.subject', 'order.time', 'order.amount', 'who'],
    ],
    ['an ambiguous header', () => base('two-amounts.csv'), ['order.amount could be amount or Amount']],
  ])('says in one sentence that there is %s', async (_, args, parts) => {
    expectOneSentence(await terrace(args(), { env: { TMPDIR: work.file('tmp') } }), ...parts);
    expect(readdirSync(work.file('tmp'))).toEqual([]);
  });

  it('refuses a file without a single good row, and leaves no result', async () => {
    const result = await terrace([...base('all-bad.csv'), '--out', work.file('nothing.csv')]);
    expect({ code: result.code, out: result.out }).toEqual({ code: 2, out: '' });
    expect(result.err.trimEnd().split('\n').at(-1)).toMatch(
      /^No row of .*all-bad\.csv could be used: line 2, column order_date/,
    );
    expect(existsSync(work.file('nothing.csv'))).toBe(false);
  });

  it('exits with 1 when the server fails', async () => {
    writeFileSync(work.file('server.mjs'), 'process.stderr.write("The disk is full.\\n"); process.exit(3);');
    const result = await terrace(base('orders.csv'), { env: { TERRACE_SERVER: work.file('server.mjs') } });
    expect(result).toEqual({ code: 1, out: '', err: 'The server could not be started: The disk is full.\n' });
  });

  it('takes its server and files away when it is interrupted', async () => {
    const result = await terrace(base('orders.csv'), {
      interruptAfter: /Importing|Computing/,
      env: { TMPDIR: work.file('tmp') },
    });
    expect({ code: result.code, out: result.out }).toEqual({ code: 130, out: '' });
    expect(readdirSync(work.file('tmp'))).toEqual([]);
  });
});

describe('terrace model export', () => {
  it('writes the JSON Logic of a template, without any database', async () => {
    const { code, out, err } = await terrace(['model', 'export', '--model', 'retail/value', '--json-logic']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { default: jsonLogic } = await import('json-logic-js');
    const logic = JSON.parse(out) as Parameters<typeof jsonLogic.apply>[0];
    const tier = (orders: number, amount: number, recent: number): unknown =>
      jsonLogic.apply(logic, {
        orders_in_window: orders,
        amount_in_window: amount,
        orders_in_churn_window: recent,
      });
    expect(tier(10, 10_000, 1)).toBe('high_value');
    expect(tier(10, 9_999, 1)).toBe('medium_value');
    expect(tier(5, 5_000, 1)).toBe('medium_value');
    expect(tier(9, 9_999.5, 1)).toBe('medium_value');
    expect(tier(9, 10_000, 1)).toBe('medium_value');
    expect(tier(4, 10_000, 1)).toBe('medium_value');
    expect(tier(4, 9_999, 1)).toBe('low_value');
    expect(tier(5, 4_999, 1)).toBe('low_value');
    expect(tier(20, 90_000, 0)).toBe('churn_risk');
  });
});
