import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModelDocument } from '@terrace/model';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

async function scorecard(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Memory(), new Memory()];
  const code = await runCli(['model', 'scorecard', ...args], { out, err }, new AbortController().signal);
  return { code, out: out.text, err: err.text };
}

const card = 'variable,bin,points\nbasepoints,,10.5\nage,"[-Inf,26)",-2\nage,"[26,Inf)",3\nhome,rent%,1\n';
const cutsIn = (file: string): unknown => {
  const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as ModelDocument;
  const bands = nodes.find(({ id }) => id === 'score_band');
  return bands?.kind === 'bands' && bands.cuts.values;
};

beforeAll(() => {
  writeFileSync(file('card.csv'), card);
  writeFileSync(file('wide.csv'), 'variable;bin;points\nv;a;100\nv;b;900\n');
  writeFileSync(
    file('utf16.csv'),
    Buffer.from('\uFEFFvariable\tbin\tpoints\nage\t[-Inf,Inf)\t3\n', 'utf16le'),
  );
  // GB18030 of 客户编号, which Node can read and not write.
  writeFileSync(
    file('gb.csv'),
    Buffer.concat([
      Buffer.from('variable,bin,points\n'),
      Buffer.from('bfcdbba7b1e0bac5', 'hex'),
      Buffer.from(',a,1\n'),
    ]),
  );
  writeFileSync(file('faults.csv'), 'variable,bin,points\nv,"[0,5)",x\nbasepoints,,1\nbasepoints,,2\n');
  writeFileSync(file('workbook.csv'), Buffer.from('504b030414000600', 'hex'));
});

describe('terrace model scorecard', () => {
  const made = (name: string, ...args: string[]) =>
    scorecard('--points', file(name), '--subject', 'applicant', '--out', file('out.json'), ...args);

  it('cuts into equal bands where the card does not span the usual cut-offs, and says so', async () => {
    expect(await made('card.csv')).toEqual({
      code: 0,
      out: '',
      err:
        '2 variables with 3 bins, base points 10.5; totals from 9.5 to 14.5 are possible.\n' +
        'The card does not span the usual 400 to 700, so tiers are 5 bands of equal width, cut at 10.5, 11.5, 12.5, 13.5; --cuts gives others.\n',
    });
    expect(cutsIn(file('out.json'))).toEqual(['10.5', '11.5', '12.5', '13.5']);
  });

  it('makes a model that is sound though no plugin brings its subject type', async () => {
    await scorecard('--points', file('card.csv'), '--subject', 'novel', '--out', file('novel.json'));
    const [out, err] = [new Memory(), new Memory()];
    const args = ['model', 'check', '--model', file('novel.json'), '--json'];
    expect(await runCli(args, { out, err }, new AbortController().signal)).toBe(0);
    const { issues, counts } = JSON.parse(out.text) as { issues: unknown[]; counts: { error: number } };
    expect(counts.error).toBe(0);
    expect(issues).toMatchObject([{ code: 'UNKNOWN_SUBJECT_TYPE', severity: 'warning' }]);
  });

  it('takes the usual cut-offs or those it is given, and says which', async () => {
    expect((await made('wide.csv', '--lang', 'zh-CN')).err).toContain(
      '层级采用常用分数线 400、500、600、700',
    );
    expect(cutsIn(file('out.json'))).toEqual(['400', '500', '600', '700']);
    const { err } = await made('wide.csv', '--cuts', '50, 500.25，950');
    expect(err).toContain(
      'Tiers are cut at 50, 500.25, 950.\nAll possible totals lie on one side of 50, 950',
    );
    expect(cutsIn(file('out.json'))).toEqual(['50', '500.25', '950']);
  });

  it('reads UTF-16 with tabs and GB18030', async () => {
    const utf16 = await scorecard('--points', file('utf16.csv'), '--subject', 'a');
    expect(JSON.parse(utf16.out)).toMatchObject({
      nodes: [{ id: 'age', valueType: 'number' }, {}, {}, {}, {}, {}, {}],
    });
    const gb = await scorecard('--points', file('gb.csv'), '--subject', 'a');
    expect(JSON.parse(gb.out)).toMatchObject({
      nodes: [{ name: { en: '客户编号' } }, {}, {}, {}, {}, {}, {}],
    });
  });

  it('reports every fault of the table with its line, and writes nothing', async () => {
    const result = await scorecard(
      '--points',
      file('faults.csv'),
      '--subject',
      'a',
      '--out',
      file('none.json'),
    );
    expect({ code: result.code, out: result.out }).toEqual({ code: 2, out: '' });
    expect(
      result.err
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/(Line \d+).*/, '$1')),
    ).toEqual(['Line 2', 'Warning: Line 2', 'Warning: Line 2', 'Line 4']);
    const json = await scorecard('--points', file('faults.csv'), '--subject', 'a', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      document: null,
      issues: [{ code: 'NOT_A_NUMBER', details: { line: 2 } }, {}, {}, {}],
    });
  });

  it.each<[string, string[], string]>([
    ['no table', ['--subject', 'a'], '--points is missing.'],
    ['no subject type', ['--points', 'card.csv'], '--subject is missing.'],
    ['a subject type that is no id', ['--points', 'card.csv', '--subject', 'A b'], '"A b" is none'],
    [
      'cut-offs that are no numbers',
      ['--points', 'card.csv', '--subject', 'a', '--cuts', '1,x'],
      '"x" is none',
    ],
    [
      'cut-offs out of order',
      ['--points', 'card.csv', '--subject', 'a', '--cuts', '2,1'],
      'above the one before it',
    ],
    ['a file that is not there', ['--points', 'none.csv', '--subject', 'a'], 'it does not exist'],
    ['a spreadsheet', ['--points', 'workbook.csv', '--subject', 'a'], 'save it as CSV first'],
  ])('says in one sentence that there is %s', async (_, args, part) => {
    const { code, out, err } = await scorecard(
      ...args.map((arg) => (arg.endsWith('.csv') ? file(arg) : arg)),
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(part);
  });
});
