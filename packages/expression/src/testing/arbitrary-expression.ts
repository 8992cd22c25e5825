import type * as FastCheck from 'fast-check';
import type { JsonLogicValue } from '../parser/to-json-logic.js';
import type { Scalar, Value } from '../value-type.js';
import { Fraction } from './fraction.js';

// Few values, so that edges and equal values are met often.
const wholes = [-1, 0, 1, 2, 5, 9, 10, 90, 100];
const decimals = [0.1, 0.2, 0.3, 297.4, 297.399999999999, 1e-7, 999999999999999, -0.5, 10];
/** To calculate with: few digits and sizes, so that a result's error stays far below the margin. */
const computable = [
  0, 0.1, 0.2, 0.3, 0.7, 0.8, 1, 1.1, 3.3, 10, 12.34, 33.33, 69.95, 70, 99.99, 100, -0.3, -12.34,
];
const money = [0, 0.01, 9.99, 10, 4999.995, 5000, 9999, 9999.5, 9999.99, 10000, -25.5];
const factors = [0.1, 0.3, 0.35, 0.6, 1.1, 2, 3, 7];
const calculated = [
  69.99999999999999, 70, 0.30000000000000004, 0.3, 0.7999999999999999, 0.8, 33.333333333333336,
];
const stages = ['new', 'active', 'silent', 'lost'];
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
  typeof rule === 'object' && rule !== null && ('missing' in rule || 'missing_some' in rule)
    ? { '!!': [rule] }
    : rule;

type Rule = FastCheck.Arbitrary<JsonLogicValue>;

/**
 * Well-typed rules over {@link generatedInputs} and rows for them. Numbers to calculate with have few digits; others go to the
 * fifteenth and are compared only (docs/expression-semantics.md, section 4).
 * @param fc - the `fast-check` module; it is the caller's dependency
 * @since 0.1.0
 */
