import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkExpression } from '../../checker/check-expression.js';
import { writeOutMissing } from '../../missing/write-out-missing.js';
import { parseExpression } from '../../parser/parse-expression.js';
import type { JsonLogicValue } from '../../parser/to-json-logic.js';
import { arbitraryExpressions } from '../../testing/arbitrary-expression.js';
import { generatedInputs } from '../../testing/generated-inputs.js';
import type { InputDeclaration, InputDeclarations, Scalar, Value } from '../../value-type.js';
import { compileJavaScript, compileJavaScriptValue } from '../javascript/compile-javascript.js';
import { interpretProgram, interpretValue } from '../javascript/interpret-program.js';
import type { Program, ProgramStep } from '../javascript/program.js';
import { columnOf, valueAt, type Column } from './column.js';
import { compileColumns } from './compile-columns.js';

/** Steps in JSON Logic as a program; each sees those before it. */
function programOf(
  inputs: InputDeclarations,
  rules: readonly (readonly [string, JsonLogicValue])[],
): Program {
  const environment: Record<string, InputDeclaration> = { ...inputs };
  const steps = rules.map(([name, rule]): ProgramStep => {
    const parsed = parseExpression(rule);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { type, nullable, issues } = checkExpression(parsed.node, environment);
    const errors = issues.filter((issue) => issue.severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const step = { name, expression: writeOutMissing(parsed.node, environment) };
    environment[name] = { type: type as InputDeclaration['type'], nullable };
    return step;
  });
  return { inputs, steps };
}

const columnsOf = (
  inputs: InputDeclarations,
  rows: readonly Record<string, unknown>[],
): Record<string, Column> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, declaration]) => [
      name,
      columnOf(
        declaration,
        rows.map((row) => row[name]),
      ),
    ]),
  );

/** 0 and -0 are one number. */
const settled = (value: unknown): unknown => (typeof value === 'number' ? value + 0 : value);

/** Runs a program in every way there is and expects one answer. */
function holdTogether(program: Program, rows: readonly Record<string, Value>[]): void {
  const names = program.steps.map((step) => step.name);
  const all = compileColumns(program).run(columnsOf(program.inputs, rows), rows.length);
  const [generated, composed] = [compileJavaScript(program), interpretProgram(program)];
  for (const name of names.slice(-3)) {
    const alone = compileColumns(program, { outputs: [name] }).run(
      columnsOf(program.inputs, rows),
      rows.length,
    );
    const [one, closure] = [compileJavaScriptValue(program, name), interpretValue(program, name)];
    rows.forEach((row, index) => {
      const found = {
        generated: generated(row)[name],
        composed: composed(row)[name],
        one: one(row),
        closure: closure(row),
        column: all[name] === undefined ? undefined : valueAt(all[name], index),
        alone: alone[name] === undefined ? undefined : valueAt(alone[name], index),
      };
      const [first, ...others] = Object.values(found).map(settled);
      // `expect` costs more than all evaluations, so it only speaks when something differs.
      if (others.every((other) => other === first)) return;
      expect({ name, row, ...found }).toEqual({
        name,
        row,
        ...Object.fromEntries(Object.keys(found).map((key) => [key, first])),
      });
    });
  }
}

const number: InputDeclaration = { type: 'number', nullable: true };

