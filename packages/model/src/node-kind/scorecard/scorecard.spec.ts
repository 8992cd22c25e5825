import { describe, expect, it } from '@jest/globals';
import { lowerDocument } from '../../lowering/lower-document.js';
import { documentOf, field, faultsOf, issuesOf, stepOf, valueOf } from '../../testing/probe-node.js';

const inputs = [
  field('history', 'number', { name: { en: 'Repayment history', 'zh-CN': '还款记录' } }),
  field('debt', 'number', { name: { en: 'Debt', 'zh-CN': '负债' } }),
  field('cycle', 'text', { name: { en: 'Cycle', 'zh-CN': '周期' } }),
  field('member', 'boolean'),
];
const bin = (cell: unknown, points: string) => ({ cell, points });
const above = (value: number) => ({ op: '>=', value });
const history = { id: 'history', input: 'history', bins: [bin(above(10), '80'), bin(above(0), '30')] };
const debt = {
  id: 'debt',
  input: 'debt',
  bins: [bin({ op: '<', value: 5 }, '60')],
  otherwise: '10',
  missing: '0',
};
const set = (id: string, weights: Record<string, string>) => ({ id, name: { en: id, 'zh-CN': id }, weights });
const normal = set('normal', { history: '35', debt: '65' });
const downturn = set('downturn', { history: '80', debt: '20' });
const card = (items: readonly object[], more: object = {}) => [
  ...inputs,
  { kind: 'scorecard', id: 's', name: { en: 'Score', 'zh-CN': '信用分' }, items, ...more },
];

