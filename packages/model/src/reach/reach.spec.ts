import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { compileDocument } from '../lowering/compile-document.js';
import { condition, dimension, model, numberDimension, rfmDocument, tier } from '../testing/documents.js';
import { reach } from './reach.js';

type DimensionOptions = Pick<Extract<ModelNode, { kind: 'dimension' }>, 'domain' | 'change' | 'source'>;

const changed = (node: ModelNode, options: Partial<DimensionOptions>): ModelNode =>
  ({ ...node, ...options }) as ModelNode;

const orders = numberDimension('orders', { unit: 'time', en: 'Orders', chinese: '消费次数' });
const amount = numberDimension('amount', { unit: 'currency', en: 'Amount', chinese: '消费金额' });
const tiers = [
  tier('gold', 1, { en: 'Gold', chinese: '金卡' }),
  tier('silver', 2, { en: 'Silver', chinese: '银卡' }),
  tier('plain', 3, { en: 'Plain', chinese: '普通' }),
];
const goldRule: JsonLogic = {
  and: [{ '>=': [{ var: 'orders' }, 10] }, { '>': [{ var: 'amount' }, 10000] }],
};
const modelOf = (nodes: readonly ModelNode[], gold: JsonLogic, silver?: JsonLogic): ModelDocument =>
  model(
    [
      ...nodes,
      condition('is_gold', gold, 'gold'),
      ...(silver === undefined ? [] : [condition('is_silver', silver, 'silver')]),
      ...tiers,
    ],
    'plain',
  );

