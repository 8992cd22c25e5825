import type * as FastCheck from 'fast-check';
import type { JsonLogicValue } from '../parser/to-json-logic.js';
import type { InputDeclarations, Scalar } from '../value-type.js';

/** Inputs of the generated rules: of every type, missing and never missing. @since 0.1.0 */
export const generatedInputs: InputDeclarations = Object.freeze({
  n: { type: 'number', nullable: true },
  m: { type: 'number', nullable: true },
  k: { type: 'number', nullable: false },
  x: { type: 'number', nullable: true },
  y: { type: 'number', nullable: true },
  t: { type: 'text', nullable: true },
  u: { type: 'text', nullable: true },
  w: { type: 'text', nullable: false },
  b: { type: 'boolean', nullable: true },
  c: { type: 'boolean', nullable: true },
  f: { type: 'boolean', nullable: false },
  d: { type: 'date', nullable: true },
  e: { type: 'date', nullable: true },
  i: { type: 'instant', nullable: true },
  j: { type: 'instant', nullable: true },
});

// Few values, so that edges and equal values are met often.
const wholes = [-1, 0, 1, 2, 5, 9, 10, 90, 100];
const decimals = [0.1, 0.2, 0.3, 297.4, 297.399999999999, 1e-7, 999999999999999, -0.5, 10];
const texts = ['A', 'B', 'a', 'ab', '10', '9', '李', '有限公司', '😀', "O'R", '"', '%', '_', '\\'];
const dates = ['1900-01-01', '2023-12-31', '2024-01-01', '2024-02-29', '9999-12-31'];
const instants = [
  '2023-12-31T16:00:00.000Z',
  '2023-12-31T15:59:59.999Z',
  '2024-01-01T00:00:00.000Z',
  '1900-01-01T00:00:00.000Z',
];
const writtenInstants = ['2024-01-01T00:00:00+08:00', '2023-12-31T15:59:59.999Z', '2024-01-01T00:00:00Z'];

/** `missing` gives a list, which cannot be compared. */
const asBoolean = (rule: JsonLogicValue): JsonLogicValue =>
  typeof rule === 'object' && rule !== null && 'missing' in rule ? { '!!': [rule] } : rule;

type Rule = FastCheck.Arbitrary<JsonLogicValue>;

/**
 * Well-typed rules over {@link generatedInputs} and rows for them. Arithmetic is over small whole numbers, which are exact in every
 * reader; decimals are compared, not computed with (docs/expression-semantics.md, section 4).
 * @param fc - the `fast-check` module; it is the caller's dependency
 * @since 0.1.0
 */
