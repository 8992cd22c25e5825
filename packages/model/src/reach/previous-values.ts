import { previousValue } from '../explain/previous-value.js';
import { previousNames } from '../lifecycle/previous-inputs.js';
import type { SubjectValues } from '../lowering/subject-values.js';
import type { Values } from './subject-probe.js';

/** The values with `previous.*` under their dotted names, whether they came so or nested in `previous`. */
export function flatValues(given: SubjectValues): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(given))
    if (typeof value !== 'object' || value === null) values[name] = value;
  for (const name of previousNames) {
    const value = previousValue(given, name);
    if (value !== null) values[name] = value;
  }
  return values;
}