describe('reach', () => {
  it('takes the smallest step onto an edge that counts and past one that does not', () => {
    const result = reach(modelOf([orders, amount], goldRule), { orders: 8, amount: 8800 }, 'gold');
    expect(result.plans).toEqual([
      {
        changes: [
          { dimension: 'orders', from: 8, to: 10, difference: 2, cost: 2 },
          { dimension: 'amount', from: 8800, to: 10000.01, difference: 1200.01, cost: 1200.01 },
        ],
        cost: 1202.01,
        tier: 'gold',
        sentence: {
          en: 'Raise orders by 2 (to 10) and raise amount by 1,200.01 (to 10,000.01) to rise to “Gold”.',
          'zh-CN':
            '消费次数再增加 2 次（达到 10 次），且消费金额再增加 1,200.01 元（达到 10,000.01 元），即可升为“金卡”。',
        },
      },
    ]);
    expect(result.search).toMatchObject({ maximumChanges: 3, completeChanges: 3 });
  });

  it('prefers the cheaper way by the declared costs, and keeps the other as an alternative', () => {
    const rule: JsonLogic = { or: [{ '>=': [{ var: 'orders' }, 10] }, { '>=': [{ var: 'amount' }, 10000] }] };
    const nodes = [
      changed(orders, { change: { cost: '500', direction: 'up' } }),
      changed(amount, { change: { cost: '0.5', direction: 'up' } }),
    ];
    const { plans } = reach(modelOf(nodes, rule), { orders: 8, amount: 8800 }, 'gold');
    expect(plans.map(({ cost, changes }) => [cost, changes.map((each) => each.dimension)])).toEqual([
      [600, ['amount']],
      [1000, ['orders']],
    ]);
  });

  it('leaves fixed dimensions alone and says that nothing leads there', () => {
    const nodes = [changed(orders, { change: 'fixed' }), amount];
    const result = reach(modelOf(nodes, goldRule), { orders: 8, amount: 8800 }, 'gold');
    expect(result.plans).toEqual([]);
    expect(result.sentence['zh-CN']).toBe('可调整的维度无论如何变化，都达不到“金卡”。');
  });

  it('does not go against the direction, nor out of the domain', () => {
    const upOnly = [changed(orders, { change: { cost: '1', direction: 'up' } })];
    expect(reach(modelOf(upOnly, { '<': [{ var: 'orders' }, 5] }), { orders: 8 }, 'gold').plans).toEqual([]);
    const small = [changed(orders, { domain: { maximum: '9' } })];
    expect(reach(modelOf(small, { '>': [{ var: 'orders' }, 9] }), { orders: 8 }, 'gold').plans).toEqual([]);
  });

  it('moves only the good way when asked to', () => {
    const rule: JsonLogic = { or: [{ '<': [{ var: 'orders' }, 7] }, { '>': [{ var: 'orders' }, 20] }] };
    const counted = changed(orders, { source: { kind: 'aggregate', event: 'order', measure: 'count' } });
    const document = modelOf([counted], rule);
    const to = (isImproving: boolean) =>
      reach(document, { orders: 8 }, 'gold', { isImproving }).plans[0]?.changes[0]?.to;
    expect([to(false), to(true)]).toEqual([6, 21]);
  });

  it('says when the search was bounded', () => {
    const result = reach(modelOf([orders, amount], goldRule), { orders: 8, amount: 8800 }, 'gold', {
      maximumEvaluations: 3,
    });
    expect(result.search.completeChanges).toBe(0);
    expect(result.sentence.en).toContain('not every change');
  });

  it('has nothing to do for a subject that is there, or better where that will do', () => {
    const document = modelOf([orders, amount], goldRule, { '>': [{ var: 'orders' }, 3] });
    const values = { orders: 10, amount: 20000 };
    expect(reach(document, values, 'gold').isReached).toBe(true);
    expect(reach(document, values, 'silver', { orBetter: true }).isReached).toBe(true);
    const down = reach(document, values, 'silver');
    expect(down.plans[0]).toMatchObject({ cost: 1, changes: [{ dimension: 'orders', to: 9 }] });
    expect(down.plans[0]?.sentence['zh-CN']).toBe('消费次数减少 1 次（降到 9 次），则会降为“银卡”。');
  });

  it('says that an event now is enough where the days since the last one must fall', () => {
    const recency = changed(
      numberDimension('recency', { unit: 'day', en: 'Recency', chinese: '最近消费间隔' }),
      {
        source: { kind: 'aggregate', event: 'order', measure: 'daysSinceLast' },
      },
    );
    const rule: JsonLogic = { '<=': [{ var: 'recency' }, 30] };
    const { plans } = reach(modelOf([recency], rule), { recency: 45 }, 'gold');
    expect(plans[0]?.changes).toEqual([
      { dimension: 'recency', from: 45, to: 30, difference: -15, cost: 15 },
    ]);
    expect(plans[0]?.sentence['zh-CN']).toBe(
      '最近消费间隔缩短到 30 天以内（现在有一条新记录即可），即可升为“金卡”。',
    );
  });

  it('changes texts, booleans and missing values', () => {
    const nodes = [dimension('city', 'text'), dimension('is_named', 'boolean'), orders];
    const rule: JsonLogic = {
      and: [
        { in: [{ var: 'city' }, ['Shanghai', 'Beijing']] },
        { var: 'is_named' },
        { '>=': [{ var: 'orders' }, 2] },
      ],
    };
    const [plan] = reach(modelOf(nodes, rule), { city: 'Xi’an', is_named: false }, 'gold').plans;
    expect(plan).toMatchObject({
      cost: 4,
      changes: [
        { dimension: 'city', to: 'Shanghai', difference: null },
        { dimension: 'is_named', from: false, to: true },
        { dimension: 'orders', from: null, to: 2 },
      ],
    });
    expect(plan?.sentence.en).toBe(
      'Change city to “Shanghai”, change is_named to yes and fill in 2 for orders to rise to “Gold”.',
    );
  });

  it('moves dates by days', () => {
    const rule: JsonLogic = { '<': [{ var: 'joined' }, '2024-02-29'] };
    const [plan] = reach(
      modelOf([dimension('joined', 'date')], rule),
      { joined: '2024-03-05' },
      'gold',
    ).plans;
    expect(plan?.changes).toEqual([
      { dimension: 'joined', from: '2024-03-05', to: '2024-02-28', difference: -6, cost: 6 },
    ]);
  });

  it('finds where a sum of weighted dimensions passes its edge exactly', () => {
    const score: JsonLogic = {
      '+': [{ '*': [{ var: 'orders' }, 0.3] }, { '*': [{ var: 'points' }, 0.7] }],
    };
    const document = modelOf([orders, numberDimension('points', { unit: 'piece' })], { '>=': [score, 60] });
    // 0.3·10 + 0.7·10 = 10: 177 more orders (0.3·177 = 53.1 ≥ 50 needs 167), or 72 more points.
    const { plans, search } = reach(document, { orders: 10, points: 10 }, 'gold', { maximumChanges: 1 });
    expect(plans.map(({ changes }) => [changes[0]?.dimension, changes[0]?.to])).toEqual([
      ['points', 82],
      ['orders', 177],
    ]);
    expect(search.completeChanges).toBe(1);
  });

  it('reaches the best segment of the RFM model with three changes, and no two do', () => {
    const values = { recency: 205, frequency: 5, monetary: 472 };
    const result = reach(rfmDocument(), values, 'champions');
    expect(result.plans.map(({ changes }) => changes.map(({ to }) => to))).toEqual([[114, 8, 666]]);
    expect(reach(rfmDocument(), values, 'champions', { maximumChanges: 2 }).sentence.en).toBe(
      'No change of up to 2 dimensions leads to “champions”.',
    );
  });

  it('refuses a tier that is not there', () => {
    expect(() => reach(rfmDocument(), {}, 'gold')).toThrow('there is no tier "gold"');
  });
});

