import type { StatisticsRequest } from '@terrace/model';

/** The population of bands whose cut points are to be taken. */
export interface Calibration {
  /** Column of the value. */
  readonly input: string;
  /** A total condition on the same row; undefined for everybody whose value is present. */
  readonly population: string | undefined;
}

/** Counts the population of each calibration: one row with columns `n0`, `n1` … */
export function populationSql(calibrations: readonly Calibration[], table: string): string {
  const counts = calibrations.map(
    ({ input, population }, i) =>
      `count(${input})${population === undefined ? '' : ` FILTER (WHERE ${population})`} AS n${i}`,
  );
  return `SELECT ${counts.join(', ')} FROM ${table}`;
}

function populationOf({ input, population }: Calibration, table: string): string {
  return `FROM ${table} WHERE ${input} IS NOT NULL${population === undefined ? '' : ` AND ${population}`}`;
}

/**
 * Order statistics, exact: `percentile_disc` answers stored values unrounded, and asked for (k - 1/2)/n it gives the k-th of n.
 * One row with `values`, as text in the order of `ranks`.
 */
function orderSql(calibration: Calibration, table: string, n: number, ranks: readonly number[]): string {
  const fractions = ranks.map((rank) => String((rank - 0.5) / n));
  return `SELECT percentile_disc(ARRAY[${fractions.join(', ')}]::float8[]) WITHIN GROUP (ORDER BY ${calibration.input})::text[] AS "values"
${populationOf(calibration, table)}`;
}

/** The sum of the values and of their squares, exact in `numeric`. */
function momentsSql(calibration: Calibration, table: string): string {
  const { input } = calibration;
  return `SELECT sum(${input})::text AS "sum", sum(${input} * ${input})::text AS "sumOfSquares"
${populationOf(calibration, table)}`;
}

/** One row per distinct value, or per class of neighbouring values where there are more than `limit`; equal values stay together. */
function classesSql(calibration: Calibration, table: string, n: number, limit: number): string {
  return `WITH distinct_values AS (
  SELECT ${calibration.input} AS v, count(*) AS c ${populationOf(calibration, table)} GROUP BY 1
), numbered AS (
  SELECT v, c, row_number() OVER (ORDER BY v) AS i, sum(c) OVER (ORDER BY v) - c AS before, count(*) OVER () AS distinct_count
  FROM distinct_values
)
SELECT min(v)::text AS minimum, sum(c)::text AS "count", sum(v * c)::text AS "sum", distinct_count::text AS "distinctCount"
FROM numbered
GROUP BY distinct_count, CASE WHEN distinct_count <= ${limit} THEN i ELSE div(before * ${limit}, ${n}) END
ORDER BY min(v)`;
}

/** The statement that answers `request` about the `n` values of a population. */
export function statisticsSql(
  calibration: Calibration,
  table: string,
  n: number,
  request: StatisticsRequest,
): string {
  switch (request.kind) {
    case 'order':
      return orderSql(calibration, table, n, request.ranks);
    case 'moments':
      return momentsSql(calibration, table);
    case 'classes':
      return classesSql(calibration, table, n, request.limit);
  }
}
