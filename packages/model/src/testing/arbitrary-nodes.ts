import fc from 'fast-check';
import type { Cell } from '../cell/cell.js';
import type { JsonLogic } from '../document/json-logic.js';

/** Random parts of nodes, for tests; plain JSON that the document's schema reads. */

/** What a node of a random document reads: names by type. */
export interface Names {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly conditions: readonly string[];
  readonly dates: readonly string[];
}

export const tierIds = ['t1', 't2', 't3', 't4'];
export const tierId = fc.constantFrom(...tierIds);

/** Numbers on and beside edges; sums such as 0.1 + 0.2 are among the constants they are compared with. */
export const constant = fc.constantFrom(0, 0.1, 0.3, 1, 2, 2.5, 3, 10, 0.62, 72.5);
const decimal = constant.map(String);
const regions = ['north', 'south', 'east'];

const named = (id: string) => ({ id, name: { en: id, 'zh-CN': id } });

const ascending = (maxLength: number) =>
  fc
    .uniqueArray(constant, { minLength: 1, maxLength })
    .map((values) => values.sort((a, b) => a - b).map(String));

export const bandsOf = (id: string, input: string, isText: boolean) =>
  fc
    .tuple(ascending(3), fc.constantFrom('left', 'right'), fc.option(constant, { nil: undefined }))
    .map(([values, closed, missing]) => ({
      ...named(id),
      kind: 'bands',
      input,
      cuts: { method: 'explicit', values },
      closed,
      outputs: [...values, ''].map((_, index) => (isText ? `band${index}` : index)),
      ...(missing === undefined ? {} : { missing: isText ? 'none' : missing }),
    }));

export const categoryMapOf = (
  id: string,
  input: string,
  values: readonly (number | string | boolean)[],
  isText: boolean,
) => {
  const output: fc.Arbitrary<number | string> = isText ? fc.constantFrom('band0', 'band1', 'x') : constant;
  return fc
    .record({
      entries: fc.array(
        fc.record({ values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), output }),
        { minLength: 1, maxLength: 3 },
      ),
      otherwise: fc.option(output, { nil: undefined }),
      missing: fc.option(output, { nil: undefined }),
    })
    .map((parts) => ({ ...named(id), kind: 'categoryMap', input, ...given(parts) }));
};

/** Without what is undefined, as JSON has it. */
function given(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

export const numberCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constant({ op: 'missing' as const }),
  fc
    .tuple(fc.constantFrom<'<' | '<=' | '>' | '>=' | '==' | '!='>('<', '<=', '>', '>=', '==', '!='), constant)
    .map(([op, value]) => ({ op, value })),
  fc
    .tuple(constant, constant)
    .map(([a, b]) => ({ op: 'between' as const, min: Math.min(a, b), max: Math.max(a, b) })),
  fc
    .record({
      low: fc.option(constant),
      width: fc.option(fc.constantFrom(0.5, 1, 7)),
      closed: fc.constantFrom<'left' | 'right' | 'both' | 'neither'>('left', 'right', 'both', 'neither'),
    })
    .map(({ low, width, closed }) => ({
      op: 'range' as const,
      ...(low === null ? {} : { min: low }),
      ...(width === null ? {} : { max: (low ?? 0) + width }),
      closed,
    })),
  fc.uniqueArray(constant, { minLength: 1, maxLength: 3 }).map((values) => ({ op: 'in' as const, values })),
);

