import { describe, expect, it } from '@jest/globals';
import jsonLogic from 'json-logic-js';
import { readdirSync, readFileSync } from 'node:fs';
import {
  checkExpression,
  compileJavaScript,
  interpretProgram,
  marginOf,
  parseExpression,
  toJsonLogic,
  writeOutMissing,
  type InputDeclarations,
  type Program,
  type Scalar,
  type Value,
} from './index.js';

interface Row {
  readonly rule: unknown;
  readonly data: Readonly<Record<string, Value>>;
  readonly result: Scalar;
  readonly why: string;
}

const folder = new URL('../conformance/', import.meta.url);
const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
const inputs = read<InputDeclarations>('inputs.json');
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'inputs.json');

/** Inputs that are never missing need a value also where a row does not care. */
const fillers: Readonly<Record<string, Value>> = { k: 0, w: 'w', f: false, ks: [] };

/** What a reader gave; calculated numbers are within the margin of what they are in decimals. */
const settle = (found: unknown, expected: Scalar): unknown =>
  typeof found === 'number' &&
  typeof expected === 'number' &&
  Math.abs(found - expected) <= marginOf(expected)
    ? expected
    : found;

/** Ways in which a missing value, or a number, arrives at stock JSON Logic. */
const shapes: Readonly<Record<string, (data: Row['data']) => Record<string, unknown>>> = {
  null: (data) => ({ ...data }),
  absent: (data) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)),
  undefined: (data) =>
    Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value ?? undefined])),
  'empty text': (data) => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value ?? ''])),
  'numbers as text': (data) =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        typeof value === 'number' ? String(value) : (value ?? ''),
      ]),
    ),
};

describe.each(files)('conformance: %s', (file) => {
  it.each(read<Row[]>(file).map((row) => [JSON.stringify(row.rule), row.why, row] as const))(
    '%s (%s)',
    (_rule, _why, row) => {
      const parsed = parseExpression(row.rule);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      expect(toJsonLogic(parsed.node)).toEqual(row.rule);
      const errors = checkExpression(parsed.node, inputs).issues.filter((each) => each.severity === 'error');
      expect(errors).toEqual([]);
      const total = writeOutMissing(parsed.node, inputs);
      const data = { ...fillers, ...row.data };
      const program: Program = { inputs, steps: [{ name: 'result', expression: total }] };
      expect(settle(compileJavaScript(program)(data)['result'], row.result)).toBe(row.result);
      expect(settle(interpretProgram(program)(data)['result'], row.result)).toBe(row.result);
      const exported = toJsonLogic(total);
      for (const [shape, make] of Object.entries(shapes)) {
        const stock = jsonLogic.apply(
          exported as Parameters<typeof jsonLogic.apply>[0],
          make(data),
        ) as unknown;
        expect([shape, settle(stock, row.result)]).toEqual([shape, row.result]);
      }
      const twice = { inputs, steps: [{ name: 'result', expression: writeOutMissing(total, inputs) }] };
      expect(settle(interpretProgram(twice)(data)['result'], row.result)).toBe(row.result);
    },
  );
});
