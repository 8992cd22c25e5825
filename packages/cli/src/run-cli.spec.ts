import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { runCli } from './run-cli.js';

class Memory extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function terrace(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const out = new Memory();
  const err = new Memory();
  const code = await runCli(args, { out, err }, new AbortController().signal);
  return { code, out: out.text, err: err.text };
}

/** Exit code 2, nothing on standard output, and one sentence. */
async function expectOneSentence(args: readonly string[], ...parts: string[]): Promise<void> {
  const { code, out, err } = await terrace(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^[^\n]+[.。]\n$/);
  expect(err).not.toMatch(/\. [A-Z]|。[^\n]/);
  for (const part of parts) expect(err).toContain(part);
}

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(file('orders.csv'), 'customer_id,order_date,amount\nA,2024-01-01,5\n');
  writeFileSync(file('empty.csv'), '');
  writeFileSync(file('empty.csv.gz'), gzipSync(''));
  writeFileSync(file('damaged.csv.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  writeFileSync(file('no-json.json'), '{"schema": 1,');
  writeFileSync(file('no-model.json'), '{"schema": 1, "name": {"en": "X"}, "nodes": []}');
  mkdirSync(file('folder'));
});

const model = ['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30'];
const base = (name: string): string[] => [...model, '--events', `order=${file(name)}`];
const good = base('orders.csv');
const value = [...good, '--model', 'retail/value'];

describe('terrace tier', () => {
  it.each<[string, string[], string[]]>([
    ['no model', ['tier', '--as-of', '2024-06-30'], ['--model is missing']],
    [
      'no day',
      ['tier', '--model', 'retail/rfm', '--events', `order=${file('orders.csv')}`],
      ['--as-of is missing'],
    ],
    ['a day that is none', [...good, '--as-of', '2024-02-30'], ['"2024-02-30"']],
    ['an unknown option', [...good, '--fast'], ['"--fast"']],
    ['an option without a value', [...good, '--out'], ['--out']],
    ['a value without an option', [...good, 'more'], ['too many']],
    ['an unknown command', ['tiers'], ['"tiers"']],
    ['an unknown template', [...good, '--model', 'retail/xyz'], ['"retail/xyz"', 'retail/rfm-summary']],
    ['no events', [...model, '--subjects', `customer=${file('orders.csv')}`], ['--events order=<csv>']],
    ['no subjects', [...good, '--model', 'retail/rfm-summary'], ['--subjects customer=<csv>']],
    ['an unknown type', [...good, '--events', 'visit=x.csv'], ['"visit"', 'order']],
    ['an unknown target', [...good, '--map', 'order.price=amount'], ['"price"', 'amount']],
    ['a mapping without its file', [...good, '--map', 'customer.city=x'], ['customer.city']],
    ['an unknown parameter', [...good, '--param', 'size=3'], ['"size"', 'task_owner']],
    [
      'a parameter that is no number',
      [...value, '--param', 'window_months=many'],
      ['window_months', '"many"'],
    ],
    [
      'a parameter out of range',
      [...value, '--param', 'window_months=0'],
      ['window_months', '0 is too small'],
    ],
    ['an unknown format', [...good, '--format', 'xml'], ['"xml"']],
    ['an unknown language', [...good, '--lang', 'fr'], ['"fr"']],
    ['a file that is not there', base('none.csv'), ['none.csv', 'does not exist']],
    ['a folder', base('folder'), ['folder', 'it is a folder']],
    ['an empty file', base('empty.csv'), ['empty.csv is empty']],
    ['an empty packed file', base('empty.csv.gz'), ['empty.csv.gz is empty']],
    ['a damaged packed file', base('damaged.csv.gz'), ['damaged.csv.gz cannot be read']],
    ['a place for results that is not there', [...good, '--out', file('x/y.csv')], ['--out']],
    ['a folder for results', [...good, '--logic', file('folder')], ['--logic']],
    ['a model file that is not there', [...good, '--model', 'none.json'], ['"none.json"']],
    [
      'a model file that is not JSON',
      [...good, '--model', file('no-json.json')],
      ['no-json.json is not JSON'],
    ],
    [
      'a model file that is no model',
      [...good, '--model', file('no-model.json')],
      ['no-model.json is not valid'],
    ],
    ['a parameter of a file', [...good, '--model', file('no-model.json'), '--param', 'a=1'], ['--param a']],
    ['an address that is none', [...good, '--database', 'localhost'], ['--database']],
  ])('says in one sentence that there is %s', async (_, args, parts) => {
    await expectOneSentence(args, ...parts);
  });

  it('says it in Chinese when asked to', async () => {
    await expectOneSentence([...base('empty.csv'), '--lang', 'zh-CN'], 'empty.csv 是空文件。');
    await expectOneSentence([...good, '--lang=zh-CN', '--fast'], '没有选项“--fast”');
    await expectOneSentence([...value, '--lang=zh-CN', '--param', 'window_months=0'], '不能小于 1');
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)('says that a file may not be read', async () => {
    writeFileSync(file('secret.csv'), 'a,b\n1,2\n');
    chmodSync(file('secret.csv'), 0);
    await expectOneSentence(base('secret.csv'), 'may not read it');
  });
});

describe('terrace --help', () => {
  it.each([
    [['--help'], ['Usage: terrace', 'tier', 'model']],
    [['help', 'tier'], ['Usage: terrace tier']],
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
    const { code, out, err } = await terrace(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const part of parts) expect(out).toContain(part);
  });

  it('is shown, as a mistake, when there is no command at all', async () => {
    const { code, out, err } = await terrace([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: terrace');
  });
});

describe('terrace model export', () => {
  it('writes the JSON Logic of a template', async () => {
    const { code, out, err } = await terrace(['model', 'export', '--model', 'retail/rfm', '--json-logic']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['if']);
  });

  it('says what is missing', async () => {
    await expectOneSentence(['model', 'export', '--model', 'retail/rfm'], '--json-logic');
    await expectOneSentence(['model', 'export', '--json-logic'], '--model is missing');
    await expectOneSentence(['model'], 'terrace model export');
  });
});

const champion = '{"recency": 5, "frequency": 30, "monetary": "9000.5"}';
const regular = '{"recency": 120, "frequency": 9, "monetary": 400}';
const withRfm = (command: string, values: string, ...more: string[]): string[] => [
  'model',
  command,
  '--model',
  'retail/rfm',
  '--values',
  values,
  ...more,
];

describe('terrace model explain', () => {
  it('says why, what keeps the tier and what the next takes', async () => {
    const { code, out, err } = await terrace(withRfm('explain', regular, '--as-of', '2024-06-30'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Tier “/);
    expect(out).toContain('What keeps the tier');
    expect(out).toContain('What it takes for the next tier');
    expect(out).toContain('Without new records');
  });

  it('gives the same as one JSON document', async () => {
    const { code, out } = await terrace(withRfm('explain', champion, '--json'));
    const json = JSON.parse(out) as Record<string, unknown>;
    expect({ code, tier: json['tier'], next: json['next'], validUntil: json['validUntil'] }).toEqual({
      code: 0,
      tier: 'champions',
      next: null,
      validUntil: null,
    });
    expect(json['keeps']).toHaveLength(3);
  });

  it('reads values from a file', async () => {
    writeFileSync(file('values.json'), champion);
    const { code, out } = await terrace(withRfm('explain', `@${file('values.json')}`, '--lang', 'zh-CN'));
    expect(code).toBe(0);
    expect(out).toMatch(/^层级为“/);
  });

  it.each<[string, string, string[]]>([
    ['an unknown dimension', '{"age": 3}', ['"age"', 'recency, frequency, monetary']],
    ['a value of a wrong type', '{"recency": true}', ['"recency" must be a number', 'true']],
    ['a value too large', '{"recency": 1e999}', ['"recency" is too large', '1e308']],
    ['a list', `{"recency": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, ['a number, and not a list']],
    ['no JSON', '{"recency": 3', ['--values is not JSON: it ends too early']],
    ['no object', '[3]', ['needs a JSON object']],
    ['a file that is not there', '@none.json', ['none.json']],
    ['an unknown thing about the tier before', '{"previous": {"rank": 1}}', ['previous.tier, previous.days']],
    ['an unknown tier before', '{"previous": {"tier": "gold"}}', ['previous.tier must be one of champions']],
  ])('says in one sentence that there is %s', async (_, values, parts) => {
    await expectOneSentence(withRfm('explain', values), ...parts);
  });

  it('says that cut points are still to be calibrated', async () => {
    const { out } = await terrace(withRfm('explain', champion, '--json'));
    expect(out).not.toBe('');
    const plugin = await terrace(['model', 'explain', '--model', 'retail/rfm', '--lang', 'zh-CN']);
    expect(plugin.err).toBe('缺少 --values。\n');
    const bare = JSON.parse(
      readFileSync(new URL('../../../plugins/retail/models/rfm.json', import.meta.url), 'utf8').replace(
        /\{ "\$parameter": "[a-z_]+" \}/g,
        '"someone"',
      ),
    ) as { nodes: { cuts?: { values: string[] } }[] };
    for (const node of bare.nodes) if (node.cuts !== undefined) node.cuts.values = [];
    writeFileSync(file('bare.json'), JSON.stringify(bare));
    await expectOneSentence(
      ['model', 'explain', '--model', file('bare.json'), '--values', champion],
      'recency_score',
      'population',
    );
  });
});

it('says all in Chinese what is wrong with a model file', async () => {
  writeFileSync(file('large.json'), ' '.repeat(9 * 1024 * 1024));
  writeFileSync(file('deep.json'), `{"schema": 2, "nodes": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
  const messages: [string, string][] = [
    ['folder', `无法读取模型文件 ${file('folder')}：这是一个文件夹。\n`],
    ['large.json', `无法读取模型文件 ${file('large.json')}：文件大小为 9 MB，超过上限 8 MB。\n`],
    ['no-json.json', `${file('no-json.json')} 不是有效的 JSON：内容不完整。\n`],
    ['deep.json', `${file('deep.json')} 无效：nodes.0.0：此处嵌套超过 500 层，请拆分为多个条件或公式。\n`],
  ];
  for (const [name, expected] of messages) {
    const { code, err } = await terrace(['model', 'check', '--model', file(name), '--lang', 'zh-CN']);
    expect({ code, err }).toEqual({ code: 2, err: expected });
  }
});

describe('terrace model reach', () => {
  it('gives the cheapest plan first, with its cost', async () => {
    const { code, out, err } = await terrace(withRfm('reach', regular, '--target', 'champions'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^.+ to rise to “Champions”\. {2}\[cost [\d.,]+\]\n/);
  });

  it('gives every change as data', async () => {
    const { out } = await terrace(withRfm('reach', regular, '--target', 'champions', '--json'));
    const { plans } = JSON.parse(out) as { plans: { tier: string; changes: { dimension: string }[] }[] };
    expect(plans[0]?.tier).toBe('champions');
    expect(plans[0]?.changes.map(({ dimension }) => dimension)).toEqual(['recency', 'frequency', 'monetary']);
  });

  it('names the tiers there are', async () => {
    await expectOneSentence(withRfm('reach', regular, '--target', 'gold'), '"gold"', 'champions');
    await expectOneSentence(withRfm('reach', regular), '--target is missing');
  });
});

describe('terrace model diff', () => {
  it('ends as diff does', async () => {
    const same = await terrace(['model', 'diff', 'retail/rfm', 'retail/rfm', '--json']);
    expect(same.code).toBe(0);
    expect(JSON.parse(same.out)).toEqual({
      before: 'retail/rfm',
      after: 'retail/rfm',
      isEqual: true,
      changes: [],
    });
    const different = await terrace(['model', 'diff', 'retail/rfm', 'retail/rfm-summary', '--lang', 'zh-CN']);
    expect({ code: different.code, err: different.err }).toEqual({ code: 1, err: '' });
    expect(different.out).toContain('模型：名称由');
    await expectOneSentence(['model', 'diff', 'retail/rfm'], 'Two models are needed');
  });
});
