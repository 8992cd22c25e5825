import fc from 'fast-check';
import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { condition, model, numberDimension, table, tier } from './documents.js';

/** Generated documents with conditions, tables, entry and keep conditions, precedence and a lifecycle, over numbers a and b. */

const tiers = ['t1', 't2', 't3', 't4'] as const;
const tierId = fc.constantFrom(...tiers);
const small = fc.constantFrom(0, 1, 2.5, 10);
const days = fc.constantFrom(1, 7, 30);

const test: fc.Arbitrary<JsonLogic> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('<', '<=', '>', '>=', '=='), fc.constantFrom('a', 'b'), small)
      .map(([operator, name, value]): JsonLogic => ({ [operator]: [{ var: name }, value] })),
  },
  tierId.map((id): JsonLogic => ({ '==': [{ var: 'previous.tier' }, id] })),
  fc
    .tuple(fc.constantFrom('previous.days', 'previous.failingDays', 'previous.validDays'), days)
    .map(([name, value]): JsonLogic => ({ '>=': [{ var: name }, value] })),
  fc.constant<JsonLogic>({ missing: ['previous.tier'] }),
);
const rule: fc.Arbitrary<JsonLogic> = fc.oneof(
  test,
  test.map((each): JsonLogic => ({ '!': each })),
  fc.array(test, { minLength: 2, maxLength: 3 }).map((each): JsonLogic => ({ and: each })),
  fc.array(test, { minLength: 2, maxLength: 3 }).map((each): JsonLogic => ({ or: each })),
);

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const defined = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

export const arbitraryLifecycle = fc
  .record({
    graceDays: optional(days),
    minimumStay: optional(fc.record({ days, direction: fc.constantFrom<'down' | 'both'>('down', 'both') })),
    oneStep: optional(fc.constantFrom<'up' | 'down' | 'both'>('up', 'down', 'both')),
    stages: optional(fc.shuffledSubarray([...tiers], { minLength: 4 })),
    fastTracks: optional(
      fc.array(fc.tuple(tierId, rule), { maxLength: 2 }).map((tracks) =>
        tracks.map(([to, when], index) => ({
          id: `track${index}`,
          name: { en: `track ${index}` },
          to,
          when,
        })),
      ),
    ),
    validityDays: optional(days),
  })
  .map(defined);

const tierNodes: fc.Arbitrary<ModelNode[]> = fc
  .array(fc.record({ entry: optional(rule), keep: optional(rule) }), { minLength: 4, maxLength: 4 })
  .map(
    (own) =>
      own.map((conditions, index) => ({
        ...tier(`t${index + 1}`, 4 - index),
        ...defined(conditions),
      })) as ModelNode[],
  );

const tables = fc.array(fc.tuple(tierId, fc.option(small), fc.option(small)), { maxLength: 4 }).map((rows) =>
  table(
    'rows',
    ['a', 'b'],
    rows.map(([id, a, b]) => [
      id,
      a === null ? null : { op: '>=', value: a },
      b === null ? null : { op: '<', value: b },
    ]),
  ),
);

/** Documents; a table alone, conditions alone, and both. */
export const lifecycleDocuments: fc.Arbitrary<ModelDocument> = fc
  .record({
    conditions: fc.array(fc.tuple(rule, optional(tierId)), { maxLength: 3 }),
    table: fc.option(tables),
    tiers: fc.oneof(tierNodes, fc.constant(tiers.map((id, index) => tier(id, 4 - index)))),
    fallback: tierId,
    priority: optional(fc.shuffledSubarray([...tiers])),
    lifecycle: fc.option(arbitraryLifecycle, { freq: 8, nil: undefined }),
  })
  .map(({ conditions, table: rows, tiers: own, fallback, priority, lifecycle: policy }) => ({
    ...model(
      [
        numberDimension('a', { fallback: 1 }),
        numberDimension('b'),
        ...conditions.map(([when, to], index) => condition(`c${index}`, when, to)),
        ...(rows === null ? [] : [rows]),
        ...own,
      ],
      fallback,
    ),
    ...defined({ priority, lifecycle: policy }),
  }));

/** One subject: its values and what it has already. */
export const lifecycleSubjects = fc.record({
  a: fc.option(fc.constantFrom(0, 1, 2, 2.5, 11)),
  b: fc.option(fc.constantFrom(0, 1, 2, 2.5, 11)),
  previous: fc.record({
    tier: fc.option(fc.constantFrom(...tiers, 'gone')),
    days: fc.option(fc.constantFrom(0, 1, 6, 7, 8, 29, 30, 31)),
    failingDays: fc.option(fc.constantFrom(0, 1, 6, 7, 8, 29, 30, 31)),
    validDays: fc.option(fc.constantFrom(0, 1, 6, 7, 8, 29, 30, 31)),
  }),
});
