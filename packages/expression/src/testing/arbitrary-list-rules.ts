import type * as FastCheck from 'fast-check';
import type { JsonLogicValue } from '../ast/json-value.js';
import type { InputDeclarations, Value } from '../value-type.js';

/** Inputs of the generated rules over lists and parts of texts. @since 0.1.0 */
export const listInputs: InputDeclarations = Object.freeze({
  n: { type: 'number', nullable: true },
  m: { type: 'number', nullable: true },
  t: { type: 'text', nullable: true },
  u: { type: 'text', nullable: true },
  d: { type: 'date', nullable: true },
  ns: { type: 'list', nullable: true, element: 'number' },
  ks: { type: 'list', nullable: false, element: 'number' },
  ts: { type: 'list', nullable: true, element: 'text' },
});

const wholes = [-2, -1, 0, 1, 2, 5, 9];
const texts = ['A', 'B', 'ab', 'SH-001', '李', '有限公司', "O'R", '%'];
const dates = ['1900-01-01', '2024-02-29', '9999-12-31'];

type Rule = FastCheck.Arbitrary<JsonLogicValue>;
type Name = 'numbers' | 'texts' | 'text' | 'number' | 'ofNumber' | 'ofText' | 'condition';

/**
 * Well-typed conditions over lists with missing elements, and over parts of texts, with rows for them. Numbers are small and whole, so
 * that plain JavaScript calculates them exactly.
 * @param fc - the `fast-check` module; it is the caller's dependency
 * @since 0.1.0
 */
