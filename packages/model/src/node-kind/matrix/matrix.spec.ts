import { describe, expect, it } from '@jest/globals';
import { kindOf } from '../registry.js';
import { documentOf, field, faultsOf, issuesOf, stepOf, valueOf } from '../../testing/probe-node.js';
import { cellAt, positionsOf } from './matrix-cells.js';

const inputs = [
  field('assets', 'number', { name: { en: 'Assets', 'zh-CN': '资产' } }),
  {
    kind: 'bands',
    id: 'aum',
    name: { en: 'Asset band', 'zh-CN': '资产档' },
    input: 'assets',
    cuts: { method: 'explicit', values: ['50', '600'] },
    outputs: ['low', 'middle', 'high'],
  },
  field('member', 'boolean', { name: { en: 'Member', 'zh-CN': '会员' } }),
  field('years', 'number'),
];
const axis = (input: string, ...values: unknown[]) => ({ input, values });
const aum = axis('aum', 'low', 'middle', 'high');
const member = axis('member', false, true);
const matrix = (axes: readonly object[], cells: readonly (string | null)[]) => [
  ...inputs,
  { kind: 'matrix', id: 'm', name: { en: 'Matrix', 'zh-CN': '矩阵' }, axes, cells },
];
const cells = [null, 'basic', 'basic', 'gold', 'gold', 'gold'];
const sound = matrix([aum, member], cells);

describe('a matrix', () => {
  it('gives the tier of the cell, the last axis fastest', () => {
    const tiers = [10, 50, 600].flatMap((assets) =>
      [false, true].map((each) => valueOf(sound, 'm', { assets, member: each })),
    );
    expect(tiers).toEqual(cells);
  });

  it('gives no tier for a missing or unlisted value', () => {
    expect(valueOf(sound, 'm', { assets: null, member: true })).toBeNull();
    expect(valueOf(sound, 'm', { assets: 700, member: null })).toBeNull();
    const years = matrix([axis('years', 1, 2.5), member], ['gold', 'gold', 'gold', 'gold']);
    expect(valueOf(years, 'm', { years: 2.5, member: true })).toBe('gold');
    expect(valueOf(years, 'm', { years: 2, member: true })).toBeNull();
  });

  it('crosses three axes', () => {
    const three = matrix([aum, axis('years', 1, 2), member], [...Array<null>(11).fill(null), 'gold']);
    expect(valueOf(three, 'm', { assets: 600, years: 2, member: true })).toBe('gold');
    expect(valueOf(three, 'm', { assets: 600, years: 2, member: false })).toBeNull();
    const node = documentOf(three).nodes.find((each) => each.kind === 'matrix')!;
    expect(positionsOf(node, 11)).toEqual([2, 1, 1]);
    expect([0, 5, 11].map((cell) => cellAt(node, positionsOf(node, cell)))).toEqual([0, 5, 11]);
  });

  it('has a rule for every cell with a tier', () => {
    const node = documentOf(sound).nodes.find((each) => each.kind === 'matrix')!;
    const rules = kindOf(node).rules(node)?.rules ?? [];
    expect(rules.map(({ code, tier }) => [code, tier])).toEqual([
      ['m.1', 'basic'],
      ['m.2', 'basic'],
      ['m.3', 'gold'],
      ['m.4', 'gold'],
      ['m.5', 'gold'],
    ]);
  });

  it.each<[readonly object[], readonly (string | null)[], [string, string][]]>([
    [[aum, member], cells, []],
    [[aum, member], cells.slice(1), [['WRONG_CELL_COUNT', 'cells']]],
    [[aum, member], ['silver', 'silver', ...cells.slice(2)], [['UNKNOWN_TIER', 'cells.0']]],
    [[axis('nobody', 1), member], ['gold', 'gold'], [['UNKNOWN_INPUT', 'axes.0.input']]],
    [
      [axis('aum', 'low', 'middle', 'top'), member],
      cells,
      [
        ['UNREACHABLE_AXIS_VALUE', 'axes.0.values.2'],
        ['UNLISTED_VALUE', 'axes.0.values'],
      ],
    ],
    [[aum, axis('member', true)], ['gold', 'gold', 'gold'], [['UNLISTED_VALUE', 'axes.1.values']]],
    [[axis('years', '1'), member], ['gold', 'gold'], [['WRONG_AXIS_TYPE', 'axes.0.values.0']]],
    [
      [axis('years', 1, 1), axis('assets', 1)],
      ['gold', 'gold'],
      [['DUPLICATE_AXIS_VALUE', 'axes.0.values.1']],
    ],
    [[member, member], ['gold', 'gold', 'gold', 'gold'], [['DUPLICATE_INPUT', 'axes.1.input']]],
  ])('%j with %j has the faults %j', (axes, given, expected) => {
    expect(faultsOf(matrix(axes, given), 'm')).toEqual(expected);
  });

  it('says how many cells the axes make', () => {
    expect(issuesOf(matrix([aum, member], []), 'm')[0]?.message).toEqual({
      en: 'The axes make 3 × 2 = 6 cells, but there are 0. Give every combination a tier or null, the last axis fastest.',
      'zh-CN': '各轴共组成 3 × 2 = 6 个单元格，现有 0 个。请为每个组合填写层级或留空（最后一轴变化最快）。',
    });
  });

  it('says which cell a subject is in', () => {
    expect(stepOf(sound, 'm', { assets: 50, member: true })).toMatchObject({
      decidedBy: '3',
      sentence: {
        en: 'Asset band is “middle”, member is yes: the cell of the matrix gives the tier “gold”.',
        'zh-CN': '资产档为“middle”，会员为是，对应矩阵单元格的层级为“gold”。',
      },
    });
    expect(stepOf(sound, 'm', { assets: 1, member: false }).sentence.en).toBe(
      'Asset band is “low”, member is no: the cell of the matrix gives no tier.',
    );
    expect(stepOf(sound, 'm', { assets: null, member: false })).toMatchObject({
      decidedBy: null,
      sentence: { 'zh-CN': '资产档缺失，会员为否，不在矩阵范围内。' },
    });
  });
});
