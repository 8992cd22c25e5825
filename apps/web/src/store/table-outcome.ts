import type { DecisionTableNode, TableRow } from '@terrace/model';
import { givesValues } from './node-value';

export const aggregates = ['sum', 'minimum', 'maximum', 'count'] as const;
export type TableAggregate = (typeof aggregates)[number];

/** Only collected values are made one number. */
const needsAggregate = (hit: DecisionTableNode['hit'], outcome: 'tier' | 'value'): boolean =>
  hit === 'collect' && outcome === 'value';

const numberOf = (value: TableRow['value']): number =>
  typeof value === 'number' ? value : Number(value) || 0;

/** The rows with tiers or with values; what a row lacks is filled in. */
function rowsWith(table: DecisionTableNode, outcome: 'tier' | 'value', fallback: string): TableRow[] {
  return table.rows.map(({ tier, value, ...row }) =>
    outcome === 'tier' ? { ...row, tier: tier ?? fallback } : { ...row, value: value ?? 0 },
  );
}

/** The table with rows that give tiers or values. A table without rows gets one to say so. */
export function withOutcome(
  table: DecisionTableNode,
  outcome: 'tier' | 'value',
  fallback: string,
): DecisionTableNode {
  const { aggregate, ...rest } = table;
  const rows = rowsWith(table, outcome, fallback);
  if (rows.length === 0 && outcome === 'value')
    rows.push({ id: 'row_1', cells: table.inputs.map(() => null), value: 0 });
  const next = { ...rest, rows };
  return needsAggregate(table.hit, outcome) ? withAggregate(next, aggregate ?? 'sum') : next;
}

/** The table with another hit policy; by priority rows give tiers. */
export function withHit(
  table: DecisionTableNode,
  hit: DecisionTableNode['hit'],
  fallback: string,
): DecisionTableNode {
  const outcome = hit === 'priority' || !givesValues(table) ? 'tier' : 'value';
  return withOutcome({ ...table, hit }, outcome, fallback);
}

/** The table with numbers made one by `aggregate`. */
export const withAggregate = (table: DecisionTableNode, aggregate: TableAggregate): DecisionTableNode => ({
  ...table,
  aggregate,
  rows: table.rows.map((row) => ({ ...row, value: numberOf(row.value) })),
});
