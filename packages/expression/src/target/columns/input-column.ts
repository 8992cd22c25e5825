import type { Vector } from '../../operator/column.js';
import type { InputDeclaration, Value } from '../../value-type.js';
import { ExpressionError } from '../../issue.js';
import { inputReader } from '../javascript/input-reader.js';
import { refuseMissing } from '../javascript/program.js';
import { byteOf, columnKind, type CodeColumn, type Column } from './column.js';

/** Copies an input, batch by batch, into a vector that holds nothing but values of its type. */
export interface InputColumn {
  readonly vector: Vector;
  begin(column: Column, count: number): void;
  load(start: number, count: number): void;
}

function fit<K extends Column['kind']>(
  name: string,
  kind: K,
  column: Column,
  count: number,
): Column & { kind: K } {
  if (column.kind === kind && column.values.length >= count) return column as Column & { kind: K };
  throw new ExpressionError(
    'COLUMN_MISMATCH',
    `the column "${name}" has ${column.values.length} values of kind ${column.kind}; ${count} of kind ${kind} are needed`,
  );
}

/** Entries as they are read, and the code of each among those that are values. */
function readEntries(dictionary: CodeColumn['dictionary'], read: (raw: unknown) => Value) {
  const values: Value[] = [];
  const codes = Int32Array.from(dictionary, (raw) => {
    const value = read(raw);
    return value === null ? -1 : values.push(value) - 1;
  });
  return { values, codes };
}

/** The input `name` of batches of `size` rows. A value that is missing where none may be is refused. */
export function inputColumn(name: string, declaration: InputDeclaration, size: number): InputColumn {
  const read = inputReader(declaration);
  const standIn = read(null);
  const kind = columnKind(declaration.type);
  const refuse = (): void => {
    if (!declaration.nullable) refuseMissing(name);
  };
  if (kind === 'number') {
    const values = new Float64Array(size);
    const missing = (standIn as number | null) ?? Number.NaN;
    let source: Float64Array = values;
    return {
      vector: { kind, values },
      begin: (column, count) => void (source = fit(name, kind, column, count).values),
      load(start, count) {
        for (let row = 0; row < count; row += 1) {
          let value = source[start + row] as number;
          // NaN and the infinities give NaN here.
          if (value - value !== 0) {
            value = missing;
            if (value !== value) refuse();
          }
          values[row] = value;
        }
      },
    };
  }
  if (kind === 'boolean') {
    const values = new Uint8Array(size);
    const missing = byteOf(standIn);
    let source: Uint8Array = values;
    return {
      vector: { kind, values },
      begin: (column, count) => void (source = fit(name, kind, column, count).values),
      load(start, count) {
        for (let row = 0; row < count; row += 1) {
          let value = source[start + row] as number;
          if (value > 1) {
            value = missing;
            if (value === 2) refuse();
          }
          values[row] = value;
        }
      },
    };
  }
  const vector = { kind, values: new Int32Array(size), dictionary: [] as readonly Value[] };
  let source: Int32Array = vector.values;
  let codes = new Int32Array(0);
  let missing = -1;
  let known: CodeColumn['dictionary'] | null = null;
  return {
    vector,
    begin(column, count) {
      const { values, dictionary } = fit(name, kind, column, count);
      source = values;
      // A dictionary may have grown since the last run.
      if (dictionary === known && dictionary.length === codes.length) return;
      const entries = readEntries(dictionary, read);
      missing = standIn === null ? -1 : entries.values.push(standIn) - 1;
      known = dictionary;
      codes = entries.codes;
      vector.dictionary = entries.values;
    },
    load(start, count) {
      for (let row = 0; row < count; row += 1) {
        const given = source[start + row] as number;
        let code = given >= 0 && given < codes.length ? (codes[given] as number) : -1;
        if (code === -1) {
          code = missing;
          if (code === -1) refuse();
        }
        vector.values[row] = code;
      }
    },
  };
}
