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
  type ExpressionNode,
  type InputDeclarations,
  type JsonLogicValue,
  type Value,
} from './index.js';
import { arbitraryExpressions } from './testing/arbitrary-expression.js';
import { arbitraryListRules, listInputs } from './testing/arbitrary-list-rules.js';
import { generatedInputs } from './testing/generated-inputs.js';
import { referenceValue } from './testing/reference-value.js';

const { condition, value, row } = arbitraryExpressions(fc);

function readRule(rule: JsonLogicValue, inputs: InputDeclarations): ExpressionNode {
  const parsed = parseExpression(rule);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const errors = checkExpression(parsed.node, inputs).issues.filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return parsed.node;
}

/** A row as it comes out of a file: what is missing is empty, numbers are text. */
const asTexts = (data: Record<string, Value>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, each]) => [
      name,
      each === null ? '' : typeof each === 'number' ? String(each) : each,
    ]),
  );

/** Whether two answers are one: arithmetic may differ in the last digits of a double (docs/expression-semantics.md, section 4). */
const isSame = (result: unknown, expected: unknown): boolean =>
  result === expected ||
  (typeof result === 'number' &&
    typeof expected === 'number' &&
    Math.abs(result - expected) <= Math.max(7.3e-10, 4e-15 * Math.abs(expected)));

function holdAgainstReference(
  rule: JsonLogicValue,
  rows: readonly Record<string, Value>[],
  isCondition: boolean,
  inputs: InputDeclarations = generatedInputs,
) {
  const node = readRule(rule, inputs);
  const total = writeOutMissing(node, inputs);
  const program = { inputs, steps: [{ name: 'result', expression: total }] };
  const compiled = compileJavaScript(program);
  const interpreted = interpretProgram(program);
  const exported = toJsonLogic(total) as Parameters<typeof jsonLogic.apply>[0];
  for (const data of rows) {
    const reference = referenceValue(node, data, inputs);
    const expected = isCondition ? reference === true : reference;
    const results = {
      compiled: compiled(data)['result'],
      interpreted: interpreted(data)['result'],
      stock: jsonLogic.apply(exported, data),
      stockOnTexts: jsonLogic.apply(exported, asTexts(data)),
    };
    // `expect` costs more than all four evaluations, so it only speaks when something differs.
    if (Object.values(results).every((result) => isSame(result, expected))) continue;
    expect({ data, ...results }).toEqual({
      data,
      compiled: expected,
      interpreted: expected,
      stock: expected,
      stockOnTexts: expected,
    });
  }
}

describe('a rule', () => {
  it('gives the same answer by its definition, generated, composed and under stock JSON Logic', () => {
    fc.assert(
      fc.property(condition, fc.array(row, { minLength: 5, maxLength: 20 }), (rule, rows) =>
        holdAgainstReference(rule, rows, true),
      ),
      { numRuns: 400 },
    );
  });

  it('gives the same value by its definition, generated, composed and under stock JSON Logic', () => {
    fc.assert(
      fc.property(value, fc.array(row, { minLength: 5, maxLength: 20 }), (rule, rows) =>
        holdAgainstReference(rule, rows, false),
      ),
      { numRuns: 200 },
    );
  });

  it('gives the same answer over lists with missing elements and over parts of texts', () => {
    const lists = arbitraryListRules(fc);
    fc.assert(
      fc.property(lists.condition, fc.array(lists.row, { minLength: 5, maxLength: 20 }), (rule, rows) =>
        holdAgainstReference(rule, rows, true, listInputs),
      ),
      { numRuns: 200 },
    );
  });

  it('comes back from the parser as it was', () => {
    fc.assert(
      fc.property(fc.oneof(condition, value), (rule) => {
        expect(toJsonLogic(readRule(rule, generatedInputs))).toEqual(rule);
      }),
    );
  });
});
