import type { Scalar } from '@terrace/expression';
import { previousNames } from '../lifecycle/previous-inputs.js';
import type { DimensionValues } from '../lowering/dimension-values.js';
import type { Values } from './subject-probe.js';

/** The values with `previous.*` under their dotted names, whether they came so or nested in `previous`. */
export function flatValues(given: DimensionValues): Values {
  const { previous, ...rest } = given as Readonly<Record<string, unknown>>;
  const values = rest as Values;
  if (typeof previous !== 'object' || previous === null) return { ...given };
  for (const name of previousNames) {
    const key = name.slice('previous.'.length);
    if (Object.hasOwn(previous, key)) values[name] ??= (previous as Readonly<Record<string, Scalar>>)[key];
  }
  return values;
}
