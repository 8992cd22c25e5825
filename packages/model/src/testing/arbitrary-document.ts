import fc from 'fast-check';
import type { Scalar } from '@terrace/expression';
import { modelDocumentSchema, type ModelDocument } from '../document/model-document.js';
import {
  bandsOf,
  calculation,
  categoryMapOf,
  constant,
  customOf,
  decayOf,
  matrixOf,
  ruleOver,
  scorecardOf,
  tableOf,
  tierId,
  tierIds,
  type Names,
} from './arbitrary-nodes.js';

const named = (id: string) => ({ id, name: { en: id, 'zh-CN': id } });

const dimension = (id: string, valueType: string, more: object = {}) => ({
  ...named(id),
  kind: 'dimension',
  valueType,
  source: { kind: 'field', field: id },
  missing: { policy: 'noMatch' },
  ...more,
});

const dimensions = [
  dimension('a', 'number'),
  dimension('b', 'number'),
  dimension('c', 'number', { missing: { policy: 'default', value: 3 } }),
  dimension('text', 'text'),
  dimension('region', 'enumeration', { domain: { options: ['north', 'south', 'east'] } }),
  dimension('flag', 'boolean'),
  dimension('since', 'date'),
  dimension('age', 'duration', { unit: 'day' }),
];

/** Types of the columns `d_<id>` of the dimensions in PostgreSQL, by id. */
export const subjectColumns: Readonly<Record<string, string>> = {
  a: 'numeric',
  b: 'numeric',
  c: 'numeric',
  text: 'text',
  region: 'text',
  flag: 'boolean',
  since: 'date',
  age: 'numeric',
};

/** Values of one subject, many on the edges that {@link arbitraryDocuments} draws. */
export const arbitrarySubjects: fc.Arbitrary<Record<string, Scalar>> = fc.record({
  a: fc.option(fc.oneof(constant, fc.constantFrom(0.2, 0.7, -1))),
  b: fc.option(fc.constantFrom(-1, 0, 0.1, 0.2, 2, 2.5, 9.99, 10, 11, 72.5)),
  c: constant,
  text: fc.option(fc.constantFrom('x', 'y')),
  region: fc.option(fc.constantFrom('north', 'south', 'east')),
  flag: fc.option(fc.boolean()),
  since: fc.option(fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-29')),
  age: fc.option(fc.constantFrom(-1, 0, 1, 2, 2.5, 5, 10, 30, 45, 700)),
});

const first: Names = {
  numbers: ['a', 'b', 'c', 'age'],
  texts: ['text', 'region'],
  conditions: ['flag'],
  dates: ['since'],
};
const second: Names = {
  numbers: [...first.numbers, 'score', 'map_number', 'sum', 'decay', 'weight', 'value'],
  texts: [...first.texts, 'band', 'map_text', 'label'],
  conditions: [...first.conditions, 'holds', 'is_new'],
  dates: [...first.dates, 'day'],
};
const third: Names = {
  ...second,
  numbers: [...second.numbers, 'card', 'points', 'ratio', 'blend'],
  texts: [...second.texts, 'grade'],
};

const result = { tier: tierId.map((tier) => ({ tier })), value: constant.map((value) => ({ value })) };
const label = fc.constantFrom('band0', 'band1', 'x').map((value) => ({ value }));
const aggregate = fc.constantFrom('sum', 'minimum', 'maximum', 'count');
const formula = (id: string, valueType: string) => ({ ...named(id), kind: 'formula', valueType });

/** Two stages of nodes of every kind that computes a value, over dimensions of every type. */
const computing = fc.tuple(
  bandsOf('score', 'a', false),
  bandsOf('band', 'b', true),
  categoryMapOf('map_number', 'region', ['north', 'south', 'east'], false),
  fc.oneof(
    categoryMapOf('map_text', 'flag', [true, false], true),
    categoryMapOf('map_text', 'text', ['x', 'y', 'z'], true),
    categoryMapOf('map_text', 'a', [0, 0.1, 2.5, 10], true),
  ),
  calculation(first.numbers).map((expression) => ({ ...formula('sum', 'number'), expression })),
  fc.constant({ ...formula('day', 'date'), expression: { if: [{ var: 'flag' }, { var: 'since' }, null] } }),
  ruleOver(first).map((expression) => ({ ...formula('is_new', 'boolean'), expression })),
  decayOf('decay', 'b', 'age'),
  decayOf('weight', undefined, 'age'),
  ruleOver(first).map((when) => ({ ...named('holds'), kind: 'condition', when })),
  tableOf('value', first, { hit: 'first' }, result.value),
  tableOf('label', first, { hit: 'first' }, label),
  scorecardOf('card', ['sum', 'region', 'decay'], second),
  aggregate.chain((each) => tableOf('points', second, { hit: 'collect', aggregate: each }, result.value)),
  calculation(second.numbers).map((expression) => ({ ...formula('ratio', 'number'), expression })),
  customOf('blend', second.numbers),
  bandsOf('grade', 'card', true),
);

/** Nodes that lead to tiers; any of them may be absent. */
const leading = fc.tuple(
  fc.option(tableOf('table', third, { hit: 'first' }, result.tier)),
  fc.option(tableOf('ranked', third, { hit: 'priority' }, result.tier)),
  fc.option(
    matrixOf('grid', [
      { input: 'band', values: ['band0', 'band1', 'none'] },
      { input: 'flag', values: [true, false] },
      { input: 'score', values: [2, 0, 1] },
    ]),
  ),
  fc.option(
    fc
      .tuple(ruleOver(third), tierId)
      .map(([when, tier]) => ({ ...named('rule'), kind: 'condition', when, tier })),
  ),
);

/**
 * Sound documents with nodes of every kind, three deep, over dimensions of every type; for tests that hold one reader of models
 * against another.
 */
export const arbitraryDocuments: fc.Arbitrary<ModelDocument> = fc
  .record({
    computing,
    leading,
    fallback: tierId,
    priority: fc.option(fc.shuffledSubarray(tierIds), { nil: undefined }),
  })
  .map(({ computing: nodes, leading: routers, fallback, priority }) =>
    modelDocumentSchema.parse({
      schema: 2,
      name: { en: 'Model' },
      subjectType: 'customer',
      // The order of nodes means nothing.
      nodes: [
        ...routers.filter((node) => node !== null),
        ...dimensions,
        ...nodes,
        ...tierIds.map((id, index) => ({ ...named(id), kind: 'tier', rank: tierIds.length - index })),
      ],
      fallback,
      ...(priority === undefined ? {} : { priority }),
    }),
  );
