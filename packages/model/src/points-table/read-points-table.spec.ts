import { describe, expect, it } from '@jest/globals';
import { readPointsTable } from './read-points-table.js';

const read = (...lines: string[]) => readPointsTable(['variable,bin,points', ...lines].join('\n'));

/** Code and line of every fault, warnings in brackets. */
const faults = (...lines: string[]): string[] =>
  read(...lines).issues.map(({ code, severity, details }) => {
    const text = `${String(details?.['line'])} ${code}`;
    return severity === 'error' ? text : `(${text})`;
  });

const valuesOf = (...bins: string[]) =>
  read(...bins.map((bin) => `v,"${bin.replaceAll('"', '""')}",1`)).table.variables[0]?.bins.map(
    (bin) => bin.values,
  );

describe('readPointsTable', () => {
  it.each(['"variable","bin","points"\n', 'variable,bin,points\r\n', '"variable","bin","points"\r'])(
    'takes every kind of line end after the header %j',
    (header) => {
      const { table, issues } = readPointsTable(
        `${header}v,"[-Inf,1)",1\r\nv,"[1,2)",2\nv,"[2,3)",3\rv,"[3,Inf)",4\n`,
      );
      expect(table.variables[0]?.bins.map(({ line, points }) => [line, points])).toEqual([
        [2, '1'],
        [3, '2'],
        [4, '3'],
        [5, '4'],
      ]);
      expect(issues).toEqual([]);
    },
  );

  it('reads base points, ranges, categories and missing values', () => {
    const { table, issues } = read(
      'basepoints,,456',
      'age,"missing%,%[-Inf,26)",-39',
      'age,"[26, Inf)",14.5',
      'home,"rent%,%for free",-23',
      'home,own,11',
      'home,NA,1e+01',
    );
    expect(issues).toEqual([]);
    expect(table).toEqual({
      base: '456',
      baseLine: 2,
      variables: [
        {
          name: 'age',
          line: 3,
          type: 'number',
          missing: '-39',
          bins: [
            {
              line: 3,
              text: 'missing%,%[-Inf,26)',
              points: '-39',
              values: [{ kind: 'range', max: 26, closed: 'left' }],
            },
            {
              line: 4,
              text: '[26, Inf)',
              points: '14.5',
              values: [{ kind: 'range', min: 26, closed: 'left' }],
            },
          ],
        },
        {
          name: 'home',
          line: 5,
          type: 'text',
          missing: '10',
          bins: [
            {
              line: 5,
              text: 'rent%,%for free',
              points: '-23',
              values: [
                { kind: 'value', text: 'rent' },
                { kind: 'value', text: 'for free' },
              ],
            },
            { line: 6, text: 'own', points: '11', values: [{ kind: 'value', text: 'own' }] },
            { line: 7, text: 'NA', points: '10', values: [] },
          ],
        },
      ],
    });
  });

  it.each<[string, string, (number | undefined)[]]>([
    ['[-inf,26)', 'left', [undefined, 26]],
    ['(-Inf,5]', 'right', [undefined, 5]],
    ['( -∞ , 5 ]', 'right', [undefined, 5]],
    ['[9200, +Infinity)', 'left', [9200, undefined]],
    ['[1e+05,2.5E5]', 'both', [100_000, 250_000]],
    ['(-3.50,−1.25)', 'neither', [-3.5, -1.25]],
    ['［1，5）', 'left', [1, 5]],
    ['\u00a0[.5,\u00a01.)', 'left', [0.5, 1]],
  ])('reads the range %s', (text, closed, [min, max]) => {
    expect(valuesOf(text)).toEqual([
      [
        {
          kind: 'range',
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          closed,
        },
      ],
    ]);
  });

  it.each<[string, string[]]>([
    ['... < 0 DM', ['... < 0 DM']],
    ['furniture, equipment%,%car (used)', ['furniture, equipment', 'car (used)']],
    ['[a]%,%(b, c)%,%"d"', ['[a]', '(b, c)', '"d"']],
    ['1%,%007', ['1', '007']],
    [`['rent' 'own']`, ['rent', 'own']],
    [`["for 'free'", 'own']`, ["for 'free'", 'own']],
    ['None%,%none%,%na', ['None', 'none', 'na']],
  ])('reads the categories of %s', (text, expected) => {
    expect(
      valuesOf(text)
        ?.flat()
        .map((value) => value.kind === 'value' && value.text),
    ).toEqual(expected);
  });

  it('takes single numbers beside ranges for numbers, and alone for categories', () => {
    expect(valuesOf('-999', '[0,Inf)')?.[0]).toEqual([{ kind: 'value', text: '-999', number: -999 }]);
    expect(read('v,1,5', 'v,2,6').table.variables[0]?.type).toBe('text');
  });

  it.each([
    ['semicolons and decimal commas', 'variable;bin;points\nbasepoints;;12,5\nv;[0,Inf);-3,25'],
    ['tabs, as out of a spreadsheet', 'variable\tbin\tpoints\nbasepoints\t\t12.5\nv\t[0,Inf)\t-3.25\n'],
    [
      'a mark, other columns and another order',
      '\uFEFF"Points","","woe","Bin","VARIABLE"\r\n12.5,1,,NA,basepoints\r\n-3.25,2,0.5,"[0,Inf)",v\r\n',
    ],
    ['Chinese headers', '变量,分箱,分值\n基础分,,12.5\nv,"[0,Inf)",-3.25'],
    [
      'blank lines and a repeated header',
      '\nvariable,bin,points\nbase points,-,12.5\n,,\nvariable,bin,points\nv,"[0,Inf)",-3.25',
    ],
  ])('reads %s', (_, text) => {
    const { table, issues } = readPointsTable(text);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(table.base).toBe('12.5');
    expect(table.variables).toMatchObject([
      {
        name: 'v',
        type: 'number',
        bins: [{ points: '-3.25', values: [{ kind: 'range', min: 0, closed: 'left' }] }],
      },
    ]);
  });

  it('has base points of 0 without a row of them, and takes a variable of such a name for one', () => {
    expect(read('intercept,"[-Inf,Inf)",5').table).toMatchObject({
      base: '0',
      baseLine: null,
      variables: [{ name: 'intercept' }],
    });
  });

  it('tells NA the category from NA the missing value', () => {
    const [named, plain] = [read('v,missing,1', 'v,"NA%,%a",2'), read('v,NA,1', 'v,a,2')].map(
      ({ table }) => table.variables[0],
    );
    expect(named).toMatchObject({ missing: '1', bins: [{}, { values: [{ text: 'NA' }, { text: 'a' }] }] });
    expect(plain).toMatchObject({ missing: '1', bins: [{ values: [] }, {}] });
  });

  it.each<[string, string[], string[]]>([
    [
      'points that are none',
      ['v,a,', 'v,b,x', 'v,c,NA', 'v,d,"1,234"'],
      ['2 NO_POINTS', '3 NOT_A_NUMBER', '4 NO_POINTS', '5 NOT_A_NUMBER'],
    ],
    ['two rows of base points', ['basepoints,,1', 'v,a,1', 'Base points,NA,2'], ['4 TWO_BASE_POINTS']],
    [
      'bins without their quotation marks',
      ['v,[0,5),1', 'v,"[5,9)",1', 'v,a%,%b,1'],
      ['2 EXTRA_CELLS', '(3 GAP_BETWEEN_BINS)', '(3 GAP_BETWEEN_BINS)', '4 EXTRA_CELLS'],
    ],
    ['a row without a variable', ['v,a,1', ',b,2'], ['3 NO_VARIABLE']],
    ['bins it does not know', ['v,"[-Inf,5)",1', 'v,"[5;9)",2', 'v,"[9,Inf)",3'], ['3 UNKNOWN_BIN']],
    [
      'a half-open range without numbers',
      ['v,"[a,b)",1', 'v,c,2', 'v,[1;2),3'],
      ['2 UNKNOWN_BIN', '4 UNKNOWN_BIN'],
    ],
    ['words among ranges', ['v,"[-Inf,5)%,%high",1', 'v,"[5,Inf)",2'], ['2 UNKNOWN_BIN']],
    ['ranges that overlap', ['v,"[-Inf,5]",1', 'v,"[5,Inf)",2'], ['3 OVERLAPPING_BINS']],
    [
      'ranges inside each other',
      ['v,"[3,4)",1', 'v,"[-Inf,Inf)",2', 'v,"[7,8)",2'],
      ['3 OVERLAPPING_BINS', '4 OVERLAPPING_BINS'],
    ],
    ['the same range twice', ['v,"[-Inf,5)",1', 'v,"[5,Inf)",2', 'v,"[5,Inf)",2'], ['4 OVERLAPPING_BINS']],
    [
      'the same number twice',
      ['v,"[-Inf,Inf)",1', 'v,-1,2', 'v,-1.0,3'],
      ['(3 VALUE_IN_RANGE)', '4 OVERLAPPING_BINS', '(4 VALUE_IN_RANGE)'],
    ],
    [
      'gaps between ranges',
      ['v,"[0,5)",1', 'v,"[6,9)",2', 'v,"(9,12]",2'],
      ['(2 GAP_BETWEEN_BINS)', '(3 GAP_BETWEEN_BINS)', '(4 GAP_BETWEEN_BINS)', '(4 GAP_BETWEEN_BINS)'],
    ],
    ['no gap where a single number fills it', ['v,"[-Inf,9)",1', 'v,9,2', 'v,"(9,Inf]",2'], []],
    ['a range the wrong way round', ['v,"[5,1)",1'], ['2 EMPTY_RANGE']],
    [
      'a category twice',
      ['v,"a%,%b",1', 'v,"b%,%c",2', 'v,c,3'],
      ['3 DUPLICATE_CATEGORY', '4 DUPLICATE_CATEGORY'],
    ],
    ['missing values twice', ['v,missing,1', 'v,"[-Inf,Inf)%,%missing",2'], ['3 DUPLICATE_MISSING']],
    ['a blank bin', ['v,,1', 'v,a,2'], ['(2 BLANK_BIN)']],
    ['many digits', ['v,a,0.12345678901234567'], ['(2 ROUNDED_POINTS)']],
    [
      'special bins',
      ['v,"(-inf, 5.00)",1', 'v,"[5.00, inf)",1', 'v,Special,0', 'v,Missing,0'],
      ['(4 SPECIAL_LEFT_OUT)'],
    ],
    ['nothing but base points', ['basepoints,,1'], ['undefined NO_VARIABLES']],
    ['a quotation mark that is not closed', ['v,a,1', 'v,"b,2', 'v,c,3'], ['3 QUOTE_NOT_CLOSED']],
  ])('finds %s', (_, lines, expected) => {
    expect(faults(...lines)).toEqual(expected);
  });

  it('reports every fault at once, in the order of their lines and in both languages', () => {
    const { issues } = read('v,"[0,5)",x', 'basepoints,,1', 'w,a,1', 'basepoints,,2', 'w,a,2');
    expect(issues.map(({ code }) => code)).toEqual([
      'NOT_A_NUMBER',
      'GAP_BETWEEN_BINS',
      'GAP_BETWEEN_BINS',
      'TWO_BASE_POINTS',
      'DUPLICATE_CATEGORY',
    ]);
    for (const { message, details } of issues) {
      expect(message.en).toMatch(new RegExp(`^Line ${String(details?.['line'])}: `));
      expect(message['zh-CN']).toMatch(new RegExp(`^第 ${String(details?.['line'])} 行：`));
    }
  });

  it.each([
    ['', ['EMPTY_TABLE']],
    ['\uFEFF\n\n', ['EMPTY_TABLE']],
    ['variable,bin,points\n', ['EMPTY_TABLE']],
    ['variable,woe,points\nv,1,2', ['COLUMNS_MISSING']],
    ['variable,bin,points,Points\nv,1,2,3', ['COLUMN_TWICE']],
  ])('says what is wrong with %j as a whole', (text, expected) => {
    expect(readPointsTable(text).issues.map(({ code }) => code)).toEqual(expected);
  });
});
