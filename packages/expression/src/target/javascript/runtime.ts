import { canonicalInstantText, isDateText } from '../../date-text.js';
import type { ElementType, Scalar, ValueType } from '../../value-type.js';

/** Reads a number; one written as text (out of a file or a numeric column) counts, what is no finite number is missing. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function readText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}

function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 't') return true;
  return value === 'false' || value === 'f' ? false : null;
}

/** PostgreSQL writes `2024-01-01 08:00:00+08` where ISO 8601 has `T` and the offset's minutes. */
function isoInstant(text: string): string {
  return text
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/([+-]\d{2})$/, (offset, _sign, index: number) => (index > 10 ? `${offset}:00` : offset));
}

const readers: Readonly<Record<Exclude<ValueType, 'list'>, (value: unknown) => Scalar>> = {
  number: readNumber,
  text: readText,
  boolean: readBoolean,
  date: (value) => (typeof value === 'string' && isDateText(value) ? value : null),
  instant: (value) => (typeof value === 'string' ? canonicalInstantText(isoInstant(value)) : null),
  duration: readNumber,
  enumeration: readText,
};

/** Reads a list; an element that is no value of its type is a missing element. */
export function readList(value: unknown, element: ElementType): readonly Scalar[] | null {
  return Array.isArray(value) ? value.map(readers[element]) : null;
}

/** Reads an input of a type; absent, null, `''` and what is no value of the type are missing. */
export function readInput(value: unknown, type: Exclude<ValueType, 'list'>): Scalar {
  return readers[type](value);
}
