import type { Statistics, StatisticsRequest } from '@terrace/model';
import type { Execute } from '../database/bulk-session.js';
import { statisticsSql, type Calibration } from './calibration-sql.js';

/** Asks the database what the cut points of a population of `n` values are computed from. */
export async function readStatistics(
  calibration: Calibration,
  table: string,
  n: number,
  request: StatisticsRequest,
  execute: Execute,
): Promise<Statistics> {
  const text = statisticsSql(calibration, table, n, request);
  switch (request.kind) {
    case 'order': {
      const [row] = await execute<{ values: string[] }>(text);
      return { kind: 'order', values: row?.values ?? [] };
    }
    case 'moments': {
      const [row] = await execute<{ sum: string; sumOfSquares: string }>(text);
      return { kind: 'moments', sum: row?.sum ?? '', sumOfSquares: row?.sumOfSquares ?? '' };
    }
    case 'classes': {
      const rows = await execute<{ minimum: string; count: string; sum: string; distinctCount: string }>(
        text,
      );
      return {
        kind: 'classes',
        distinctCount: Number(rows[0]?.distinctCount ?? 0),
        classes: rows.map(({ minimum, count, sum }) => ({ minimum, count: Number(count), sum })),
      };
    }
  }
}
