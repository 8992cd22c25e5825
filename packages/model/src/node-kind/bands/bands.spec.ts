import { describe, expect, it } from '@jest/globals';
import { field, faultsOf, stepOf, valueOf } from '../../testing/probe-node.js';

const inputs = [
  field('n', 'number', { name: { en: 'Amount', 'zh-CN': '金额' } }),
  field('age', 'duration', { unit: 'day' }),
  field('city', 'text'),
  {
    kind: 'formula',
    id: 'sum',
    name: { en: 'Sum' },
    valueType: 'number',
    expression: { '+': [{ var: 'n' }, 0.2] },
  },
];
const bands = (cuts: object, outputs: readonly unknown[], more: object = {}) => [
  ...inputs,
  { kind: 'bands', id: 'b', name: { en: 'Band', 'zh-CN': '分档' }, input: 'n', cuts, outputs, ...more },
];
const explicit = (...values: string[]) => ({ method: 'explicit', values });

describe('bands', () => {
  it.each([
    [{ method: 'equalWidth', count: 3, values: ['10', '20'] }],
    [{ method: 'naturalBreaks', count: 3, values: ['10', '20'] }],
    [{ method: 'standardDeviation', steps: ['-1', '1'], values: ['10', '20'] }],
    [{ method: 'topShare', shares: ['5', '20'], values: ['10', '20'] }],
    [{ method: 'quantile', count: 3, values: ['10', '20'] }],
  ])('computes with the cut points of the last calibration: %j', (cuts) => {
    const nodes = bands(cuts, [1, 2, 3]);
    expect([9, 10, 20, null].map((n) => valueOf(nodes, 'b', { n }))).toEqual([1, 2, 3, null]);
    expect(faultsOf(nodes, 'b')).toEqual([]);
    expect(valueOf(bands({ ...cuts, values: [] }, [1, 2, 3]), 'b', { n: 9 })).toBeNull();
  });

  it('puts a calculated value that should be on a cut point there', () => {
    const nodes = bands(explicit('0.3'), ['low', 'high'], { input: 'sum' });
    expect(valueOf(nodes, 'b', { n: 0.1 })).toBe('high');
    const right = bands(explicit('0.3'), ['low', 'high'], { input: 'sum', closed: 'right' });
    expect(valueOf(right, 'b', { n: 0.1 })).toBe('low');
    expect(stepOf(right, 'b', { n: 0.1 }).decidedBy).toBe('0');
  });

  it.each<[object, readonly unknown[], object, [string, string][]]>([
    [
      { method: 'topShare', shares: ['20', '5'], values: [] },
      [1, 2, 3],
      {},
      [['NOT_ASCENDING', 'cuts.shares.1']],
    ],
    [
      { method: 'topShare', shares: ['0', '101'], values: [] },
      [1, 2, 3],
      {},
      [
        ['SHARE_OUT_OF_RANGE', 'cuts.shares.0'],
        ['SHARE_OUT_OF_RANGE', 'cuts.shares.1'],
      ],
    ],
    [
      { method: 'topShare', shares: ['5'], values: [] },
      [1, 2],
      { closed: 'right' },
      [['WRONG_CLOSED_SIDE', 'closed']],
    ],
    [
      { method: 'naturalBreaks', count: 2, values: [] },
      [1, 2],
      { closed: 'right' },
      [['WRONG_CLOSED_SIDE', 'closed']],
    ],
    [
      { method: 'standardDeviation', steps: ['1', '1'], values: [] },
      [1, 2, 3],
      {},
      [['NOT_ASCENDING', 'cuts.steps.1']],
    ],
    [{ method: 'equalWidth', count: 3, values: ['1'] }, [1, 2, 3], {}, [['WRONG_CUT_COUNT', 'cuts.values']]],
    [{ method: 'equalWidth', count: 3, values: [] }, [1, 2], {}, [['WRONG_OUTPUT_COUNT', 'outputs']]],
    [
      { method: 'equalWidth', count: 2, values: [] },
      [1, 2],
      { input: 'sum' },
      [['DIMENSION_EXPECTED', 'input']],
    ],
    [explicit('30'), [1, 2], { input: 'age' }, []],
    [explicit('30'), [1, 2], { input: 'city' }, [['NUMBER_EXPECTED', 'input']]],
    [
      explicit('30'),
      [1, ''],
      {},
      [
        ['MIXED_OUTPUTS', 'outputs'],
        ['EMPTY_LABEL', 'outputs.1'],
      ],
    ],
  ])('%j with %j and %j has the faults %j', (cuts, outputs, more, expected) => {
    expect(faultsOf(bands(cuts, outputs, more), 'b')).toEqual(expected);
  });

  it('says which share of the population a band is', () => {
    const nodes = bands({ method: 'topShare', shares: ['5', '20'], values: ['800', '2000'] }, [
      'C',
      'B',
      'A',
    ]);
    expect(stepOf(nodes, 'b', { n: 2000 }).sentence).toEqual({
      en: 'Amount is 2,000: at least 2,000 (top 5%), so the label is “A”.',
      'zh-CN': '金额为 2,000，不小于 2,000（前 5%），归为“A”。',
    });
    expect(stepOf(nodes, 'b', { n: 900 }).sentence.en).toBe(
      'Amount is 900: at least 800 and less than 2,000 (top 20%), so the label is “B”.',
    );
  });
});
