import { DateTime } from 'luxon';
import { fault } from '../common/fault.js';

/** What a run is asked to count up to: a whole day in the workspace time zone, or an instant. */
export type AsOf =
  { readonly kind: 'date'; readonly text: string } | { readonly kind: 'instant'; readonly text: string };

const earliestYear = 1;
/** The day after must have four digits too. */
const latestYear = 9998;

/**
 * Reads an ISO date (`2006-12-31`) or an instant with its offset (`2006-12-31T18:00:00+08:00`).
 * @throws Fault `INVALID_REQUEST` when it is neither, or no day of the calendar
 */
export function parseAsOf(text: string): AsOf {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const moment = DateTime.fromISO(text, { zone: 'utc' });
  if ((isDate || isInstant) && moment.isValid && moment.year >= earliestYear && moment.year <= latestYear)
    return isDate ? { kind: 'date', text } : { kind: 'instant', text: moment.toISO() };
  throw fault(
    'INVALID_REQUEST',
    'INVALID_AS_OF',
    {
      en: `"${text}" is not a day; give a date such as 2006-12-31, or an instant with its offset such as 2006-12-31T18:00:00+08:00.`,
      'zh-CN': `“${text}”不是有效的日期；请填写日期（如 2006-12-31），或带时区的时刻（如 2006-12-31T18:00:00+08:00）。`,
    },
    ['body', 'asOf'],
  );
}