export function arbitraryExpressions(fc: typeof FastCheck.default): {
  readonly condition: Rule;
  readonly value: Rule;
  readonly row: FastCheck.Arbitrary<Record<string, Scalar>>;
} {
  const variableOf = (...names: string[]): Rule => fc.constantFrom(...names).map((name) => ({ var: name }));
  const pick = (values: readonly (string | number | boolean)[]): Rule => fc.constantFrom(...values);
  const call =
    (operator: string) =>
    (...operands: JsonLogicValue[]): JsonLogicValue => ({ [operator]: operands });
  const pairs = (operators: readonly string[], left: Rule, right: Rule): Rule =>
    fc
      .tuple(fc.constantFrom(...operators), left, right, fc.boolean())
      .map(([operator, a, b, isSwapped]) => call(operator)(...(isSwapped ? [b, a] : [a, b])));

  const ordering = ['<', '<=', '>', '>='];
  const equality = ['==', '!=', '===', '!=='];
  const both = [...ordering, ...equality];

  const rules = fc.letrec<Record<'whole' | 'number' | 'text' | 'condition' | 'comparison', JsonLogicValue>>(
    (tie) => ({
      whole: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'whole', withCrossShrink: true },
        { weight: 3, arbitrary: variableOf('n', 'm', 'k') },
        { weight: 2, arbitrary: pick(wholes) },
        fc
          .tuple(fc.constantFrom('+', '-'), tie('whole'), tie('whole'))
          .map(([operator, a, b]) => call(operator)(a, b)),
        fc.tuple(pick([2, 3]), tie('whole')).map(([factor, a]) => call('*')(factor, a)),
        tie('whole').map((a) => call('-')(a)),
        fc.tuple(tie('whole'), pick([2, 3, 7])).map(([a, divisor]) => call('%')(a, divisor)),
        fc
          .tuple(fc.constantFrom('min', 'max'), fc.array(tie('whole'), { minLength: 1, maxLength: 3 }))
          .map(([operator, parts]) => call(operator)(...parts)),
        fc.tuple(tie('condition'), tie('whole'), tie('whole')).map(([test, a, b]) => call('if')(test, a, b)),
        fc.tuple(tie('condition'), tie('whole')).map(([test, a]) => call('if')(test, a, null)),
        fc.tuple(fc.constantFrom('n', 'm'), tie('whole')).map(([name, a]) => ({ var: [name, a] })),
        fc
          .constantFrom('n', 'm')
          .map((name) => ({ if: [{ missing: [name] }, null, { '<': [{ var: name }, 10] }, 1, 2] })),
      ),
      number: fc.oneof(
        { weight: 3, arbitrary: variableOf('x', 'y') },
        { weight: 2, arbitrary: pick(decimals) },
        tie('whole'),
        fc
          .tuple(tie('condition'), variableOf('x', 'y'), pick(decimals))
          .map(([test, a, b]) => call('if')(test, a, b)),
      ),
      text: fc.oneof(
        { weight: 4, arbitrary: variableOf('t', 'u', 'w') },
        { weight: 2, arbitrary: pick(texts) },
        fc
          .tuple(tie('condition'), variableOf('t', 'u'), pick(texts))
          .map(([test, a, b]) => call('if')(test, a, b)),
        pick(texts).map((text) => ({ var: ['t', text] })),
      ),
      comparison: fc.oneof(
        { weight: 3, arbitrary: pairs(both, tie('number'), tie('number')) },
        fc
          .tuple(fc.constantFrom('<', '<='), tie('number'), tie('number'), tie('number'))
          .map(([operator, a, b, c]) => call(operator)(a, b, c)),
        { weight: 2, arbitrary: pairs(both, tie('text'), tie('text')) },
        pairs(both, variableOf('d', 'e'), fc.oneof(variableOf('d', 'e'), pick(dates))),
        pairs(both, variableOf('i', 'j'), fc.oneof(variableOf('i', 'j'), pick(writtenInstants))),
        fc
          .tuple(pick(dates), variableOf('d', 'e'), fc.oneof(pick(dates), variableOf('d', 'e')))
          .map((operands) => call('<=')(...operands)),
        pairs(equality, tie('condition').map(asBoolean), tie('condition').map(asBoolean)),
        fc
          .tuple(tie('number'), fc.array(pick([...wholes, ...decimals]), { minLength: 1, maxLength: 4 }))
          .map(([a, items]) => call('in')(a, items)),
        fc
          .tuple(tie('text'), fc.array(pick(texts), { minLength: 1, maxLength: 4 }))
          .map(([a, items]) => call('in')(a, items)),
        fc.tuple(tie('text'), tie('text')).map(([a, b]) => call('in')(a, b)),
        fc
          .tuple(variableOf('i', 'j'), fc.array(pick(writtenInstants), { minLength: 1, maxLength: 2 }))
          .map(([a, items]) => call('in')(a, items)),
        // A quotient is not exact, so it meets plain values only.
        fc
          .tuple(fc.constantFrom(...ordering), variableOf('n', 'm'), pick(wholes))
          .map(([operator, a, b]) => ({
            if: [{ '!=': [{ var: 'k' }, 0] }, { [operator]: [{ '/': [a, { var: 'k' }] }, b] }, false],
          })),
      ),
      condition: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'condition', withCrossShrink: true },
        { weight: 2, arbitrary: variableOf('b', 'c', 'f') },
        { weight: 6, arbitrary: tie('comparison') },
        fc
          .array(fc.constantFrom('n', 't', 'b', 'd', 'i', 'k'), { minLength: 1, maxLength: 3 })
          .map((names) => ({ missing: names })),
        {
          weight: 3,
          arbitrary: fc
            .array(tie('condition'), { minLength: 1, maxLength: 3 })
            .map((parts) => call('and')(...parts)),
        },
        {
          weight: 3,
          arbitrary: fc
            .array(tie('condition'), { minLength: 1, maxLength: 3 })
            .map((parts) => call('or')(...parts)),
        },
        { weight: 3, arbitrary: tie('condition').map((part) => ({ '!': part })) },
        tie('condition').map((part) => call('!!')(part)),
        fc
          .tuple(tie('condition'), tie('comparison'), fc.oneof(tie('comparison'), fc.boolean()))
          .map(([test, a, b]) => call('if')(test, a, b)),
        fc.boolean(),
      ),
    }),
  );

  const maybe = <T extends Scalar>(values: readonly T[]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Scalar>(...values) }, fc.constant(null));
  return {
    condition: rules.condition,
    value: fc.oneof(rules.number, rules.text),
    row: fc.record({
      n: maybe(wholes),
      m: maybe(wholes),
      k: fc.constantFrom<Scalar>(...wholes),
      x: maybe(decimals),
      y: maybe(decimals),
      t: maybe(texts),
      u: maybe(texts),
      w: fc.constantFrom<Scalar>(...texts),
      b: maybe([true, false]),
      c: maybe([true, false]),
      f: fc.constantFrom<Scalar>(true, false),
      d: maybe(dates),
      e: maybe(dates),
      i: maybe(instants),
      j: maybe(instants),
    }),
  };
}
