import type { PreviousInput } from '../lifecycle/previous-inputs.js';

const columns: Readonly<Record<PreviousInput, string>> = {
  'previous.tier': 'p_tier',
  'previous.days': 'p_days',
  'previous.failingDays': 'p_failing_days',
  'previous.validDays': 'p_valid_days',
};

/** The column that holds a `previous.*` in the source of `tierSql` and in results. @since 0.1.0 */
export function previousColumn(name: PreviousInput): string {
  return columns[name];
}
