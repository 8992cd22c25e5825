import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import {
  checkExpression,
  compileJavaScript,
  interpretProgram,
  parseExpression,
  toJsonLogic,
  writeOutMissing,
  type Value,
} from './index.js';
import { arbitraryListRules, listInputs } from './testing/arbitrary-list-rules.js';
import { referenceListValue } from './testing/reference-list-value.js';

const { condition, row } = arbitraryListRules(fc);

/** Missing inputs are absent, which stock JSON Logic takes for null. */
const asAbsent = (data: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

describe('a rule over lists or parts of texts', () => {
  it('gives the same answer by its definition, generated, composed and under stock JSON Logic', () => {
    fc.assert(
      fc.property(condition, fc.array(row, { minLength: 5, maxLength: 15 }), (rule, rows) => {
        const parsed = parseExpression(rule);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
        const errors = checkExpression(parsed.node, listInputs).issues.filter(
          (each) => each.severity === 'error',
        );
        if (errors.length > 0) throw new Error(JSON.stringify(errors));
        const total = writeOutMissing(parsed.node, listInputs);
        const program = { inputs: listInputs, steps: [{ name: 'result', expression: total }] };
        const [compiled, interpreted] = [compileJavaScript(program), interpretProgram(program)];
        const again = interpretProgram({
          inputs: listInputs,
          steps: [{ name: 'result', expression: writeOutMissing(total, listInputs) }],
        });
        const exported = toJsonLogic(total) as Parameters<typeof jsonLogic.apply>[0];
        for (const data of rows) {
          const expected = referenceListValue(parsed.node, data) === true;
          const results = {
            compiled: compiled(data)['result'],
            interpreted: interpreted(data)['result'],
            again: again(data)['result'],
            stock: jsonLogic.apply(exported, data) as unknown,
            stockOnAbsent: jsonLogic.apply(exported, asAbsent(data)) as unknown,
          };
          if (Object.values(results).every((result) => result === expected)) continue;
          expect({ data, ...results }).toEqual({
            data,
            compiled: expected,
            interpreted: expected,
            again: expected,
            stock: expected,
            stockOnAbsent: expected,
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