const domain = { minimum: '0', maximum: '8', step: '1' };
const names = ['a', 'b', 'c'] as const;
const arbitraryTest = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
      fc.constantFrom(...names),
      fc.integer({ min: 0, max: 8 }),
    )
    .map(([operator, name, value]): JsonLogic => ({ [operator]: [{ var: name }, value] })),
  fc
    .tuple(fc.constantFrom('<', '>='), fc.constantFrom(0.3, -0.7, 2), fc.integer({ min: -2, max: 12 }))
    .map(([operator, weight, value]): JsonLogic => ({
      [operator]: [{ '+': [{ var: 'a' }, { '*': [{ var: 'b' }, weight] }] }, value],
    })),
);
const arbitraryRule = fc
  .tuple(fc.constantFrom('and', 'or'), fc.array(arbitraryTest, { minLength: 1, maxLength: 4 }))
  .map(([operator, tests]): JsonLogic => ({ [operator]: tests }));
const arbitraryCosts = fc.tuple(...names.map(() => fc.integer({ min: 1, max: 9 })));
const arbitraryValue = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 8 }));

/** The least cost over every value of every dimension; infinite where nothing leads to the tier. */
function leastCost(
  document: ModelDocument,
  values: readonly (number | null)[],
  costs: readonly number[],
): number {
  const { evaluate } = compileDocument(document);
  const options = values.map((value) => [...(value === null ? [null] : []), 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const costOf = (index: number, to: number | null): number => {
    const from = values[index] ?? null;
    if (to === from || to === null) return 0;
    return (from === null ? Math.max(to, 1) : Math.abs(to - from)) * (costs[index] ?? 0);
  };
  let least = Infinity;
  for (const a of options[0] ?? [])
    for (const b of options[1] ?? [])
      for (const c of options[2] ?? []) {
        const cost = costOf(0, a) + costOf(1, b) + costOf(2, c);
        if (cost < least && evaluate({ a, b, c }).tier === 'gold') least = cost;
      }
  return least;
}

describe('reach, with a lifecycle', () => {
  const bronze = (lifecycle: NonNullable<ModelDocument['lifecycle']>): ModelDocument => ({
    ...modelOf([orders], { '>=': [{ var: 'orders' }, 10] }, { '>=': [{ var: 'orders' }, 5] }),
    lifecycle,
  });
  const held = { orders: 4, previous: { tier: 'plain', days: 10 } };

  it('reaches by a fast track what one step at a time does not', () => {
    const result = reach(
      bronze({
        oneStep: 'up',
        fastTracks: [{ id: 'big', name: { en: 'Big' }, to: 'gold', when: { '>=': [{ var: 'orders' }, 50] } }],
      }),
      held,
      'gold',
    );
    expect(result.plans.map(({ changes }) => changes[0]?.to)).toEqual([50]);
    expect(result.blocked).toBeNull();
  });

  it('says what holds a subject back that could qualify', () => {
    const step = reach(bronze({ oneStep: 'up' }), held, 'gold');
    expect(step.plans).toEqual([]);
    expect(step.blocked).toMatchObject({
      by: ['oneStep'],
      tier: 'silver',
      plans: [{ changes: [{ dimension: 'orders', from: 4, to: 10 }] }],
      sentence: { 'zh-CN': '可以达到“金卡”的条件，但每次只能变动一级，层级会为“银卡”。' },
    });
    const stay = reach(
      bronze({ minimumStay: { days: 30, direction: 'both' } }),
      { ...held, orders: 12 },
      'gold',
    );
    expect(stay.blocked).toMatchObject({ by: ['minimumStay'], tier: 'plain', plans: [] });
    expect(stay.sentence.en).toBe(
      'The subject qualifies for “Gold”, but the minimum stay of 30 days is not over, so its tier is “Plain”.',
    );
  });
});

describe('reach, over generated models', () => {
  it('finds the least cost that trying every value finds', () => {
    fc.assert(
      fc.property(
        arbitraryRule,
        arbitraryRule,
        fc.tuple(arbitraryValue, arbitraryValue, arbitraryValue),
        arbitraryCosts,
        (first, second, values, costs) => {
          const nodes = names.map((name, index) =>
            changed(numberDimension(name), {
              domain,
              change: { cost: String(costs[index]), direction: 'both' },
            }),
          );
          const document = modelOf(nodes, { and: [first, second] });
          const [a, b, c] = values;
          const result = reach(document, { a, b, c }, 'gold');
          const { evaluate } = compileDocument(document);
          for (const plan of result.plans) {
            const after = Object.fromEntries(plan.changes.map(({ dimension: id, to }) => [id, to]));
            expect(evaluate({ a, b, c, ...after }).tier).toBe('gold');
          }
          const found = result.isReached ? 0 : (result.plans[0]?.cost ?? Infinity);
          expect(result.search.completeChanges).toBe(3);
          expect(found).toBe(leastCost(document, values, costs));
        },
      ),
      { numRuns: 80 },
    );
  });
});
