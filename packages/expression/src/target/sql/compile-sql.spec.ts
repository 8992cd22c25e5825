import { describe, expect, it } from '@jest/globals';
import { ExpressionError } from '../../issue.js';
import type { InputDeclarations } from '../../value-type.js';
import { compilePredicateSql } from './compile-predicate-sql.js';

const inputs: InputDeclarations = {
  n: { type: 'number', nullable: true },
  k: { type: 'number', nullable: false },
  t: { type: 'text', nullable: true },
  b: { type: 'boolean', nullable: true },
  d: { type: 'date', nullable: true },
  i: { type: 'instant', nullable: true },
  x: { type: 'number', nullable: false, exact: false },
  g: { type: 'enumeration', nullable: false, options: ['gold'] },
  ks: { type: 'list', nullable: false, element: 'number' },
  is: { type: 'list', nullable: false, element: 'instant' },
};
const compile = (logic: unknown, first?: number) =>
  compilePredicateSql(logic, inputs, (name) => `"f_${name}"`, first);

describe('compilePredicateSql', () => {
  it.each([
    [{ '>': [{ var: 'n' }, 100] }, '(NOT ("f_n" IS NULL) AND ("f_n" > $1::numeric))', ['100']],
    [{ '<': [{ var: 'k' }, 0.1] }, '("f_k" < $1::numeric)', ['0.1']],
    [{ '<=': [1, { var: 'k' }, 1] }, '($1::numeric <= "f_k" AND "f_k" <= $1::numeric)', ['1']],
    [{ '==': [{ var: 't' }, 'x'] }, `(NOT (NULLIF("f_t", '') IS NULL) AND ("f_t" = $1::text))`, ['x']],
    [
      { '<': [{ var: 't' }, 'x'] },
      `(NOT (NULLIF("f_t", '') IS NULL) AND ("f_t" COLLATE "C" < $1::text COLLATE "C"))`,
      ['x'],
    ],
    [{ '>=': [{ var: 'd' }, '2024-01-01'] }, '(NOT ("f_d" IS NULL) AND ("f_d" >= $1::date))', ['2024-01-01']],
    [
      { '>=': [{ var: 'i' }, '2024-01-01T08:00:00+08:00'] },
      `(NOT ("f_i" IS NULL) AND (date_trunc('milliseconds', "f_i") >= $1::timestamptz))`,
      ['2024-01-01T00:00:00.000Z'],
    ],
    [{ in: [{ var: 'k' }, [1, 2, 1]] }, '("f_k" IN ($1::numeric, $2::numeric, $1::numeric))', ['1', '2']],
    [{ '!': { var: 'b' } }, '(NOT ("f_b" IS NULL) AND (NOT "f_b"))', []],
    [
      { if: [{ '!=': [{ var: 'k' }, 0] }, { '<': [{ '/': [6, { var: 'k' }] }, 2] }, false] },
      'CASE WHEN ("f_k" <> $1::numeric) THEN (($2::numeric / NULLIF("f_k", 0)) < $3::numeric) ELSE FALSE END',
      ['0', '6', '1.99999999927'],
    ],
    [true, 'TRUE', []],
    [{ '>=': [{ var: 'x' }, 0.8] }, '("f_x" >= $1::numeric)', ['0.7999999992700001']],
    [{ '==': [{ var: 'g' }, 'gold'] }, '("f_g" = $1::text)', ['gold']],
    [{ in: [{ var: 'k' }, { var: 'ks' }] }, 'COALESCE("f_k" = ANY("f_ks"), FALSE)', []],
    [
      { in: ['2024-01-01T00:00:00Z', { var: 'is' }] },
      `($1::timestamptz IN (SELECT date_trunc('milliseconds', element_1.element_value) FROM unnest("f_is") AS element_1(element_value) WHERE element_1.element_value IS NOT NULL))`,
      ['2024-01-01T00:00:00.000Z'],
    ],
    [
      { some: [{ var: 'ks' }, { '>': [{ var: '' }, 5] }] },
      'EXISTS (SELECT 1 FROM unnest("f_ks") AS element_1(element_value) WHERE (NOT (element_1.element_value IS NULL) AND (element_1.element_value > $1::numeric)))',
      ['5'],
    ],
    [
      { all: [[1, 2], { '>': [{ var: '' }, 1] }] },
      '(cardinality(ARRAY[$1::numeric, $2::numeric]::numeric[]) > 0 AND NOT EXISTS (SELECT 1 FROM unnest(ARRAY[$1::numeric, $2::numeric]::numeric[]) AS element_1(element_value) WHERE NOT (element_1.element_value > $1::numeric)))',
      ['1', '2'],
    ],
  ])('compiles %j', (logic, text, parameters) => {
    expect(compile(logic)).toEqual({ text, parameters });
  });

  it('numbers parameters from where it is told', () => {
    expect(compile({ and: [{ '<': [{ var: 'k' }, 7] }, { '!=': [{ var: 'k' }, 8] }] }, 5)).toEqual({
      text: '(("f_k" < $5::numeric) AND ("f_k" <> $6::numeric))',
      parameters: ['7', '8'],
    });
  });

  it.each(["'; DROP TABLE x; --", '$1', '"', '\\', "E'\\x27'", '1::numeric'])(
    'never puts the text %j into the statement',
    (text) => {
      const compiled = compile({ or: [{ '==': [{ var: 't' }, text] }, { in: [text, { var: 't' }] }] });
      expect(compiled.parameters).toEqual([text]);
      expect(compiled.text).toBe(
        `(NOT (NULLIF("f_t", '') IS NULL) AND (("f_t" = $1::text) OR ("f_t" <> '' AND strpos("f_t" COLLATE "C", $1::text COLLATE "C") > 0)))`,
      );
    },
  );

  it('throws every issue of a bad rule', () => {
    const bad = () => compile({ and: [{ '<': [{ var: 'zzz' }, 1] }, { '==': [{ var: 'n' }, 'x'] }] });
    expect(bad).toThrow(ExpressionError);
    try {
      bad();
    } catch (fault) {
      expect((fault as ExpressionError).code).toBe('INVALID_EXPRESSION');
      expect((fault as ExpressionError).issues.map((issue) => issue.code)).toEqual([
        'UNKNOWN_VARIABLE',
        'TYPE_MISMATCH',
      ]);
    }
  });

  it('refuses what is no condition', () => {
    expect(() => compile({ '+': [{ var: 'n' }, 1] })).toThrow('a condition gives true or false');
  });
});
