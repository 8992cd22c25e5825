import { describe, expect, it } from '@jest/globals';
import { compileDocument } from '../../lowering/compile-document.js';
import { documentOf, field, faultsOf, issuesOf, stepOf, valueOf } from '../../testing/probe-node.js';

const inputs = [
  field('n', 'number', { name: { en: 'Points', 'zh-CN': '积分' } }),
  field('city', 'text'),
  field('since', 'date'),
  field('age', 'duration', { unit: 'day' }),
  field('level', 'enumeration', { domain: { options: ['a', 'b'] } }),
];
const above = (value: number) => ({ op: '>=', value });
type Row = [result: object, ...cells: unknown[]];
const table = (rows: readonly Row[], more: object = {}, read: readonly string[] = ['n']) => [
  ...inputs,
  {
    kind: 'decisionTable',
    id: 't',
    name: { en: 'Table', 'zh-CN': '决策表' },
    inputs: read,
    rows: rows.map(([result, ...cells], index) => ({ id: `r${index + 1}`, cells, ...result })),
    ...more,
  },
];
const value = (given: unknown) => ({ value: given });
const overlapping: Row[] = [
  [value(20), above(10)],
  [value(5), above(20)],
  [value(10), above(0)],
];
const collect = (aggregate: string, rows: readonly Row[] = overlapping) =>
  table(rows, { hit: 'collect', aggregate });

