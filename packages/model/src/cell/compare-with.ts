import { marginOf, type InputDeclaration, type Scalar } from '@terrace/expression';

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
