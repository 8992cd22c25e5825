import type { CutPoints } from '../node-kind/bands/bands-node.js';
import {
  add,
  compare,
  decimalText,
  floor,
  fraction,
  fractionOf,
  multiply,
  type Fraction,
} from './fraction.js';

/** Cut points that are taken from a population. @since 0.1.0 */
export type CalibratedCuts = Exclude<CutPoints, { method: 'explicit' }>;

/** As many classes natural breaks are looked for among; of more distinct values, this many classes of about equal size are made. @since 0.1.0 */
export const maxValueClasses = 3000;

/** What a calibration has to know of its population. @since 0.1.0 */
export type StatisticsRequest =
  /** Values by rank, counted from 1 in ascending order. */
  | { readonly kind: 'order'; readonly ranks: readonly number[] }
  /** The sum of the values and of their squares. */
  | { readonly kind: 'moments' }
  /** Every distinct value, or classes of neighbouring ones; see {@link ValueClass}. */
  | { readonly kind: 'classes'; readonly limit: number };

/** Subjects with one value, or with values next to each other; equal values are never in two classes. Decimals as text. @since 0.1.0 */
export interface ValueClass {
  readonly minimum: string;
  readonly count: number;
  readonly sum: string;
}

/** The answer to a {@link StatisticsRequest}; numbers are exact decimals as text. @since 0.1.0 */
export type Statistics =
  | { readonly kind: 'order'; readonly values: readonly string[] }
  | { readonly kind: 'moments'; readonly sum: string; readonly sumOfSquares: string }
  /** In ascending order; `distinctCount` says how many values there are, more than classes when they were put together. */
  | { readonly kind: 'classes'; readonly classes: readonly ValueClass[]; readonly distinctCount: number };

/** Where a type-7 quantile lies: between the `lower`-th value, counted from 1, and the next, `numerator / denominator` of the way. */
export interface QuantilePosition {
  readonly lower: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** Positions (n-1)·i/count for i = 1 … count-1, exactly. */
export function quantilePositions(n: number, count: number): QuantilePosition[] {
  return Array.from({ length: count - 1 }, (_, index) => {
    const position = (n - 1) * (index + 1);
    return { lower: Math.floor(position / count) + 1, numerator: position % count, denominator: count };
  });
}

/** The rank, counted from 1 in ascending order, of the last subject inside the top `share` percent of `n`. */
export function topShareRank(share: string, n: number): number {
  const inside = Number(floor(multiply(fractionOf(share), fraction(BigInt(n), 100n))));
  return n - Math.min(n, Math.max(1, inside)) + 1;
}

/**
 * What the cut points of `cuts` are computed from.
 * @param count - how many subjects the population has, at least 1
 * @since 0.1.0
 */
export function statisticsFor(cuts: CalibratedCuts, count: number): StatisticsRequest {
  switch (cuts.method) {
    case 'quantile': {
      const ranks = quantilePositions(count, cuts.count).flatMap(({ lower, numerator }) =>
        numerator === 0 ? [lower] : [lower, lower + 1],
      );
      return { kind: 'order', ranks: [...new Set(ranks)] };
    }
    case 'equalWidth':
      return { kind: 'order', ranks: [1, count] };
    case 'topShare':
      return { kind: 'order', ranks: cuts.shares.map((share) => topShareRank(share, count)) };
    case 'standardDeviation':
      return { kind: 'moments' };
    case 'naturalBreaks':
      return { kind: 'classes', limit: maxValueClasses };
  }
}

/** Distinct values with their counts, put together where there are more than `limit`. */
function classesOf(sorted: readonly Fraction[], limit: number): Statistics {
  const distinct: { value: Fraction; count: number; before: number }[] = [];
  sorted.forEach((value, index) => {
    const last = distinct.at(-1);
    if (last !== undefined && compare(last.value, value) === 0) last.count += 1;
    else distinct.push({ value, count: 1, before: index });
  });
  const classes = new Map<number, { minimum: Fraction; count: number; sum: Fraction }>();
  distinct.forEach(({ value, count, before }, index) => {
    const key = distinct.length <= limit ? index : Math.floor((before * limit) / sorted.length);
    const sum = multiply(value, fraction(BigInt(count)));
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { minimum: value, count, sum });
    else {
      known.count += count;
      known.sum = add(known.sum, sum);
    }
  });
  return {
    kind: 'classes',
    distinctCount: distinct.length,
    classes: [...classes.values()].map((each) => ({
      minimum: decimalText(each.minimum),
      count: each.count,
      sum: decimalText(each.sum),
    })),
  };
}

/**
 * Answers `request` from the values themselves.
 * @param values - of the population, at least one, none missing
 * @throws RangeError for a value that is no finite decimal number
 * @since 0.1.0
 */
export function statisticsOf(request: StatisticsRequest, values: readonly (number | string)[]): Statistics {
  const fractions = values.map(fractionOf);
  if (request.kind === 'moments') {
    const none = fraction(0n);
    return {
      kind: 'moments',
      sum: decimalText(fractions.reduce(add, none)),
      sumOfSquares: decimalText(fractions.map((each) => multiply(each, each)).reduce(add, none)),
    };
  }
  const sorted = fractions.sort(compare);
  if (request.kind === 'classes') return classesOf(sorted, request.limit);
  return {
    kind: 'order',
    values: request.ranks.map((rank) => decimalText(sorted[rank - 1] ?? fraction(0n))),
  };
}