describe('a decision table', () => {
  it('gives the tier or the value of the first row that holds', () => {
    const tiers = table([
      [{ tier: 'gold' }, above(10)],
      [{ tier: 'basic' }, null],
    ]);
    expect([20, 5, null].map((n) => valueOf(tiers, 't', { n }))).toEqual(['gold', 'basic', 'basic']);
    expect([25, 5, -1, null].map((n) => valueOf(table(overlapping), 't', { n }))).toEqual([
      20,
      10,
      null,
      null,
    ]);
    const labels = table([[value('low'), { op: '<', value: 10 }]]);
    expect(valueOf(labels, 't', { n: 1 })).toBe('low');
  });

  it('gives the tier that takes precedence, wherever its row stands', () => {
    const rows: Row[] = [
      [{ tier: 'basic' }, above(0)],
      [{ tier: 'gold' }, above(10)],
    ];
    expect([20, 5].map((n) => valueOf(table(rows, { hit: 'priority' }), 't', { n }))).toEqual([
      'gold',
      'basic',
    ]);
    const document = { ...documentOf(table(rows, { hit: 'priority' })), priority: ['basic'] };
    expect(compileDocument(document).evaluate({ n: 20 })).toMatchObject({
      tier: 'basic',
      values: { t: 'basic' },
    });
  });

  it.each([
    ['sum', [35, 30, 10, 0, 0]],
    ['count', [3, 2, 1, 0, 0]],
    ['minimum', [5, 10, 10, null, null]],
    ['maximum', [20, 20, 10, null, null]],
  ])('collects the %s of all rows that hold', (aggregate, expected) => {
    const found = [25, 10, 5, -1, null].map((n) => valueOf(collect(aggregate), 't', { n }));
    expect(found).toEqual(expected);
  });

  it('compares ranges, dates, durations and options', () => {
    const cells = [
      { op: 'range', min: 10, max: 20, closed: 'right' },
      { op: '>=', value: '2024-02-29' },
      { op: 'range', max: 30 },
      { op: 'in', values: ['a', 'b'] },
    ];
    const nodes = table([[value(1), ...cells]], {}, ['n', 'since', 'age', 'level']);
    const good = { n: 20, since: '2024-02-29', age: 29.5, level: 'b' };
    expect(valueOf(nodes, 't', good)).toBe(1);
    for (const change of [{ n: 10 }, { n: 20.5 }, { since: '2024-02-28' }, { age: 30 }, { level: null }])
      expect(valueOf(nodes, 't', { ...good, ...change })).toBeNull();
    expect(valueOf(table([[value(1), { op: 'range' }]]), 't', { n: 0 })).toBe(1);
    expect(valueOf(table([[value(1), { op: 'range' }]]), 't', { n: null })).toBeNull();
  });

  it.each<[readonly Row[], object, [string, string][]]>([
    [overlapping, {}, []],
    [overlapping, { hit: 'collect', aggregate: 'sum' }, []],
    [[[{}, above(1)]], { hit: 'collect', aggregate: 'count' }, []],
    [overlapping, { hit: 'collect' }, [['AGGREGATE_NEEDED', 'hit']]],
    [overlapping, { aggregate: 'sum' }, [['AGGREGATE_WITHOUT_USE', 'aggregate']]],
    [[[{}, above(1)]], {}, [['ROW_WITHOUT_RESULT', 'rows.0']]],
    [
      [
        [{ tier: 'gold' }, above(1)],
        [value(1), above(2)],
      ],
      {},
      [['VALUE_NOT_EXPECTED', 'rows.1.value']],
    ],
    [
      [
        [value(1), above(1)],
        [{ tier: 'gold' }, above(2)],
      ],
      {},
      [['TIER_NOT_EXPECTED', 'rows.1.tier']],
    ],
    [[[{ tier: 'gold', value: 1 }, above(1)]], {}, [['VALUE_NOT_EXPECTED', 'rows.0.value']]],
    [[[value(1), above(1)]], { hit: 'priority' }, [['VALUE_NOT_EXPECTED', 'rows.0.value']]],
    [
      [[{ tier: 'gold' }, above(1)]],
      { hit: 'collect', aggregate: 'sum' },
      [['TIER_NOT_EXPECTED', 'rows.0.tier']],
    ],
    [[[value('x'), above(1)]], { hit: 'collect', aggregate: 'sum' }, [['NUMBER_EXPECTED', 'rows.0.value']]],
    [
      [
        [value(1), above(1)],
        [value('x'), above(2)],
      ],
      {},
      [['MIXED_OUTPUTS', 'rows']],
    ],
    [[[value(''), above(1)]], {}, [['EMPTY_LABEL', 'rows.0.value']]],
    [[[value(1), { op: 'range', min: 3, max: 2 }]], {}, [['EMPTY_RANGE', 'rows.0.cells.0']]],
    [[[value(1), { op: 'range', min: 3, max: 3, closed: 'both' }]], {}, []],
    [
      [
        [value(1), above(1)],
        [value(2), above(1)],
      ],
      {},
      [['UNREACHABLE_ROW', 'rows.1']],
    ],
    [
      [
        [value(1), above(1)],
        [value(2), above(1)],
      ],
      { hit: 'collect', aggregate: 'sum' },
      [],
    ],
    [
      [
        [value(1), { op: 'range', min: 1 }],
        [value(2), { op: 'range', max: 1 }],
      ],
      {},
      [],
    ],
  ])('%j with %j has the faults %j', (rows, more, expected) => {
    expect(faultsOf(table(rows, more), 't')).toEqual(expected);
  });

  it('finds cells that do not fit their input', () => {
    const nodes = table(
      [[value(1), { op: '==', value: '2024-02-30' }, { op: '<', value: '9' }, { op: '==', value: 'c' }]],
      {},
      ['since', 'age', 'level'],
    );
    expect(faultsOf(nodes, 't')).toEqual([
      ['WRONG_CELL_TYPE', 'rows.0.cells.0'],
      ['WRONG_CELL_TYPE', 'rows.0.cells.1'],
      ['UNKNOWN_OPTION', 'rows.0.cells.2'],
    ]);
    expect(issuesOf(nodes, 't')[1]?.message).toEqual({
      en: '"age" is a duration; it cannot be compared with "9". Give a duration, or connect another input.',
      'zh-CN': '“age”是时长，不能与“9”比较。请改填时长，或连接其他输入。',
    });
  });

  it('says which rows hold and what they make', () => {
    expect(stepOf(collect('sum'), 't', { n: 10 })).toMatchObject({
      decidedBy: null,
      sentence: {
        en: 'Table 30: rows 1 and 3 hold (20 + 10).',
        'zh-CN': '决策表为 30：第 1、3 行成立（20 + 10）。',
      },
    });
    expect(stepOf(collect('minimum'), 't', { n: -1 }).sentence.en).toBe(
      'Table has no value: no row of the table holds.',
    );
    const rows: Row[] = [
      [{ tier: 'basic' }, above(0)],
      [{ tier: 'gold' }, above(10)],
    ];
    expect(stepOf(table(rows, { hit: 'priority' }), 't', { n: 20 })).toMatchObject({
      decidedBy: 'r2',
      sentence: {
        en: 'Row 2 holds: points is at least 10, so the tier is “gold”; row 1 holds too and comes after.',
        'zh-CN': '第 2 行成立：积分不小于 10，对应层级“gold”（第 1 行也成立，但优先级较低）。',
      },
    });
    expect(stepOf(table(overlapping), 't', { n: 5 }).sentence).toEqual({
      en: 'Row 3 holds: points is at least 0, so score 10.',
      'zh-CN': '第 3 行成立：积分不小于 0，得 10 分。',
    });
  });
});
