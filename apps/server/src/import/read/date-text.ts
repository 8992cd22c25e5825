import { DateTime, Info } from 'luxon';
import { refusals, type Refusal } from './refusal.js';

/** The order of day, month and year. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A day and, where the text has one, a time and zone; all within their ranges. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `hh:mm:ss` with up to six decimals. */
  readonly time: string | undefined;
  /** `Z` or `±hh:mm`; without it the time is that of the workspace. */
  readonly zone: string | undefined;
}

const isoDay = /^(\d{4})-(\d\d)-(\d\d)$/;
const time = String.raw`(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(AM|PM)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${time}$`, 'i');
const chinese = new RegExp(
  String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})日?${time.replace('(?:T|', '(?:T|\\s*|')}$`,
  'i',
);
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const dayName = new RegExp(String.raw`^(\d{1,2})[-\s]([a-z]{3,9})[-\s,]+(\d{4})${time}$`, 'i');
const nameDay = new RegExp(String.raw`^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${time}$`, 'i');

const months = Info.months('long', { locale: 'en' }).map((name) => name.toLowerCase());

function narrow(text: string): string {
  // eslint-disable-next-line no-control-regex
  return /[^\x00-\x7f]/.test(text) ? text.normalize('NFKC').trim() : text;
}

/**
 * What `text` tells about the order of its column: the order, `open` when it could be day or month first
 * (`05/06/2006`), undefined when it does not depend on it.
 */
export function orderEvidence(text: string): DateOrder | 'open' | undefined {
  const match = yearLast.exec(narrow(text));
  if (match === null) return undefined;
  const [, first, separator, second] = match;
  if (Number(first) > 12) return 'dmy';
  if (Number(second) > 12) return 'mdy';
  // Dots are written by those who put the day first.
  if (separator === '.') return 'dmy';
  return first === second ? undefined : 'open';
}

/** Reads a date or instant; `order` is for texts that do not begin with the year. */
export function readMoment(text: string, order: DateOrder): Moment | Refusal {
  const iso = isoDay.exec(text);
  if (iso !== null) return moment(iso[1], iso[2], iso[3]);
  const given = narrow(text);
  let match = yearFirst.exec(given);
  if (match !== null) return moment(match[1], match[3], match[4], match.slice(5));
  match = yearLast.exec(given);
  if (match !== null) {
    const [, first, , second, year] = match;
    if (order === 'ymd') return refusals.notDate;
    const [day, month] = order === 'dmy' ? [first, second] : [second, first];
    return moment(year, month, day, match.slice(5));
  }
  match = chinese.exec(given);
  if (match !== null) return moment(match[1], match[2], match[3], match.slice(4));
  match = compact.exec(given);
  if (match !== null) {
    const [, year, month, day, hour, minute, second, zone] = match;
    return moment(year, month, day, [hour, minute, second, undefined, undefined, zone]);
  }
  match = dayName.exec(given);
  if (match !== null) return moment(match[3], monthNumber(match[2]), match[1], match.slice(4));
  match = nameDay.exec(given);
  if (match !== null) return moment(match[3], monthNumber(match[1]), match[2], match.slice(4));
  return refusals.notDate;
}

function monthNumber(name = ''): string {
  const lower = name.toLowerCase();
  return String(
    months.findIndex(
      (month) =>
        month === lower || month.slice(0, 3) === lower || (lower === 'sept' && month === 'september'),
    ) + 1,
  );
}

type Part = string | undefined;

function moment(year: Part, month: Part, day: Part, clock: readonly Part[] = []): Moment | Refusal {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < 1 || !DateTime.utc(y, m, d).isValid) return refusals.noSuchDate;
  const [hour, minute, second = '00', fraction, half, zone] = clock;
  const date = `${year}-${two(m)}-${two(d)}`;
  if (hour === undefined || minute === undefined) return { day: date, time: undefined, zone: undefined };
  const h = half === undefined ? Number(hour) : hourOf(Number(hour), half);
  if (h === undefined || h > 23 || Number(minute) > 59 || Number(second) > 59) return refusals.noSuchDate;
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (offset === null) return refusals.noSuchDate;
  // PostgreSQL keeps microseconds and would round what is finer, perhaps into the next day.
  const decimals = fraction === undefined ? '' : `.${fraction.slice(0, 6)}`;
  return { day: date, time: `${two(h)}:${minute}:${second}${decimals}`, zone: offset };
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function hourOf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** `Z` or `±hh:mm`; null when there is no such zone. */
function offsetOf(zone: string): string | null {
  if (/^[a-z]/i.test(zone)) return 'Z';
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  return hours > 14 || minutes > 59 ? null : `${zone[0]}${two(hours)}:${two(minutes)}`;
}
