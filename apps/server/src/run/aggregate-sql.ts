import { compilePredicateSql } from '@terrace/expression';
import type { DimensionSource, EventType, JsonLogic, Window } from '@terrace/model';
import { eventTable, fieldColumn, quoteIdentifier } from '../database/identifier.js';
import { daysSince, type MomentSql } from './moment-sql.js';
import type { SqlParameters } from '../database/sql-parameters.js';

const textOf = (value: unknown): string => JSON.stringify(value);

type AggregateSource = Extract<DimensionSource, { kind: 'aggregate' }>;

/** A dimension that aggregates events. */
export interface AggregateDimension {
  readonly id: string;
  readonly source: AggregateSource;
}

/** The join that brings all aggregates of one event type. */
export interface AggregateJoin {
  readonly text: string;
  /** The value of each dimension in the outer statement, by node id. */
  readonly values: ReadonlyMap<string, string>;
}

/** What an event must fulfil to count, by a key under which equal conditions are found. */
type Conditions = ReadonlyMap<string, string>;

/** Aggregates `event` per subject in one scan; what all dimensions ask of an event stands in WHERE, the rest in FILTER. */
export function aggregateJoin(
  event: EventType,
  dimensions: readonly AggregateDimension[],
  moment: MomentSql,
  parameters: SqlParameters,
): AggregateJoin {
  const alias = quoteIdentifier(`by_${event.id}`);
  const compiled = new Map<string, string>();
  const conditions = dimensions.map(({ source }) =>
    conditionsOf(source, event, moment, parameters, compiled),
  );
  const [first, ...others] = conditions;
  const common = [...(first ?? new Map<string, string>())].filter(([key]) =>
    others.every((other) => other.has(key)),
  );
  const commonKeys = new Set(common.map(([key]) => key));
  const columns: string[] = [];
  const values = new Map<string, string>();
  dimensions.forEach(({ id, source }, index) => {
    const own = [...(conditions[index] ?? [])].filter(([key]) => !commonKeys.has(key));
    const column = quoteIdentifier(`a_${id}`);
    const ownConditions = own.map(([, text]) => text);
    columns.push(`${aggregateOf(source, ownConditions)} AS ${column}`);
    values.set(id, valueOf(source, `${alias}.${column}`, moment));
  });
  const where = [`e."occurred_at" < ${moment.until}`, ...common.map(([, text]) => text)];
  const windows = dimensions.map(({ source }) => source.window);
  if (windows.every((window) => window !== undefined) && new Set(windows.map(textOf)).size > 1) {
    const starts = windows.map((window) => windowStart(window, moment, parameters));
    where.push(`e."occurred_at" >= least(${starts.join(', ')})`);
  }
  return {
    text: `LEFT JOIN (
  SELECT ${['e."subject_key"', ...columns].join(',\n    ')}
  FROM ${eventTable(event.id)} e
  WHERE ${where.join('\n    AND ')}
  GROUP BY e."subject_key"
) ${alias} ON ${alias}."subject_key" = s."key"`,
    values,
  };
}

function conditionsOf(
  { window, where }: AggregateSource,
  event: EventType,
  moment: MomentSql,
  parameters: SqlParameters,
  compiled: Map<string, string>,
): Conditions {
  const conditions = new Map<string, string>();
  const once = (key: string, compile: () => string): void => {
    const text = compiled.get(key) ?? compile();
    compiled.set(key, text);
    conditions.set(key, text);
  };
  if (window !== undefined)
    once(`window ${textOf(window)}`, () => `e."occurred_at" >= ${windowStart(window, moment, parameters)}`);
  if (where !== undefined) once(`where ${textOf(where)}`, () => predicate(where, event, parameters));
  return conditions;
}

function predicate(where: JsonLogic, event: EventType, parameters: SqlParameters): string {
  const inputs = Object.fromEntries(
    event.fields.map(({ id, type }) => [
      id,
      { type: type === 'enumeration' ? ('text' as const) : type, nullable: true },
    ]),
  );
  const sql = compilePredicateSql(where, inputs, (id) => `e.${fieldColumn(id)}`, parameters.next);
  parameters.append(sql.parameters);
  return `(${sql.text})`;
}

/**
 * The first instant of a window: local date arithmetic back from the end of the as-of day; a month that is too short
 * ends on its last day. A constant, which PostgreSQL folds while it plans.
 */
function windowStart(window: Window, { day, zone }: MomentSql, parameters: SqlParameters): string {
  const span = 'days' in window ? `${window.days} days` : `${window.months} months`;
  return `((${day} + 1 - ${parameters.add(span)}::interval) AT TIME ZONE ${zone})`;
}

/** The aggregate of a measure over the events that fulfil `conditions`. */
function aggregateOf(source: AggregateSource, conditions: readonly string[]): string {
  const filtered = (aggregate: string, all = conditions): string =>
    all.length === 0 ? aggregate : `${aggregate} FILTER (WHERE ${all.join(' AND ')})`;
  switch (source.measure) {
    case 'count':
      return filtered('count(*)');
    case 'daysSinceLast':
      return filtered('max(e."occurred_at")');
    case 'daysSinceFirst':
      return filtered('min(e."occurred_at")');
    case 'sum':
    case 'average':
    case 'minimum':
    case 'maximum': {
      const names = { sum: 'sum', average: 'avg', minimum: 'min', maximum: 'max' } as const;
      return filtered(`${names[source.measure]}(${columnOf(source)})`);
    }
    case 'distinct':
      return filtered(`count(DISTINCT ${columnOf(source)})`);
    case 'latest': {
      const column = columnOf(source);
      const ordered = `array_agg(${column} ORDER BY e."occurred_at" DESC, e."event_id" DESC)`;
      return `(${filtered(ordered, [...conditions, `${column} IS NOT NULL`])})[1]`;
    }
  }
}

function columnOf({ measure, field }: AggregateSource): string {
  if (field === undefined) throw new Error(`The measure ${measure} needs a field.`);
  return `e.${fieldColumn(field)}`;
}

function valueOf({ measure }: AggregateSource, column: string, moment: MomentSql): string {
  switch (measure) {
    case 'count':
    case 'sum':
    case 'distinct':
      return `coalesce(${column}, 0)`;
    case 'average':
      // 15 significant digits, the most that a JSON number keeps, so that every reader compares the same value.
      return `${column}::float8::numeric`;
    case 'minimum':
    case 'maximum':
    case 'latest':
      return column;
    case 'daysSinceLast':
    case 'daysSinceFirst':
      return daysSince(column, moment);
  }
}