export function arbitraryListRules(fc: typeof FastCheck.default): {
  readonly condition: Rule;
  readonly row: FastCheck.Arbitrary<Record<string, Value>>;
} {
  const read = (...names: string[]): Rule => fc.constantFrom(...names).map((name) => ({ var: name }));
  const pick = (values: readonly (string | number)[]): Rule => fc.constantFrom(...values);
  const call = (ids: readonly string[], ...operands: Rule[]): Rule =>
    fc.tuple(fc.constantFrom(...ids), fc.tuple(...operands)).map(([id, given]) => ({ [id]: given }));
  const orders = ['<', '<=', '>', '>=', '==', '!='];
  const element: Rule = fc.constant({ var: '' });
  const isMissing: Rule = fc.constant({ missing: [''] });
  const current: Rule = fc.constant({ var: 'current' });
  const accumulator: Rule = fc.constant({ var: 'accumulator' });
  const perElement: Rule = fc.oneof(
    current,
    call(['*'], current, fc.constant(2)),
    call(['if'], call(['>'], current, pick(wholes)), fc.constant(1), fc.constant(0)),
    fc.constant(1),
  );

  const rules = fc.letrec<Record<Name, JsonLogicValue>>((tie) => ({
    numbers: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'list', withCrossShrink: true },
      { weight: 4, arbitrary: read('ns', 'ks') },
      fc.array(fc.oneof(pick(wholes), read('n', 'm')), { minLength: 1, maxLength: 3 }),
      call(['filter'], tie('numbers'), tie('ofNumber')),
      call(['map'], tie('numbers'), call(['if'], tie('ofNumber'), element, pick(wholes))),
      call(['map'], tie('numbers'), fc.oneof(call(['-'], element), call(['max'], element, pick(wholes)))),
      call(['merge'], tie('numbers'), fc.oneof(tie('numbers'), read('n'), pick(wholes))),
      call(['if'], call(['>'], read('n'), pick(wholes)), tie('numbers'), tie('numbers')),
    ),
    texts: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'list', withCrossShrink: true },
      { weight: 3, arbitrary: read('ts') },
      fc.array(fc.oneof(pick(texts), read('t')), { minLength: 1, maxLength: 3 }),
      call(['filter'], tie('texts'), tie('ofText')),
      call(['map'], tie('numbers'), call(['if'], tie('ofNumber'), pick(texts), pick(texts))),
      call(['merge'], tie('texts'), fc.oneof(tie('texts'), read('u'))),
    ),
    ofNumber: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'body', withCrossShrink: true },
      { weight: 4, arbitrary: call(orders, element, pick(wholes)) },
      call(orders, call(['+'], element, pick(wholes)), pick(wholes)),
      call(['in'], element, fc.array(pick(wholes), { minLength: 1, maxLength: 3 })),
      isMissing,
      call(['and', 'or'], tie('ofNumber'), tie('ofNumber')),
      call(['!'], tie('ofNumber')),
    ),
    ofText: fc.oneof(
      call(['==', '!='], element, pick(texts)),
      call(['in'], pick(texts), element),
      call(['==', '!='], call(['substr'], element, fc.constant(0), pick([1, 2, -2])), pick(texts)),
      isMissing,
    ),
    text: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'text', withCrossShrink: true },
      { weight: 3, arbitrary: read('t', 'u') },
      pick(texts),
      call(['cat'], tie('text'), fc.oneof(tie('text'), read('d'))),
      call(['substr'], tie('text'), pick([-3, -1, 0, 1, 3])),
      call(['substr'], tie('text'), pick([-3, 0, 2]), pick([-2, -1, 0, 1, 2])),
    ),
    number: fc.oneof(
      read('n', 'm'),
      fc
        .tuple(fc.constantFrom('+', 'min', 'max'), perElement, fc.boolean(), tie('numbers'), pick(wholes))
        .chain(([id, each, isFirst, source, start]) =>
          accumulator.map((other) => ({
            reduce: [source, { [id]: isFirst ? [each, other] : [other, each] }, start],
          })),
        ),
    ),
    condition: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'condition', withCrossShrink: true },
      { weight: 4, arbitrary: call(['some', 'all', 'none'], tie('numbers'), tie('ofNumber')) },
      { weight: 2, arbitrary: call(['some', 'all', 'none'], tie('texts'), tie('ofText')) },
      { weight: 2, arbitrary: call(['in'], fc.oneof(read('n'), pick(wholes)), tie('numbers')) },
      call(['in'], fc.oneof(read('t'), pick(texts)), tie('texts')),
      { weight: 2, arbitrary: call(orders, tie('number'), fc.oneof(pick(wholes), read('n'))) },
      call(['==', '!='], tie('text'), tie('text')),
      call(['in'], pick(texts), tie('text')),
      fc
        .tuple(fc.nat({ max: 4 }), fc.subarray(['n', 't', 'ns', 'ks'], { minLength: 1 }))
        .map(([count, names]) => ({ missing_some: [count, names] })),
      call(['and', 'or'], tie('condition'), tie('condition')),
      call(['!'], tie('condition')),
      call(['?:'], tie('condition'), tie('condition'), tie('condition')),
    ),
  }));

  const maybe = <T extends Value>(arbitrary: FastCheck.Arbitrary<T>) =>
    fc.oneof({ weight: 4, arbitrary: arbitrary as FastCheck.Arbitrary<Value> }, fc.constant(null));
  const list = (values: readonly (string | number)[]) =>
    fc.array(fc.constantFrom(...values, null), { maxLength: 4 });
  return {
    // What `missing_some` gives is no branch of `?:`; doubly negated it is true or false.
    condition: rules.condition.filter(
      (rule) => !JSON.stringify(rule).includes('"?:"') || !JSON.stringify(rule).includes('missing_some'),
    ),
    row: fc.record({
      n: maybe(fc.constantFrom(...wholes)),
      m: maybe(fc.constantFrom(...wholes)),
      t: maybe(fc.constantFrom(...texts)),
      u: maybe(fc.constantFrom(...texts)),
      d: maybe(fc.constantFrom(...dates)),
      ns: maybe(list(wholes)),
      ks: list(wholes),
      ts: maybe(list(texts)),
    }),
  };
}
