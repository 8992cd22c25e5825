import type { InputDeclaration, Scalar } from '@terrace/expression';

/**
 * How far a calculated number may lie from `constant` and still count as equal to it: what readers that calculate in doubles and in
 * decimals can differ by (docs/expression-semantics.md).
 */
export function marginOf(constant: number): number {
  return Math.max(7.3e-10, 4e-15 * Math.abs(constant));
}

/** Below, at or above 0 as a value of the declared type is below, at or above `constant`; a calculated one with the margin. */
export function compareWith(
  value: NonNullable<Scalar>,
  constant: number | string | boolean,
  declaration: InputDeclaration | undefined,
): number {
  if (typeof constant !== 'number') return value === constant ? 0 : String(value) < String(constant) ? -1 : 1;
  const difference = Number(value) - constant;
  if (declaration?.exact === false && Math.abs(difference) <= marginOf(constant)) return 0;
  return difference;
}
