import type { ReportMeasure } from '@terrace/plugin-sdk';
import { quoteIdentifier, runTable } from '../database/identifier.js';
import type { ResultColumn } from '../run/result-column.js';

/** Digits after the point: enough for shares of a million subjects, and means of amounts. */
const SCALE = 6;

const numberTypes = ['numeric', 'integer', 'bigint', 'double precision', 'real', 'smallint'];

/** What a measure is where no subject has the tier. */
export function emptyValue({ aggregate }: ReportMeasure): string | null {
  return aggregate === 'average' || aggregate === 'minimum' || aggregate === 'maximum' ? null : '0';
}

/** The statement that gives `tier` and one column `m<position>` per measure; a measure of no number of the result is null. */
export function reportSql(
  runId: string,
  measures: readonly ReportMeasure[],
  columns: readonly ResultColumn[],
): string {
  const selected = measures.map((measure, index) => {
    const column = columns.find(({ nodeId }) => nodeId === measure.node);
    return `${valueSql(measure, column)} AS m${index}`;
  });
  return `SELECT r.tier, ${selected.join(', ')} FROM ${runTable(runId)} r GROUP BY r.tier`;
}

function valueSql({ aggregate }: ReportMeasure, column: ResultColumn | undefined): string {
  if (aggregate === 'count') return 'count(*)::text';
  if (aggregate === 'countShare') return asText('count(*)::numeric / sum(count(*)) OVER ()');
  const value = column === undefined ? undefined : numberSql(column);
  if (value === undefined) return 'NULL::text';
  switch (aggregate) {
    case 'sum':
      return asText(`coalesce(sum(${value}), 0)`);
    case 'sumShare':
      return asText(`coalesce(sum(${value}), 0) / nullif(sum(sum(${value})) OVER (), 0)`);
    case 'average':
      return asText(`avg(${value})`);
    case 'minimum':
      return asText(`min(${value})`);
    case 'maximum':
      return asText(`max(${value})`);
  }
}

/** The column as a number; a boolean counts as 1 or 0, so that its average is the share of those for whom it holds. */
function numberSql({ name, type }: ResultColumn): string | undefined {
  const column = `r.${quoteIdentifier(name)}`;
  if (type === 'boolean') return `${column}::integer::numeric`;
  return numberTypes.includes(type) ? `${column}::numeric` : undefined;
}

const asText = (value: string): string => `trim_scale(round((${value})::numeric, ${SCALE}))::text`;