describe('a program over columns', () => {
  it('gives what the other readers give for generated rules', () => {
    const { condition, value, row } = arbitraryExpressions(fc);
    fc.assert(
      fc.property(fc.oneof(condition, value), fc.array(row, { minLength: 5, maxLength: 20 }), (rule, rows) =>
        holdTogether(programOf(generatedInputs, [['result', rule]]), rows),
      ),
      { numRuns: 150 },
    );
  });

  it('gives what the other readers give where steps read bands, tables and tests of each other', () => {
    const numbers = fc.constantFrom<Scalar>(null, -1, 0, 1, 1.5, 2, 3, 4, 5, 9.99, 10, 1e9);
    const texts = fc.constantFrom<Scalar>(null, 'a', 'b', 'c', '有', '😀');
    const band = (input: string, cuts: readonly number[]): JsonLogicValue => ({
      if: [
        { missing: [input] },
        null,
        ...cuts.flatMap((cut, index): JsonLogicValue[] => [{ '<': [{ var: input }, cut] }, index + 1]),
        cuts.length + 1,
      ],
    });
    const cuts = fc.uniqueArray(fc.constantFrom(0, 1, 1.5, 2, 5, 10), { minLength: 1, maxLength: 5 });
    const bound = fc.integer({ min: 1, max: 6 });
    const cell = fc.oneof(
      fc
        .tuple(fc.constantFrom('p', 'q'), bound, bound)
        .map(([name, low, high]): JsonLogicValue => ({ '<=': [low, { var: name }, high] })),
      fc
        .tuple(fc.constantFrom('p', 'q', 'x'), bound)
        .map(([name, least]): JsonLogicValue => ({ '>=': [{ var: name }, least] })),
      fc.constantFrom<JsonLogicValue>(
        { in: [{ var: 't' }, ['a', '有']] },
        { '!!': [{ missing: ['q'] }] },
        { '>': [{ var: 't' }, 'a'] },
      ),
      fc.constant<JsonLogicValue>({ '<': [{ var: 'p' }, { var: 'q' }] }),
    );
    const tableRow = fc.tuple(
      fc.array(cell, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('gold', 'silver', 'basic'),
    );
    fc.assert(
      fc.property(
        cuts,
        cuts,
        fc.array(tableRow, { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ x: numbers, y: numbers, t: texts }), { minLength: 5, maxLength: 20 }),
        (first, second, table, rows) => {
          const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
          const program = programOf({ x: number, y: number, t: { type: 'text', nullable: true } }, [
            ['p', band('x', sorted(first))],
            ['q', band('y', sorted(second))],
            [
              'segment',
              { if: [...table.flatMap(([cells, tier]): JsonLogicValue[] => [{ and: cells }, tier]), null] },
            ],
            ['tier', { if: [{ missing: ['segment'] }, 'none', { var: 'segment' }] }],
            ['sum', { '+': [{ '*': [{ var: 'p' }, 2] }, { var: 'q' }] }],
            [
              'grade',
              {
                if: [
                  { '==': [{ var: 'tier' }, 'gold'] },
                  { var: 'sum' },
                  { '>=': [{ var: 'sum' }, 6] },
                  6,
                  0,
                ],
              },
            ],
            ['low', { and: [{ '<': [{ var: 'grade' }, 4] }, { '!=': [{ var: 'tier' }, 'none'] }] }],
          ]);
          holdTogether(program, rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('runs batch after batch, and again with other columns', () => {
    const program = compileColumns(
      programOf({ n: number, t: { type: 'text', nullable: true } }, [
        [
          'r',
          { if: [{ '==': [{ var: 't' }, 'b'] }, { var: 't' }, { '<': [{ var: 'n' }, 1500] }, 'low', 'high'] },
        ],
      ]),
    );
    const count = 3000;
    const n = { kind: 'number' as const, values: Float64Array.from({ length: count }, (_, row) => row) };
    const t = { kind: 'code' as const, values: new Int32Array(count).fill(-1), dictionary: ['a', 'b'] };
    t.values[7] = 1;
    const first = program.run({ n, t }, count)['r'];
    const second = program.run({ n, t: { ...t, dictionary: ['b', 'a'] } }, 8)['r'];
    if (first === undefined || second === undefined) throw new Error('there is no result');
    expect([0, 7, 1499, 1500, 2999].map((row) => valueAt(first, row))).toEqual([
      'low',
      'b',
      'low',
      'high',
      'high',
    ]);
    expect([6, 7].map((row) => valueAt(second, row))).toEqual(['low', 'low']);
    expect(second.values).toHaveLength(8);
  });

  it('reads what is no value of the type as missing, and gives defaults', () => {
    const inputs: InputDeclarations = {
      n: { type: 'number', nullable: true, default: 5 },
      d: { type: 'date', nullable: true },
      b: { type: 'boolean', nullable: true },
    };
    const program = programOf(inputs, [
      ['twice', { '*': [{ var: 'n' }, 2] }],
      ['dated', { '!': { missing: ['d'] } }],
      ['off', { '==': [{ var: 'b' }, false] }],
    ]);
    const columns: Record<string, Column> = {
      n: { kind: 'number', values: Float64Array.of(1, Number.NaN, Infinity) },
      d: { kind: 'code', values: Int32Array.of(0, 1, 9), dictionary: ['2024-02-29', '2023-02-29'] },
      b: { kind: 'boolean', values: Uint8Array.of(0, 1, 2) },
    };
    const { twice, dated, off } = compileColumns(program).run(columns, 3);
    const read = (column: Column | undefined) =>
      [0, 1, 2].map((row) => (column === undefined ? column : valueAt(column, row)));
    expect(read(twice)).toEqual([2, 10, 10]);
    expect(read(dated)).toEqual([true, false, false]);
    expect(read(off)).toEqual([true, false, false]);
  });

  it('refuses a column that is absent, short or of another form, and a missing value where none may be', () => {
    const program = compileColumns(
      programOf({ n: { type: 'number', nullable: false } }, [['r', { '<': [{ var: 'n' }, 5] }]]),
    );
    const numbers = (...values: number[]): Column => ({ kind: 'number', values: Float64Array.from(values) });
    expect(() => program.run({}, 1)).toThrow('there is no column "n"');
    expect(() => program.run({ n: numbers(1) }, 2)).toThrow('has 1 values of kind number; 2 of kind number');
    expect(() => program.run({ n: { kind: 'boolean', values: Uint8Array.of(1) } }, 1)).toThrow(
      'of kind boolean',
    );
    expect(() => program.run({ n: numbers(Number.NaN) }, 1)).toThrow('"n" is declared never missing');
  });
});
