import type { BooleanVector, CodeVector, NumberVector } from '../../operator/column.js';
import type { InputDeclaration, Value, ValueType } from '../../value-type.js';
import { inputReader } from '../javascript/input-reader.js';

/** Numbers and durations, a double per row; NaN is missing. @since 0.1.0 */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Booleans, a byte per row: 0 false, 1 true, 2 missing. @since 0.1.0 */
export interface BooleanColumn {
  readonly kind: 'boolean';
  readonly values: Uint8Array;
}

/**
 * Texts, enumerations, dates, instants and lists: per row an index into `dictionary`, -1 is missing. What a test says of a value is found
 * once per entry of the dictionary, not once per row.
 * @since 0.1.0
 */
export interface CodeColumn {
  readonly kind: 'code';
  readonly values: Int32Array;
  readonly dictionary: readonly unknown[];
}

/** The values of one input or step for many subjects. @since 0.1.0 */
export type Column = NumberColumn | BooleanColumn | CodeColumn;

/** The form in which values of a type stand in columns. @since 0.1.0 */
export function columnKind(type: ValueType): Column['kind'] {
  if (type === 'number' || type === 'duration') return 'number';
  return type === 'boolean' ? 'boolean' : 'code';
}

/**
 * A column of values as records hold them: absent, null, `''` and what is no value of the type become missing, as in every other
 * reader.
 * @since 0.1.0
 */
export function columnOf(declaration: InputDeclaration, values: readonly unknown[]): Column {
  const read = inputReader(declaration);
  const kind = columnKind(declaration.type);
  if (kind === 'number')
    return {
      kind,
      values: Float64Array.from(values, (value) => (read(value) as number | null) ?? Number.NaN),
    };
  if (kind === 'boolean') return { kind, values: Uint8Array.from(values, (value) => byteOf(read(value))) };
  const codes = new Map<unknown, number>();
  const dictionary: Value[] = [];
  const coded = Int32Array.from(values, (raw) => {
    // Equal texts are read once; a list is equal to itself only.
    const known = codes.get(raw);
    if (known !== undefined) return known;
    const value = read(raw);
    const code = value === null ? -1 : dictionary.push(value) - 1;
    codes.set(raw, code);
    return code;
  });
  return { kind, values: coded, dictionary };
}

/** How a boolean, or null, stands in a column. */
export function byteOf(value: Value): number {
  return value === null ? 2 : value === true ? 1 : 0;
}

/** The value of one row; null is missing. @since 0.1.0 */
export function valueAt(column: Column | NumberVector | BooleanVector | CodeVector, row: number): Value {
  switch (column.kind) {
    case 'number': {
      const value = column.values[row];
      return value === undefined || Number.isNaN(value) ? null : value;
    }
    case 'boolean': {
      const value = column.values[row];
      return value === 1 ? true : value === 0 ? false : null;
    }
    case 'code':
      return (column.dictionary[column.values[row] ?? -1] ?? null) as Value;
  }
}
