import type { Scalar } from '@terrace/expression';
import type { PreviousInput } from '../lifecycle/previous-inputs.js';
import type { PreviousValues, SubjectValues } from '../lowering/subject-values.js';

/** A `previous.*` out of what was given, nested or flat. */
export function previousValue(given: SubjectValues, name: PreviousInput): Scalar {
  const flat = given[name];
  const nested = given['previous'];
  const found =
    flat ??
    (typeof nested === 'object' && nested !== null
      ? nested[name.slice('previous.'.length) as keyof PreviousValues]
      : null);
  return found === undefined || found === '' || typeof found === 'object' ? null : found;
}