export function arbitraryExpressions(fc: typeof FastCheck.default): {
  readonly condition: Rule;
  readonly value: Rule;
  readonly row: FastCheck.Arbitrary<Record<string, Value>>;
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

  /** Something calculated beside what it exactly is for two of the values that rows have. */
  const onEdge: Rule = fc
    .tuple(
      fc.constantFrom(...both),
      fc.constantFrom('+', '-', '*'),
      fc.constantFrom(...computable),
      fc.constantFrom(...computable),
      fc.constantFrom(...factors),
      fc.boolean(),
    )
    .map(([compared, operator, a, b, factor, isSwapped]) => {
      const [left, right] = [Fraction.ofNumber(a), Fraction.ofNumber(b)];
      const exact = { '+': left.plus(right), '-': left.minus(right), '*': left.times(right) }[operator];
      const edge = exact.times(Fraction.ofNumber(factor)).toNumber();
      const calculated = call('*')(call(operator)({ var: 'p' }, { var: 'q' }), factor);
      return call(compared)(...(isSwapped ? [edge, calculated] : [calculated, edge]));
    });

  const rules = fc.letrec<
    Record<
      'whole' | 'number' | 'calculation' | 'text' | 'list' | 'element' | 'condition' | 'comparison',
      JsonLogicValue
    >
  >((tie) => ({
    whole: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'whole', withCrossShrink: true },
      { weight: 3, arbitrary: variableOf('n', 'm', 'k') },
      { weight: 2, arbitrary: pick(wholes) },
      fc
        .tuple(fc.constantFrom('+', '-'), tie('whole'), tie('whole'))
        .map(([operator, a, b]) => call(operator)(a, b)),
      fc.tuple(pick([2, 3]), tie('whole')).map(([factor, a]) => call('*')(factor, a)),
      tie('whole').map((a) => call('-')(a)),
      // The remainder of a calculated number could jump at its last digit, so it is refused.
      fc.tuple(variableOf('n', 'm', 'k', 'x'), pick([2, 3, 7])).map(([a, divisor]) => call('%')(a, divisor)),
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
    calculation: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'calculation', withCrossShrink: true },
      { weight: 4, arbitrary: variableOf('p', 'q', 'z', 's', 'o') },
      { weight: 2, arbitrary: pick(computable) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('+', '-'), tie('calculation'), tie('calculation'))
          .map(([operator, a, b]) => call(operator)(a, b)),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(pick(factors), tie('calculation')).map((parts) => call('*')(...parts)),
      },
      fc
        .tuple(variableOf('p', 'q', 's'), variableOf('p', 'q', 'o'), variableOf('z', 'p'))
        .map(([a, b, c]) => call('+')(call('*')(0.6, a), call('*')(0.3, b), call('*')(0.1, c))),
      fc.tuple(tie('calculation'), pick([3, 7, 0.7, 100])).map((parts) => call('/')(...parts)),
      fc
        .tuple(tie('calculation'), fc.constantFrom('p', 'q', 'o'), fc.option(pick(computable)))
        .map(([a, name, otherwise]) => ({
          if: [{ '!=': [{ var: name }, 0] }, { '/': [a, { var: name }] }, otherwise],
        })),
      tie('calculation').map((a) => call('-')(a)),
      fc
        .tuple(fc.constantFrom('min', 'max'), fc.array(tie('calculation'), { minLength: 1, maxLength: 3 }))
        .map(([operator, parts]) => call(operator)(...parts)),
      fc
        .tuple(tie('condition'), tie('calculation'), tie('calculation'))
        .map(([test, a, b]) => call('if')(test, a, b)),
      fc.tuple(fc.constantFrom('p', 'z'), tie('calculation')).map(([name, a]) => ({ var: [name, a] })),
    ),
    text: fc.oneof(
      { weight: 4, arbitrary: variableOf('t', 'u', 'w', 'v') },
      { weight: 2, arbitrary: pick(texts) },
      fc
        .tuple(tie('condition'), variableOf('t', 'u'), pick(texts))
        .map(([test, a, b]) => call('if')(test, a, b)),
      pick(texts).map((text) => ({ var: ['t', text] })),
      fc
        .tuple(tie('text'), fc.oneof(tie('text'), variableOf('d', 'g')))
        .map((parts) => call('cat')(...parts)),
      // Not of texts past U+FFFF, whose characters stock JSON Logic counts otherwise.
      fc
        .tuple(
          variableOf('d', 'g'),
          fc.integer({ min: -3, max: 5 }),
          fc.option(fc.integer({ min: -2, max: 4 })),
        )
        .map(([text, start, length]) =>
          call('substr')(call('cat')(text, 'x'), start, ...(length === null ? [] : [length])),
        ),
    ),
    // Lists of numbers, and conditions on one of their elements.
    list: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'list', withCrossShrink: true },
      { weight: 4, arbitrary: variableOf('ns', 'ks') },
      fc.array(fc.oneof(pick(computable), variableOf('n', 'p', 'k')), { minLength: 1, maxLength: 3 }),
      fc.tuple(tie('list'), tie('element')).map((parts) => call('filter')(...parts)),
      fc
        .tuple(tie('list'), fc.constantFrom('+', '*'), pick(factors))
        .map(([items, operator, factor]) => call('map')(items, { [operator]: [{ var: '' }, factor] })),
      fc
        .tuple(tie('list'), tie('element'), pick(computable))
        .map(([items, test, a]) => call('map')(items, { if: [test, a, { var: '' }] })),
      fc
        .tuple(tie('list'), fc.oneof(tie('list'), variableOf('m', 'k')))
        .map((parts) => call('merge')(...parts)),
    ),
    element: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'element', withCrossShrink: true },
      { weight: 4, arbitrary: pairs(both, variableOf(''), pick([...computable, ...wholes])) },
      fc.constant({ '!!': [{ missing: [''] }] }),
      fc.tuple(tie('element'), tie('element')).map((parts) => call('and')(...parts)),
      fc.tuple(tie('element'), tie('element')).map((parts) => call('or')(...parts)),
      tie('element').map((part) => ({ '!': part })),
    ),
    comparison: fc.oneof(
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('some', 'all', 'none'), tie('list'), tie('element'))
          .map(([operator, items, test]) => call(operator)(items, test)),
      },
      fc
        .tuple(pick(computable), tie('list'))
        .map(([a, items]) => call('in')(a, Array.isArray(items) ? { merge: items } : items)),
      // A calculated number is not looked for in a list.
      fc
        .tuple(variableOf('n', 'p', 'k', 'o'), variableOf('ns', 'ks'))
        .map(([a, items]) => call('in')(a, items)),
      fc
        .tuple(fc.constantFrom(...both), fc.constantFrom('+', 'min', 'max'), tie('list'), pick(computable))
        .map(([operator, aggregate, items, edge]) =>
          call(operator)(
            call('reduce')(items, { [aggregate]: [{ var: 'current' }, { var: 'accumulator' }] }, 0),
            edge,
          ),
        ),
      fc.tuple(tie('text'), variableOf('ts')).map(([a, items]) => call('in')(a, items)),
      fc
        .tuple(fc.constantFrom('some', 'all', 'none'), pick(texts))
        .map(([operator, text]) => call(operator)({ var: 'ts' }, { '==': [{ var: '' }, text] })),
      fc
        .tuple(
          fc.integer({ min: 0, max: 4 }),
          fc.uniqueArray(fc.constantFrom('n', 't', 'b', 'k', 'o', 'ns'), { minLength: 1 }),
        )
        .map(([needed, names]) => asBoolean({ missing_some: [needed, names] })),
      { weight: 3, arbitrary: pairs(both, tie('number'), tie('number')) },
      fc
        .tuple(fc.constantFrom('<', '<='), tie('number'), tie('number'), tie('number'))
        .map(([operator, a, b, c]) => call(operator)(a, b, c)),
      {
        weight: 3,
        arbitrary: pairs(both, tie('calculation'), fc.oneof(pick(computable), tie('calculation'))),
      },
      { weight: 8, arbitrary: onEdge },
      pairs(both, variableOf('z', 's'), pick([...money, ...computable])),
      fc
        .tuple(pick([0, 0.3, 10]), tie('calculation'), pick([0.8, 70, 100]))
        .map((operands) => call('<=')(...operands)),
      fc
        .tuple(tie('calculation'), fc.array(pick(computable), { minLength: 1, maxLength: 4 }))
        .map(([a, items]) => call('in')(a, items)),
      pairs(both, variableOf('r', 'l'), fc.oneof(variableOf('r', 'l'), pick(wholes))),
      pairs(equality, variableOf('g', 'h'), fc.oneof(variableOf('g', 'h'), pick(stages))),
      fc
        .tuple(variableOf('g', 'h'), fc.uniqueArray(pick(stages), { minLength: 1, maxLength: 3 }))
        .map(([a, items]) => call('in')(a, items)),
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
      fc.tuple(fc.constantFrom(...ordering), variableOf('n', 'm'), pick(wholes)).map(([operator, a, b]) => ({
        if: [{ '!=': [{ var: 'k' }, 0] }, { [operator]: [{ '/': [a, { var: 'k' }] }, b] }, false],
      })),
    ),
    condition: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'condition', withCrossShrink: true },
      { weight: 2, arbitrary: variableOf('b', 'c', 'f') },
      { weight: 6, arbitrary: tie('comparison') },
      fc
        .array(fc.constantFrom('n', 't', 'b', 'd', 'i', 'k', 'p', 'o', 'g', 'r'), {
          minLength: 1,
          maxLength: 3,
        })
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
  }));

  const maybe = <T extends Scalar>(values: readonly T[]) =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Scalar>(...values) }, fc.constant(null));
  const lists = <T extends Scalar>(values: readonly T[]) =>
    fc.array(fc.option(fc.constantFrom<Scalar>(...values), { freq: 5 }), { maxLength: 4 });
  return {
    condition: rules.condition,
    value: fc.oneof(rules.number, rules.calculation, rules.text),
    row: fc.record({
      n: maybe(wholes),
      m: maybe(wholes),
      k: fc.constantFrom<Scalar>(...wholes),
      x: maybe(decimals),
      y: maybe(decimals),
      p: maybe(computable),
      q: maybe(computable),
      z: maybe(money),
      s: maybe(calculated),
      o: maybe(computable),
      t: maybe(texts),
      u: maybe(texts),
      v: maybe(texts),
      g: maybe(stages),
      h: fc.constantFrom<Scalar>(...stages),
      ns: fc.option(lists([...computable, 2, 5]), { freq: 5 }),
      ks: lists(wholes),
      ts: fc.option(lists(texts), { freq: 5 }),
      r: maybe(wholes),
      l: fc.constantFrom<Scalar>(...wholes),
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
