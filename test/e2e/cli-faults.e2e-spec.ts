import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
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
  writeFileSync(work.file('empty.csv.gz'), gzipSync(''));
  writeFileSync(work.file('damaged.csv.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  writeFileSync(work.file('headers-only.csv'), 'customer_id,order_date,amount\n');
  writeFileSync(work.file('other-headers.csv'), 'who,when,how_much\nA,2024-01-01,5\n');
  writeFileSync(work.file('two-amounts.csv'), 'customer_id,order_date,amount,revenue\nA,2024-01-01,5,6\n');
  writeFileSync(work.file('all-bad.csv'), 'customer_id,order_date,amount\nA,yesterday,5\nB,soon,6\n');
  writeFileSync(work.file('no-json.json'), '{"schema": 1,');
  writeFileSync(work.file('no-model.json'), '{"schema": 1, "name": {"en": "X"}, "nodes": []}');
  mkdirSync(work.file('folder'));
  mkdirSync(work.file('tmp'), { mode: 0o711 });
});

describe('terrace tier with bad arguments', () => {
  const base = (file: string): string[] => [
    ...['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30'],
    ...['--events', `order=${work.file(file)}`],
  ];

  it.each<[string, () => string[], string[]]>([
    ['no model', () => ['tier', '--as-of', '2024-06-30'], ['--model is missing']],
    ['no day', () => ['tier', '--model', 'retail/rfm'], ['--as-of is missing']],
    ['a day that is none', () => [...base('orders.csv'), '--as-of', '2024-02-30'], ['"2024-02-30"']],
    ['an unknown option', () => [...base('orders.csv'), '--fast'], ['"--fast"']],
    ['an option without a value', () => [...base('orders.csv'), '--out'], ['--out']],
    ['a value without an option', () => [...base('orders.csv'), 'more'], ['too many']],
    ['an unknown command', () => ['tiers'], ['"tiers"']],
    [
      'an unknown template',
      () => [...base('orders.csv'), '--model', 'retail/abc'],
      ['"retail/abc"', 'retail/rfm'],
    ],
    ['no data', () => ['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30'], ['--events order=<csv>']],
    ['an unknown type', () => [...base('orders.csv'), '--events', 'visit=x.csv'], ['"visit"', 'order']],
    [
      'an unknown target',
      () => [...base('orders.csv'), '--map', 'order.price=amount'],
      ['"price"', 'amount'],
    ],
    [
      'a mapping without its file',
      () => [...base('orders.csv'), '--map', 'customer.city=x'],
      ['customer.city'],
    ],
    ['an unknown parameter', () => [...base('orders.csv'), '--param', 'size=3'], ['"size"', 'task_owner']],
    [
      'a parameter that is no number',
      () => [...base('orders.csv'), '--model', 'retail/value', '--param', 'window_months=many'],
      ['window_months', '"many"'],
    ],
    [
      'a parameter out of range',
      () => [...base('orders.csv'), '--model', 'retail/value', '--param', 'window_months=0'],
      ['retail/value'],
    ],
    ['an unknown format', () => [...base('orders.csv'), '--format', 'xml'], ['"xml"']],
    ['an unknown language', () => [...base('orders.csv'), '--lang', 'fr'], ['"fr"']],
    ['a file that is not there', () => base('none.csv'), ['none.csv', 'does not exist']],
    ['a folder', () => base('folder'), ['folder', 'it is a folder']],
    ['an empty file', () => base('empty.csv'), ['empty.csv is empty']],
    ['an empty packed file', () => base('empty.csv.gz'), ['empty.csv.gz is empty']],
    ['a damaged packed file', () => base('damaged.csv.gz'), ['damaged.csv.gz cannot be read']],
    [
      'a place for results that is not there',
      () => [...base('orders.csv'), '--out', work.file('x/y.csv')],
      ['--out'],
    ],
    ['a folder for results', () => [...base('orders.csv'), '--logic', work.file('folder')], ['--logic']],
    [
      'a model file that is not there',
      () => [...base('orders.csv'), '--model', 'none.json'],
      ['"none.json"'],
    ],
    [
      'a model file that is not JSON',
      () => [...base('orders.csv'), '--model', work.file('no-json.json')],
      ['no-json.json is not JSON'],
    ],
    [
      'a model file that is no model',
      () => [...base('orders.csv'), '--model', work.file('no-model.json')],
      ['no-model.json is not valid'],
    ],
    ['an address that is none', () => [...base('orders.csv'), '--database', 'localhost'], ['--database']],
  ])('says in one sentence that there is %s', async (_, args, parts) => {
    expectOneSentence(await terrace(args()), ...parts);
  });

  it.each<[string, () => string[], string[]]>([
    ['a file with a header only', () => base('headers-only.csv'), ['headers-only.csv']],
    [
      'headers it does not know',
      () => base('other-headers.csv'),
      ['order.subject', 'order.time', 'order.amount', 'who'],
    ],
    ['an ambiguous header', () => base('two-amounts.csv'), ['order.amount could be amount or revenue']],
    [
      'an unknown column',
      () => [...base('orders.csv'), '--map', 'order.amount=price'],
      ['"price"', 'order_date'],
    ],
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

  it('speaks Chinese when asked to', async () => {
    expectOneSentence(await terrace([...base('empty.csv'), '--lang', 'zh-CN']), 'empty.csv 是空文件。');
    expectOneSentence(await terrace([...base('orders.csv'), '--lang=zh-CN', '--fast']), '没有选项“--fast”');
  });

  it('exits with 1 when the server fails', async () => {
    writeFileSync(work.file('server.mjs'), 'process.stderr.write("The disk is full.\\n"); process.exit(3);');
    const result = await terrace(base('orders.csv'), { env: { TERRACE_SERVER: work.file('server.mjs') } });
    expect(result).toEqual({ code: 1, out: '', err: 'The server could not be started: The disk is full.\n' });
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)('says that a file may not be read', async () => {
    writeFileSync(work.file('secret.csv'), good);
    chmodSync(work.file('secret.csv'), 0);
    expectOneSentence(await terrace(base('secret.csv')), 'may not read it');
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

describe('terrace --help', () => {
  it.each([
    [['--help'], ['Usage: terrace', 'tier', 'model']],
    [
      ['tier', '--help'],
      ['--model <model>', '--as-of <date>', '--map <type.target=column>', '--database <url>'],
    ],
    [
      ['tier', '--help', '--lang', 'zh-CN'],
      ['用法：', '截止日期'],
    ],
    [['model', 'export', '--help'], ['--json-logic']],
    [['--version'], ['0.1.0']],
  ])('answers %j', async (args, parts) => {
    const result = await terrace(args);
    expect({ code: result.code, err: result.err }).toEqual({ code: 0, err: '' });
    for (const part of parts) expect(result.out).toContain(part);
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
    expect(tier(9, 9_999, 1)).toBe('medium_value');
    expect(tier(4, 4_999, 1)).toBe('low_value');
    expect(tier(20, 90_000, 0)).toBe('churn_risk');
    expect(tier(9, 10_000, 1)).toBe('unclassified');
    expect(tier(9, 9_999.5, 1)).toBe('unclassified');
    expect(tier(4, 5_000, 1)).toBe('unclassified');
    expect(tier(5, 4_999, 1)).toBe('unclassified');
  });

  it('says what is missing', async () => {
    expectOneSentence(await terrace(['model', 'export', '--model', 'retail/rfm']), '--json-logic');
    expectOneSentence(await terrace(['model', 'export', '--json-logic']), '--model is missing');
    expectOneSentence(await terrace(['model']), 'terrace model export');
  });
});
