import type { Field } from '@terrace/model';

/** A value as a model reads it. */
export type Scalar = number | string | boolean | null;

const dayMs = 86_400_000;

/** A value of a file as a model reads it. */
export function typedValue(type: Field['type'] | undefined, text: string | null | undefined): Scalar {
  if (text === null || text === undefined || text === '') return null;
  if (type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

/** Whole days from `day` to `asOf`; null for a day after it. */
export function daysBetween(day: string, asOf: string): number | null {
  const days = Math.round((Date.parse(asOf) - Date.parse(day.slice(0, 10))) / dayMs);
  return days < 0 ? null : days;
}

/** The first day of a window that ends with the as-of day; null for all days. */
export function firstDay(
  window: { readonly days: number } | { readonly months: number } | undefined,
  asOf: string,
): string | null {
  if (window === undefined) return null;
  const end = new Date(Date.parse(asOf) + dayMs);
  if ('days' in window) return new Date(end.getTime() - window.days * dayMs).toISOString().slice(0, 10);
  const month = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - window.months, 1));
  // The last day of a shorter month, as PostgreSQL has it.
  const length = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(end.getUTCDate(), length));
  return month.toISOString().slice(0, 10);
}

/** An event as an aggregate looks at it, oldest first among those of a subject. */
export interface DatedValue {
  readonly day: string;
  readonly value: Scalar;
}

function extreme(values: readonly NonNullable<Scalar>[], sign: 1 | -1): Scalar {
  return values.reduce<Scalar>(
    (best, value) => (best === null || (value < best ? sign : -sign) === 1 ? value : best),
    null,
  );
}

/** What an aggregate gives for the events of one subject, as the dimension source says. */
export function aggregate(measure: string, events: readonly DatedValue[], asOf: string): Scalar {
  const values = events.flatMap(({ value }) => (value === null ? [] : [value]));
  const sum = values.reduce<number>((total, value) => total + Number(value), 0);
  switch (measure) {
    case 'count':
      return events.length;
    case 'sum':
      return sum;
    case 'average':
      return values.length === 0 ? null : sum / values.length;
    case 'minimum':
      return extreme(values, 1);
    case 'maximum':
      return extreme(values, -1);
    case 'latest':
      return values.at(-1) ?? null;
    case 'distinct':
      return new Set(values).size;
    case 'daysSinceLast':
    case 'daysSinceFirst': {
      const event = measure === 'daysSinceLast' ? events.at(-1) : events[0];
      return event === undefined ? null : daysBetween(event.day, asOf);
    }
    default:
      return null;
  }
}