const textCell: fc.Arbitrary<Cell> = fc.oneof<fc.Arbitrary<Cell>[]>(
  fc.constant(null),
  fc.constant({ op: 'missing' as const }),
  fc
    .tuple(fc.constantFrom<'==' | '!='>('==', '!='), fc.constantFrom('band0', 'band1', 'x'))
    .map(([op, value]) => ({ op, value })),
  fc.constant({ op: 'in' as const, values: ['x', 'band2'] as string[] }),
);
const regionCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constant({ op: 'missing' as const }),
  fc.constantFrom(...regions).map((value) => ({ op: '==' as const, value })),
  fc
    .uniqueArray(fc.constantFrom(...regions), { minLength: 1 })
    .map((values) => ({ op: 'in' as const, values })),
);
const dateCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.constantFrom<'<' | '>='>('<', '>='), fc.constantFrom('2024-01-01', '2024-02-29'))
    .map(([op, value]) => ({ op, value })),
);
const conditionCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.boolean().map((value) => ({ op: '==' as const, value })),
);

/** A cell that fits the input of this name. */
export function cellFor(input: string, names: Names): fc.Arbitrary<Cell> {
  if (input === 'region') return regionCell;
  if (names.numbers.includes(input)) return numberCell;
  if (names.texts.includes(input)) return textCell;
  return names.dates.includes(input) ? dateCell : conditionCell;
}

