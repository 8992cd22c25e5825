import { add, compare, decimalText, fractionOf, type Fraction } from '../calibration/fraction.js';
import type { PointsTable, PointsVariable } from './points-table.js';

function extremes({ bins, missing }: PointsVariable): { low: Fraction; high: Fraction } | null {
  const points = [
    ...bins.filter(({ values }) => values.length > 0).map((bin) => bin.points),
    ...(missing === null ? [] : [missing]),
  ].map(fractionOf);
  const [first] = points;
  if (first === undefined) return null;
  return {
    low: points.reduce((a, b) => (compare(b, a) < 0 ? b : a), first),
    high: points.reduce((a, b) => (compare(b, a) > 0 ? b : a), first),
  };
}

/**
 * The lowest and the highest total that a card can give, as exact decimal text.
 * @since 0.1.0
 */
export function attainableRange({ base, variables }: PointsTable): { minimum: string; maximum: string } {
  let low = fractionOf(base);
  let high = low;
  for (const variable of variables) {
    const ends = extremes(variable);
    if (ends === null) continue;
    low = add(low, ends.low);
    high = add(high, ends.high);
  }
  return { minimum: decimalText(low), maximum: decimalText(high) };
}
