import type { ParameterizedSql } from '../database/inline-parameters.js';

/** Bands whose cut points are to be taken from the population. `input` is the column of the value, `population` a total condition on the same row. */
export interface Calibration {
  readonly input: string;
  readonly population: string | undefined;
  /** Number of bands; there is one cut point less. */
  readonly count: number;
  /** Added to every cut point, as decimal text. */
  readonly offset: string;
}

/** Cut points keep this many significant digits, the most that a JSON number keeps exactly, and at most 30 decimals. */
const SIGNIFICANT_DIGITS = 15;
const MAX_SCALE = 30;

/** Counts the population of each calibration: one row with columns `n0`, `n1` … */
export function populationSql(calibrations: readonly Calibration[], table: string): string {
  const counts = calibrations.map(
    ({ input, population }, i) =>
      `count(${input})${population === undefined ? '' : ` FILTER (WHERE ${population})`} AS n${i}`,
  );
  return `SELECT ${counts.join(', ')} FROM ${table}`;
}

/** Where a type-7 quantile lies: between the `lower`-th value, counted from 1, and the next, `numerator / denominator` of the way. */
export interface QuantilePosition {
  readonly lower: bigint;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Positions (n-1)·i/count for i = 1 … count-1, exactly. */
export function quantilePositions(n: bigint, count: number): QuantilePosition[] {
  const denominator = BigInt(count);
  return Array.from({ length: count - 1 }, (_, index) => {
    const position = (n - 1n) * BigInt(index + 1);
    return { lower: position / denominator + 1n, numerator: position % denominator, denominator };
  });
}

/**
 * The statement that yields the cut points of one calibration over `n` values, in order, as text. Order statistics come
 * from `percentile_disc`, which answers stored values unrounded: asked for (k - 1/2)/n it gives the k-th of n. All else is
 * `numeric`.
 */
export function cutPointSql(
  { input, population, count, offset }: Calibration,
  table: string,
  n: bigint,
): ParameterizedSql {
  const positions = quantilePositions(n, count);
  const ranks = [
    ...new Set(
      positions.flatMap(({ lower, numerator }) => (numerator === 0n ? [lower] : [lower, lower + 1n])),
    ),
  ];
  const fractions = ranks.map((rank) => `${(Number(rank) - 0.5) / Number(n)}`);
  const valueAt = (rank: bigint): string => `(o.v)[${ranks.indexOf(rank) + 1}]::numeric`;
  const cuts = positions.map(({ lower, numerator, denominator }) => {
    if (numerator === 0n) return valueAt(lower);
    const [low, high] = [valueAt(lower), valueAt(lower + 1n)];
    // Multiplied before divided, with digits to spare, so that only the last rounding counts.
    return `${low} + (${high} - ${low}) * ${numerator}::numeric(60, 30) / ${denominator}::numeric(60, 30)`;
  });
  return {
    text: `SELECT array_agg(trim_scale(round(c.cut, CASE WHEN c.cut = 0 THEN 0
    ELSE least(${MAX_SCALE}, ${SIGNIFICANT_DIGITS - 1} - floor(log(abs(c.cut)))::integer) END))::text ORDER BY c.i) AS cuts
FROM (
  SELECT percentile_disc(ARRAY[${fractions.join(', ')}]::float8[]) WITHIN GROUP (ORDER BY ${input}) AS v
  FROM ${table} WHERE ${input} IS NOT NULL${population === undefined ? '' : ` AND ${population}`}
) o
CROSS JOIN LATERAL (VALUES ${cuts.map((cut, i) => `(${i}, ${cut} + $1::numeric)`).join(', ')}) c(i, cut)`,
    parameters: [offset],
  };
}
