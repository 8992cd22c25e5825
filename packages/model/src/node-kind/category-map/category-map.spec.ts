import { describe, expect, it } from '@jest/globals';
import { field, faultsOf, issuesOf, stepOf, valueOf } from '../../testing/probe-node.js';

const inputs = [
  field('region', 'enumeration', {
    name: { en: 'Region', 'zh-CN': '大区' },
    domain: { options: ['east', 'west', 'north'] },
  }),
  field('city', 'text'),
  field('member', 'boolean'),
  field('n', 'number'),
];
const map = (input: string, entries: readonly [unknown[], unknown][], more: object = {}) => [
  ...inputs,
  {
    kind: 'categoryMap',
    id: 'm',
    name: { en: 'Map', 'zh-CN': '映射' },
    input,
    entries: entries.map(([values, output]) => ({ values, output })),
    ...more,
  },
];
const regions = map('region', [
  [['east', 'west'], 3],
  [['north'], 1],
]);

describe('a category map', () => {
  it('gives the output of the entry that holds the value', () => {
    expect(valueOf(regions, 'm', { region: 'west' })).toBe(3);
    expect(valueOf(regions, 'm', { region: 'north' })).toBe(1);
  });

  it('gives otherwise for what is not named, and missing for what is missing', () => {
    const entries: [unknown[], unknown][] = [[['上海'], 'local']];
    expect(valueOf(map('city', entries), 'm', { city: '北京' })).toBeNull();
    expect(valueOf(map('city', entries, { otherwise: 'far' }), 'm', { city: '北京' })).toBe('far');
    expect(valueOf(map('city', entries, { otherwise: 'far' }), 'm', { city: null })).toBeNull();
    expect(valueOf(map('city', entries, { otherwise: 'far', missing: '?' }), 'm', { city: '' })).toBe('?');
  });

  it('takes true and false, and numbers', () => {
    const both = map('member', [[[true, false], 'known']]);
    expect([true, false, null].map((member) => valueOf(both, 'm', { member }))).toEqual([
      'known',
      'known',
      null,
    ]);
    const numbers = map('n', [
      [[0.1, 2], 1],
      [[2, 3], 2],
    ]);
    expect([0.1, 2, 3, 4].map((n) => valueOf(numbers, 'm', { n }))).toEqual([1, 1, 2, null]);
  });

  it.each<[string, [unknown[], unknown][], object, [string, string][]]>([
    ['region', [[['east', 'west', 'north'], 1]], {}, []],
    ['region', [[['east'], 1]], {}, [['UNCOVERED_CATEGORIES', 'entries']]],
    ['region', [[['east'], 1]], { otherwise: 0 }, []],
    ['region', [[['eest'], 1]], { otherwise: 0 }, [['UNKNOWN_OPTION', 'entries.0.values.0']]],
    ['nobody', [[['x'], 1]], {}, [['UNKNOWN_INPUT', 'input']]],
    ['member', [[['yes'], 1]], { otherwise: 0 }, [['WRONG_CATEGORY_TYPE', 'entries.0.values.0']]],
    ['city', [[['a', 'a'], 1]], {}, [['DUPLICATE_CATEGORY', 'entries.0.values.1']]],
    [
      'city',
      [
        [['a'], 1],
        [['a'], 2],
      ],
      {},
      [['DUPLICATE_CATEGORY', 'entries.1.values.0']],
    ],
    [
      'city',
      [
        [['a'], 1],
        [['b'], 'x'],
      ],
      {},
      [['MIXED_OUTPUTS', 'entries']],
    ],
    [
      'city',
      [[['a'], '']],
      { missing: '' },
      [
        ['EMPTY_LABEL', 'entries.0.output'],
        ['EMPTY_LABEL', 'missing'],
      ],
    ],
  ])('%s to %j with %j has the faults %j', (input, entries, more, expected) => {
    expect(faultsOf(map(input, entries, more), 'm')).toEqual(expected);
  });

  it('names what is not covered', () => {
    expect(issuesOf(map('region', [[['east'], 1]]), 'm')[0]).toMatchObject({
      severity: 'warning',
      message: {
        en: 'Nothing is given for "west", "north". Add entries, or say what all others get.',
        'zh-CN': '“west”、“north”没有对应的输出。请添加条目，或填写“其他”的输出。',
      },
      details: { values: ['west', 'north'] },
    });
  });

  it('says what it found', () => {
    expect(stepOf(regions, 'm', { region: 'west' })).toMatchObject({
      decidedBy: '0',
      sentence: { en: 'Region is “west”, so score 3.', 'zh-CN': '大区为“west”，得 3 分。' },
    });
    expect(stepOf(regions, 'm', { region: null }).sentence).toEqual({
      en: 'Region is missing, so there is no value.',
      'zh-CN': '大区缺失，没有输出。',
    });
    const other = map('region', [[['east'], 'near']], { otherwise: 'far' });
    expect(stepOf(other, 'm', { region: 'north' }).sentence).toEqual({
      en: 'Region is “north”, which no entry names, so the label is “far”.',
      'zh-CN': '大区为“north”，未列入任何类别，归为“far”。',
    });
  });
});