/** A table; what its rows give depends on `hit`. */
export const tableOf = (
  id: string,
  names: Names,
  hit: { readonly hit: 'first' | 'priority' | 'collect'; readonly aggregate?: string },
  result: fc.Arbitrary<Readonly<Record<string, unknown>>>,
) =>
  fc
    .uniqueArray(fc.constantFrom(...names.numbers, ...names.texts, ...names.dates, ...names.conditions), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((inputs) =>
      fc
        .array(fc.tuple(result, ...inputs.map((input) => cellFor(input, names))), {
          minLength: 1,
          maxLength: 4,
        })
        .map((rows) => ({
          ...named(id),
          kind: 'decisionTable',
          inputs,
          ...hit,
          rows: rows.map(([given, ...cells], index) => ({ id: `r${index + 1}`, cells, ...given })),
        })),
    );

/** Weights of two or three items that sum to 100, not all whole. */
const weights = fc.constantFrom([50, 30, 20], [33.3, 33.3, 33.4], [100, 0, 0], [12.5, 62, 25.5]);

export const scorecardOf = (id: string, inputs: readonly [string, string, string], names: Names) => {
  const item = (input: string, index: number) =>
    fc
      .record({
        bins: fc.array(
          fc.record({ cell: cellFor(input, names), points: fc.constantFrom('0.1', '0.2', '20', '80', '-3') }),
          { minLength: 1, maxLength: 3 },
        ),
        otherwise: fc.option(decimal, { nil: undefined }),
        missing: fc.option(decimal, { nil: undefined }),
      })
      .map((parts) => ({ id: `i${index}`, input, ...given(parts) }));
  const set = (setId: string) =>
    weights.map((numbers) => ({
      id: setId,
      name: { en: setId },
      weights: Object.fromEntries(numbers.map((weight, index) => [`i${index}`, String(weight)])),
    }));
  return fc
    .record({
      base: decimal,
      items: fc.tuple(...inputs.map(item)),
      sets: fc.option(fc.tuple(set('x'), set('y'))),
    })
    .map(({ base, items, sets }) => ({
      ...named(id),
      kind: 'scorecard',
      base,
      items,
      ...(sets === null ? {} : { weightSets: sets, context: 'text' }),
    }));
};

export const matrixOf = (
  id: string,
  axes: readonly { readonly input: string; readonly values: readonly (number | string | boolean)[] }[],
) => {
  const count = axes.reduce((product, axis) => product * axis.values.length, 1);
  return fc
    .array(fc.option(tierId), { minLength: count, maxLength: count })
    .map((cells) => ({ ...named(id), kind: 'matrix', axes, cells }));
};

export const decayOf = (id: string, input: string | undefined, age: string) =>
  fc
    .record({
      curve: fc.oneof(
        fc.constantFrom('1', '2.5', '30').map((halfLife) => ({ shape: 'halfLife', halfLife })),
        fc.constantFrom('2.5', '10').map((end) => ({ shape: 'linear', end })),
        ascending(3).map((untils) => ({
          shape: 'steps',
          steps: untils
            .filter((until) => Number(until) > 0)
            .concat('100')
            .map((until, index) => ({ until, weight: ['1', '0.62', '0.3', '0.1'][index] ?? '0' })),
        })),
      ),
      floor: fc.constantFrom('0', '0.1'),
    })
    .map((parts) => ({
      ...named(id),
      kind: 'timeDecay',
      ...(input === undefined ? {} : { input }),
      age,
      ...parts,
    }));

/** Calculations over numbers; a divisor is asked not to be 0 first. */
export const calculation = (numbers: readonly string[]): fc.Arbitrary<JsonLogic> => {
  const operand = fc.oneof<fc.Arbitrary<JsonLogic>[]>(
    fc.constantFrom(...numbers).map((name): JsonLogic => ({ var: name })),
    fc.constantFrom<JsonLogic>(0.1, 0.2, 3),
  );
  return fc.oneof<fc.Arbitrary<JsonLogic>[]>(
    fc
      .tuple(fc.constantFrom('+', '*', 'min', 'max'), fc.array(operand, { minLength: 2, maxLength: 3 }))
      .map(([operator, operands]): JsonLogic => ({ [operator]: operands })),
    fc.tuple(operand, operand).map(([a, b]): JsonLogic => ({ '-': [a, b] })),
    fc.constantFrom(...numbers).chain((name) =>
      operand.map((a): JsonLogic => ({
        if: [{ '!=': [{ var: name }, 0] }, { '/': [a, { var: name }] }, null],
      })),
    ),
    fc.constantFrom(...numbers).map((name): JsonLogic => ({ if: [{ missing: [name] }, 2.5, { var: name }] })),
  );
};

/** Conditions over everything with a name. */
export const ruleOver = (names: Names): fc.Arbitrary<JsonLogic> =>
  fc.letrec<{ rule: JsonLogic }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
            fc.constantFrom(...names.numbers),
            fc.oneof(
              constant,
              fc.constantFrom(...names.numbers).map((name): JsonLogic => ({ var: name })),
            ),
          )
          .map(([operator, name, value]): JsonLogic => ({ [operator]: [{ var: name }, value] })),
      },
      fc.constantFrom<JsonLogic>(
        ...names.conditions.map((id) => ({ var: id })),
        { '==': [{ var: 'text' }, 'x'] },
        { in: [{ var: 'region' }, ['north', 'east']] },
        ...names.dates.map((id) => ({ '>=': [{ var: id }, '2024-01-01'] })),
      ),
      fc.constantFrom(...names.numbers, 'text').map((name): JsonLogic => ({ missing: [name] })),
      tie('rule').map((each): JsonLogic => ({ '!': each })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((each): JsonLogic => ({ and: each })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((each): JsonLogic => ({ or: each })),
    ),
  })).rule;

/** A custom node over two numbers, with a parameter filled in or not. */
export const customOf = (id: string, numbers: readonly string[]) => {
  const number = fc.constantFrom(...numbers);
  return fc
    .record({ x: number, y: number, factor: fc.option(constant, { nil: undefined }), least: constant })
    .map(({ x, y, factor, least }) => ({
      ...named(id),
      kind: 'custom',
      origin: 'test.blend',
      version: '1.0.0',
      inputs: { x, y },
      parameters: given({ factor }),
      definition: {
        inputs: [
          { id: 'x', name: { en: 'X' }, type: 'number' },
          { id: 'y', name: { en: 'Y' }, type: 'number' },
        ],
        parameters: [{ id: 'factor', name: { en: 'Factor' }, type: 'number', default: 2 }],
        valueType: 'number',
        expression: {
          max: [{ '+': [{ '*': [{ var: 'x' }, { $parameter: 'factor' }] }, { var: 'y' }] }, least],
        },
      },
    }));
};
