import type { CodeVector, Rows, Vector } from '../../operator/column.js';
import type { Value } from '../../value-type.js';
import { byteOf } from './column.js';
import { copyRows } from './loops.js';
import { PerCode, type TextCodes } from './text-codes.js';

/** The value in the form of a vector's values. */
export function encoded(value: Value, kind: Vector['kind'], codes: TextCodes): number {
  if (kind === 'number') return (value as number | null) ?? Number.NaN;
  return kind === 'boolean' ? byteOf(value) : codes.codeOf(value);
}

/** Copies some rows of one vector into another of its kind; texts change their codes on the way. */
export function vectorCopier(target: Vector, source: Vector, codes: TextCodes): (rows: Rows) => void {
  if (source.kind !== 'code') return copyRows(target, source, (code) => code);
  const recoded = new PerCode(source satisfies CodeVector, (value) => codes.codeOf(value));
  return copyRows(target, source, (code) => recoded.of(code));
}
