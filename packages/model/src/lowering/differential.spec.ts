import { describe, expect, it } from '@jest/globals';
import { evaluateUntyped, marginOf, toJsonLogic, type Scalar } from '@terrace/expression';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { checkDocument } from '../check/check-document.js';
import { explain } from '../explain/explain.js';
import { arbitraryDocuments, arbitrarySubjects } from '../testing/arbitrary-document.js';
import { compileDocument } from './compile-document.js';
import { stagedTier } from './staged-tier.js';
import { tierJsonLogic } from './tier-json-logic.js';

/** As out of a file: missing is empty, numbers are text. */
const asTexts = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'number' ? String(value) : (value ?? ''),
    ]),
  );

/** Missing is absent. */
const withoutMissing = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** Equal, or numbers that differ by less than readers may. */
const agree = (a: Scalar | undefined, b: Scalar | undefined): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= marginOf(b));

describe('a random document', () => {
  it('gives one tier, generated, composed, explained and as stock JSON Logic in both forms', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        arbitraryDocuments,
        fc.array(arbitrarySubjects, { minLength: 5, maxLength: 10 }),
        (document, rows) => {
          const errors = checkDocument(document).filter((issue) => issue.severity === 'error');
          expect(errors).toEqual([]);
          const generated = compileDocument(document, { generateCode: true });
          const composed = compileDocument(document, { generateCode: false });
          const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
          const stages = stagedTier(document);
          const staged = toJsonLogic(stages) as Parameters<typeof jsonLogic.apply>[0];
          for (const [index, values] of rows.entries()) {
            const result = generated.evaluate(values);
            seen.add(result.tier);
            const answers = [
              composed.evaluate(values).tier,
              jsonLogic.apply(exported, values),
              jsonLogic.apply(exported, asTexts(values)),
              jsonLogic.apply(staged, values),
              jsonLogic.apply(staged, asTexts(values)),
              jsonLogic.apply(staged, withoutMissing(values)),
              evaluateUntyped(stages, values),
            ];
            // `expect` costs more than the evaluations, so it only speaks when something differs.
            if (!answers.every((answer) => answer === result.tier))
              expect({ values, answers }).toEqual({ values, answers: answers.map(() => result.tier) });
            // An explanation is written in full, so the first subjects stand for all.
            if (index > 1) continue;
            const explained = explain(document, values);
            expect(explained.tier).toBe(result.tier);
            const { values: composedValues } = composed.evaluate(values);
            for (const { nodeId, kind, value } of explained.steps) {
              if (kind === 'dimension' || kind === 'tier') continue;
              const expected = result.values[nodeId];
              if (!agree(value, expected) || !agree(composedValues[nodeId], expected))
                expect({ nodeId, value, composed: composedValues[nodeId] }).toEqual({
                  nodeId,
                  value: expected,
                  composed: expected,
                });
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(seen.size).toBe(4);
  });
});
