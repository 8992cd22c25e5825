import type { Window } from '../document/dimension-source.js';

const dayMs = 86_400_000;

/** A date as the number of days since 1 January 1970. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs);
}

/** The date text of a day number. */
export function dateText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** `day` less `months`, at the end of the month where that has fewer days: as PostgreSQL's `date - interval`. */
function monthsBefore(day: number, months: number): number {
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / dayMs);
}

/** The first day that a window as of `day` looks at. */
export function windowStart(day: number, window: Window): number {
  return 'days' in window ? day + 1 - window.days : monthsBefore(day + 1, window.months);
}

/** The wall-clock reading of `instant` in `timeZone`, as if it were in UTC. */
function wallClock(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The day an as-of stands for: itself, or the local day of an instant. @throws RangeError for an unknown time zone */
export function asOfDay(asOf: string, timeZone: string): number {
  if (asOf.length === 10) return dayNumber(asOf);
  return Math.floor(wallClock(Date.parse(asOf), timeZone) / dayMs);
}

/** The instant at which a day begins in `timeZone`; where the clock skips midnight, the first instant after. */
export function startOfDay(day: number, timeZone: string): string {
  const wanted = day * dayMs;
  const offsetAt = (instant: number): number => wallClock(instant, timeZone) - instant;
  // The offset before the transition and the one after it; the earlier instant that lies on the day is its start.
  const candidates = [wanted - dayMs, wanted + dayMs].map((near) => wanted - offsetAt(near));
  const onDay = candidates.filter((instant) => Math.floor(wallClock(instant, timeZone) / dayMs) === day);
  return new Date(Math.min(...(onDay.length === 0 ? candidates : onDay))).toISOString();
}
