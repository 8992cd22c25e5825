import type { SubjectFieldGenerator } from '../sample-schema.js';
import type { SampleEvent } from './sample-record.js';

type Summary = Extract<SubjectFieldGenerator, { kind: 'summary' }>;

const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** Adds decimals without rounding; the sum has as many digits after the point as the one with the most. */
function sumOf(decimals: readonly string[]): string {
  const places = decimals.reduce((most, text) => Math.max(most, placesOf(text)), 0);
  const sum = decimals.reduce(
    (total, text) => total + BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text))),
    0n,
  );
  if (places === 0) return String(sum);
  const sign = sum < 0n ? '-' : '';
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What a subject's events come to; the last day of none is missing, count and sum are 0. */
export function summaryOf(summary: Summary, events: readonly SampleEvent[]): string | null {
  switch (summary.measure) {
    case 'count':
      return String(events.length);
    case 'sum':
      return sumOf(events.flatMap(({ values }) => values[summary.field] ?? []));
    case 'last':
      return events.reduce<string | null>((last, { time }) => {
        const day = time.slice(0, 10);
        return last === null || day > last ? day : last;
      }, null);
  }
}
