import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { checkDocument } from '../check/check-document.js';
import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { Cell } from '../cell/cell.js';
import { explain } from '../explain/explain.js';
import { bands, condition, dimension, model, numberDimension, table, tier } from '../testing/documents.js';
import { compileDocument } from './compile-document.js';
import { tierJsonLogic } from './tier-json-logic.js';

const tiers = ['t1', 't2', 't3', 't4'];
const tierId = fc.constantFrom(...tiers);
const small = fc.constantFrom(0, 1, 2, 2.5, 3, 10);
const cuts = fc
  .array(small, { minLength: 1, maxLength: 3 })
  .map((values) => values.sort((a, b) => a - b).map(String));

const makeBands = (id: string, input: string) =>
  fc
    .tuple(
      cuts,
      fc.constantFrom<'left' | 'right'>('left', 'right'),
      fc.option(small, { nil: undefined }),
      fc.boolean(),
    )
    .map(([values, closed, missing, isText]) =>
      bands(
        id,
        input,
        values,
        [...values, ''].map((_, index) => (isText ? `band${index}` : index)),
        { closed, ...(missing === undefined || isText ? {} : { missing }) },
      ),
    );

const numberCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constant({ op: 'missing' as const }),
  fc
    .tuple(fc.constantFrom<'<' | '<=' | '>' | '>=' | '==' | '!='>('<', '<=', '>', '>=', '==', '!='), small)
    .map(([op, value]) => ({ op, value })),
  fc
    .tuple(small, small)
    .map(([a, b]) => ({ op: 'between' as const, min: Math.min(a, b), max: Math.max(a, b) })),
  fc.array(small, { minLength: 1, maxLength: 3 }).map((values) => ({ op: 'in' as const, values })),
);
const textCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constant({ op: 'missing' as const }),
  fc
    .tuple(fc.constantFrom<'==' | '!='>('==', '!='), fc.constantFrom('band0', 'band1', 'x'))
    .map(([op, value]) => ({ op, value })),
);

/** Conditions over a, b, text, flag and the scores that are numbers. */
const rule = (numbers: readonly string[], conditions: readonly string[]): fc.Arbitrary<JsonLogic> =>
  fc.letrec<{ rule: JsonLogic }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.constantFrom(...numbers), small)
          .map(([operator, name, value]): JsonLogic => ({ [operator]: [{ var: name }, value] })),
      },
      fc.constantFrom<JsonLogic>(...conditions.map((id) => ({ var: id })), { '==': [{ var: 'text' }, 'x'] }),
      fc.constantFrom(...numbers, 'text').map((name): JsonLogic => ({ missing: [name] })),
      tie('rule').map((each): JsonLogic => ({ '!': each })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((each): JsonLogic => ({ and: each })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((each): JsonLogic => ({ or: each })),
    ),
  })).rule;

const isNumeric = (node: ModelNode): boolean =>
  node.kind === 'bands' && node.outputs.every((output) => typeof output === 'number');

const documents: fc.Arbitrary<ModelDocument> = fc
  .tuple(makeBands('score_a', 'a'), makeBands('score_b', 'b'))
  .chain(([scoreA, scoreB]) => {
    const numeric = [scoreA, scoreB].filter(isNumeric).map((node) => node.id);
    const again = numeric[0] === undefined ? fc.constant(null) : fc.option(makeBands('again', numeric[0]));
    return again.chain((deeper) => {
      const banded = [scoreA, scoreB, ...(deeper === null ? [] : [deeper])];
      const numbers = ['a', 'b', ...banded.filter(isNumeric).map((node) => node.id)];
      const texts = ['text', ...banded.filter((node) => !isNumeric(node)).map((node) => node.id)];
      const makeTable = (id: string) =>
        fc
          .uniqueArray(fc.constantFrom(...numbers, ...texts), { minLength: 1, maxLength: 3 })
          .chain((inputs) =>
            fc
              .array(
                fc.tuple(tierId, ...inputs.map((input) => (numbers.includes(input) ? numberCell : textCell))),
                { minLength: 0, maxLength: 4 },
              )
              .map((rows) => table(id, inputs, rows as [string, ...Cell[]][])),
          );
      return fc
        .record({
          first: fc.option(fc.tuple(rule(numbers, ['flag']), fc.option(tierId))),
          second: fc.option(fc.tuple(rule(numbers, ['flag']), fc.option(tierId))),
          tableOne: fc.option(makeTable('one')),
          tableTwo: fc.option(makeTable('two')),
          fallback: tierId,
        })
        .map(({ first, second, tableOne, tableTwo, fallback }) =>
          model(
            [
              // The order of nodes means nothing.
              ...(tableOne === null ? [] : [tableOne]),
              numberDimension('a'),
              numberDimension('b'),
              dimension('text', 'text'),
              dimension('flag', 'boolean'),
              ...(first === null ? [] : [condition('first', first[0], first[1] ?? undefined)]),
              ...(second === null
                ? []
                : [
                    condition(
                      'second',
                      first === null ? second[0] : { or: [{ '!': { var: 'first' } }, second[0]] },
                      second[1] ?? undefined,
                    ),
                  ]),
              ...banded,
              ...(tableTwo === null ? [] : [tableTwo]),
              ...tiers.map((id, index) => tier(id, tiers.length - index)),
            ],
            fallback,
          ),
        );
    });
  });

const row = fc.record({
  a: fc.option(small),
  b: fc.option(fc.constantFrom(-1, 0, 2, 2.5, 9.99, 10, 11)),
  text: fc.option(fc.constantFrom('x', 'y')),
  flag: fc.option(fc.boolean()),
});

/** As out of a file: missing is empty, numbers are text. */
const asTexts = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'number' ? String(value) : (value ?? ''),
    ]),
  );

describe('a random document', () => {
  it('gives one tier, generated, composed, explained and as stock JSON Logic', () => {
    fc.assert(
      fc.property(documents, fc.array(row, { minLength: 5, maxLength: 15 }), (document, rows) => {
        const errors = checkDocument(document).filter((issue) => issue.severity === 'error');
        expect(errors).toEqual([]);
        const generated = compileDocument(document);
        const composed = compileDocument(document, { generateCode: false });
        const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
        for (const values of rows) {
          const result = generated.evaluate(values);
          const explained = explain(document, values);
          const answers = [
            composed.evaluate(values).tier,
            jsonLogic.apply(exported, values),
            jsonLogic.apply(exported, asTexts(values)),
            explained.tier,
          ];
          // `expect` costs more than the evaluations, so it only speaks when something differs.
          if (!answers.every((answer) => answer === result.tier))
            expect({ values, answers }).toEqual({ values, answers: answers.map(() => result.tier) });
          const { values: composedValues } = composed.evaluate(values);
          for (const { nodeId, kind, value } of explained.steps) {
            const expected = kind === 'dimension' ? value : result.values[nodeId];
            if (value !== expected || (kind !== 'dimension' && composedValues[nodeId] !== expected))
              expect({ nodeId, value, composed: composedValues[nodeId] }).toEqual({
                nodeId,
                value: expected,
                composed: expected,
              });
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