describe('a scorecard', () => {
  it('adds up base and points', () => {
    const nodes = card([history, debt], { base: '100' });
    expect(valueOf(nodes, 's', { history: 10, debt: 4 })).toBe(240);
    expect(valueOf(nodes, 's', { history: 9.99, debt: 5 })).toBe(140);
    expect(valueOf(nodes, 's', { history: 0, debt: null })).toBe(130);
  });

  it('has no value where an item gives no points', () => {
    const nodes = card([history, debt]);
    expect(valueOf(nodes, 's', { history: -1, debt: 4 })).toBeNull();
    expect(valueOf(nodes, 's', { history: null, debt: 4 })).toBeNull();
  });

  it('lets a bin take a missing input in its place', () => {
    const item = { ...debt, missing: undefined, bins: [bin(above(5), '1'), bin({ op: 'missing' }, '2')] };
    expect(valueOf(card([item]), 's', { debt: null })).toBe(2);
    expect(valueOf(card([item]), 's', { debt: 6 })).toBe(1);
    const anything = { id: 'debt', input: 'debt', bins: [bin(above(5), '1'), bin(null, '3')] };
    expect(valueOf(card([anything]), 's', { debt: null })).toBe(3);
  });

  it('takes the input itself where there are no bins', () => {
    const own = { id: 'own', input: 'history', missing: '0.5' };
    expect(valueOf(card([own, debt]), 's', { history: 12.5, debt: 4 })).toBe(72.5);
    expect(valueOf(card([own, debt]), 's', { history: null, debt: 4 })).toBe(60.5);
    expect(valueOf(card([{ id: 'own', input: 'history' }]), 's', { history: null })).toBeNull();
  });

  it('weights points, exactly where points and weights are whole', () => {
    const nodes = card([history, debt], { weightSets: [normal], base: '5' });
    expect(valueOf(nodes, 's', { history: 10, debt: 4 })).toBe(72);
    const thirds = set('t', { history: '33.3', debt: '66.7' });
    expect(
      valueOf(card([history, debt], { weightSets: [thirds] }), 's', { history: 10, debt: 4 }),
    ).toBeCloseTo(66.66, 12);
  });

  it('chooses weights by the context, the first where it names none', () => {
    const nodes = card([history, debt], { weightSets: [normal, downturn], context: 'cycle' });
    const values = { history: 10, debt: 4 };
    expect(valueOf(nodes, 's', { ...values, cycle: 'normal' })).toBe(67);
    expect(valueOf(nodes, 's', { ...values, cycle: 'downturn' })).toBe(76);
    expect(valueOf(nodes, 's', { ...values, cycle: 'boom' })).toBe(67);
    expect(valueOf(nodes, 's', { ...values, cycle: null })).toBe(67);
  });

  it('lands on an edge as decimals do', () => {
    const tenths = (id: string, points: string) => ({ id, input: 'history', bins: [bin(null, points)] });
    const nodes = [
      ...card([tenths('a', '0.1'), tenths('b', '0.2')]),
      {
        kind: 'bands',
        id: 'grade',
        name: { en: 'grade' },
        input: 's',
        cuts: { method: 'explicit', values: ['0.3'] },
        closed: 'right',
        outputs: ['low', 'high'],
      },
    ];
    expect(valueOf(nodes, 'grade', { history: 1 })).toBe('low');
    expect(stepOf(nodes, 'grade', { history: 1 }).decidedBy).toBe('0');
  });

  it('is exact only for whole points without weights', () => {
    const exactness = (nodes: readonly object[]) =>
      lowerDocument(documentOf(nodes)).nodes.map((node) => node.declaration.exact);
    expect(exactness(card([{ id: 'one', input: 'history', bins: [bin(null, '1')] }]))).toEqual([true]);
    expect(exactness(card([history, debt], { weightSets: [normal] }))).toEqual([false]);
  });

  it.each<[readonly object[], object, [string, string][]]>([
    [[history, debt], { weightSets: [normal] }, []],
    [
      [history, debt],
      { weightSets: [set('n', { history: '35', debt: '64.9' })] },
      [['WEIGHTS_DO_NOT_SUM', 'weightSets.0.weights']],
    ],
    [[history, debt], { weightSets: [set('n', { history: '0.1', debt: '99.9' })] }, []],
    [
      [history, debt],
      { weightSets: [set('n', { history: '100' })] },
      [['WEIGHT_MISSING', 'weightSets.0.weights']],
    ],
    [
      [history],
      { weightSets: [set('n', { history: '100', x: '0' })] },
      [['UNKNOWN_ITEM', 'weightSets.0.weights.x']],
    ],
    [
      [history, debt],
      { weightSets: [set('n', { history: '110', debt: '-10' })] },
      [['NEGATIVE_WEIGHT', 'weightSets.0.weights.debt']],
    ],
    [[history, debt], { weightSets: [normal, downturn] }, [['CONTEXT_NEEDED', 'weightSets']]],
    [
      [history, debt],
      { weightSets: [normal, normal], context: 'cycle' },
      [['DUPLICATE_SET_ID', 'weightSets.1.id']],
    ],
    [[history], { context: 'cycle' }, [['CONTEXT_WITHOUT_USE', 'context']]],
    [[history, debt], { weightSets: [normal, downturn], context: 'member' }, [['TEXT_EXPECTED', 'context']]],
    [[history, history], {}, [['DUPLICATE_ITEM_ID', 'items.1.id']]],
    [[{ id: 'x', input: 'member' }], {}, [['NUMBER_EXPECTED', 'items.0.input']]],
    [[{ id: 'x', input: 'nobody' }], {}, [['UNKNOWN_INPUT', 'items.0.input']]],
    [[{ id: 'x', input: 'history', otherwise: '1' }], {}, [['OTHERWISE_WITHOUT_USE', 'items.0.otherwise']]],
    [
      [{ id: 'x', input: 'history', bins: [bin({ op: '==', value: 'a' }, '1')] }],
      {},
      [['WRONG_CELL_TYPE', 'items.0.bins.0.cell']],
    ],
    [
      [{ id: 'x', input: 'history', bins: [bin({ op: 'range', min: 2, max: 2 }, '1')] }],
      {},
      [['EMPTY_RANGE', 'items.0.bins.0.cell']],
    ],
    [
      [{ id: 'x', input: 'history', bins: [bin(null, '1'), bin(above(1), '2')] }],
      {},
      [['UNREACHABLE_BIN', 'items.0.bins.1']],
    ],
    [
      [{ id: 'x', input: 'history', bins: [bin(null, '1')], missing: '2' }],
      {},
      [['MISSING_WITHOUT_USE', 'items.0.missing']],
    ],
  ])('%j with %j has the faults %j', (items, more, expected) => {
    expect(faultsOf(card(items, more), 's')).toEqual(expected);
  });

  it('says by how much weights miss 100 %', () => {
    const weights = { history: '35.25', debt: '60' };
    expect(issuesOf(card([history, debt], { weightSets: [set('n', weights)] }), 's')[0]).toMatchObject({
      message: {
        en: 'The weights of "n" sum to 95.25 %, not 100 %. Add 4.75 to one of them.',
        'zh-CN': '“n”的权重合计为 95.25%，应为 100%。请调增共 4.75。',
      },
      details: { set: 'n', sum: '95.25', difference: '4.75' },
    });
  });

  it('says how the score came about', () => {
    const nodes = card([history, debt], { base: '5', weightSets: [normal, downturn], context: 'cycle' });
    expect(stepOf(nodes, 's', { history: 10, debt: null, cycle: 'downturn' })).toMatchObject({
      value: 69,
      decidedBy: 'downturn',
      sentence: {
        en: 'Score 69, weighted as “downturn”: base 5, repayment history 80 points × 80%, debt 0 points × 20%.',
        'zh-CN': '信用分为 69 分（采用“downturn”权重）：基础分 5，还款记录 80 分 × 80%，负债 0 分 × 20%。',
      },
    });
    expect(stepOf(card([history]), 's', { history: null }).sentence).toEqual({
      en: 'Score has no score: repayment history gives no points.',
      'zh-CN': '信用分没有得分：还款记录没有对应的分值。',
    });
  });
});
