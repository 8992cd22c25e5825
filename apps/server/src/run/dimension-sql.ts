import type { DimensionNode, EventType, ModelDocument, RecordTypes, SubjectType } from '@terrace/model';
import { fieldColumn, quoteIdentifier, subjectTable } from '../database/identifier.js';
import type { ParameterizedSql } from '../database/inline-parameters.js';
import type { CodeColumns } from '../plugin-code/code-values.service.js';
import { aggregateJoin, type AggregateDimension } from './aggregate-sql.js';
import { daysSince, type MomentSql } from './moment-sql.js';
import type { RunMoment } from './run-moment.js';
import { SqlParameters } from '../database/sql-parameters.js';

/** The column of a dimension in the tables of a run. */
export const dimensionColumn = (nodeId: string): string => quoteIdentifier(`d_${nodeId}`);

const columnType = {
  number: 'numeric',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  duration: 'numeric',
  enumeration: 'text',
} as const;

/**
 * The statement that yields `key` and one column per dimension of `document` for every subject known at `moment`. Events
 * of one type are read once, whatever the number of dimensions.
 * @param codeColumns - the tables that hold what code computed, by node id
 */
export function dimensionSql(
  document: ModelDocument,
  types: RecordTypes,
  moment: RunMoment,
  codeColumns: CodeColumns = new Map(),
): ParameterizedSql {
  const parameters = new SqlParameters();
  const subject = types.subjectTypes.find(({ id }) => id === document.subjectType);
  if (subject === undefined) throw new Error(`The subject type ${document.subjectType} does not exist.`);
  const dimensions = document.nodes.filter((node) => node.kind === 'dimension');
  const until = `${parameters.add(moment.until)}::timestamptz`;
  const day = `${parameters.add(moment.day)}::date`;
  const zone = `${parameters.add(moment.timeZone)}::text`;
  const joins = groupByEvent(dimensions, types.eventTypes).map(([event, group]) =>
    aggregateJoin(event, group, { until, day, zone }, parameters),
  );
  const code = codeJoins(codeColumns);
  const columns = dimensions.map((dimension) => {
    const value =
      joins.map((join) => join.values.get(dimension.id)).find((found) => found !== undefined) ??
      codeValue(dimension, code) ??
      fieldValue(dimension, subject, { until, day, zone });
    return `${withDefault(dimension, value, parameters)} AS ${dimensionColumn(dimension.id)}`;
  });
  return {
    text: `SELECT ${['s."key"', ...columns].join(',\n  ')}
FROM ${subjectTable(subject.id)} s
${[...joins.map(({ text }) => text), ...code.texts].join('\n')}
WHERE s."known_since" IS NULL OR s."known_since" < ${until}`,
    parameters: parameters.values,
  };
}

function groupByEvent(
  dimensions: readonly DimensionNode[],
  eventTypes: readonly EventType[],
): [EventType, AggregateDimension[]][] {
  const groups = new Map<string, AggregateDimension[]>();
  for (const { id, source } of dimensions) {
    if (source.kind !== 'aggregate') continue;
    const group = groups.get(source.event) ?? [];
    group.push({ id, source });
    groups.set(source.event, group);
  }
  return [...groups].map(([id, group]) => {
    const event = eventTypes.find((type) => type.id === id);
    if (event === undefined) throw new Error(`The event type ${id} does not exist.`);
    return [event, group];
  });
}

interface CodeJoins {
  readonly texts: readonly string[];
  /** The alias of each table. */
  readonly aliases: CodeColumns;
}

/** One join per table, however many dimensions read it. */
function codeJoins(codeColumns: CodeColumns): CodeJoins {
  const tables = [...new Set(codeColumns.values())];
  const alias = (table: string): string => quoteIdentifier(`code_${tables.indexOf(table)}`);
  return {
    texts: tables.map((table) => `LEFT JOIN ${table} ${alias(table)} ON ${alias(table)}."key" = s."key"`),
    aliases: new Map([...codeColumns].map(([node, table]) => [node, alias(table)])),
  };
}

function codeValue({ id, valueType }: DimensionNode, { aliases }: CodeJoins): string | undefined {
  const alias = aliases.get(id);
  return alias === undefined ? undefined : `${alias}."value"::${columnType[valueType]}`;
}

function fieldValue({ source }: DimensionNode, subject: SubjectType, moment: MomentSql): string {
  if (source.kind === 'aggregate' || source.kind === 'code')
    throw new Error('An aggregate, or what code computes, comes from its join.');
  const field = subject.fields.find(({ id }) => id === source.field);
  if (field === undefined) throw new Error(`The field ${source.field} does not exist.`);
  const column = `s.${fieldColumn(field.id)}`;
  if (source.kind === 'field') return column;
  return field.type === 'instant'
    ? `CASE WHEN ${column} < ${moment.until} THEN ${daysSince(column, moment)} END`
    : `CASE WHEN ${column} <= ${moment.day} THEN ${moment.day} - ${column} END`;
}

function withDefault(
  { missing, valueType }: DimensionNode,
  value: string,
  parameters: SqlParameters,
): string {
  if (missing.policy === 'noMatch') return value;
  // An empty text is a missing one (docs/expression-semantics.md, section 2).
  const present = columnType[valueType] === 'text' ? `NULLIF(${value}, '')` : value;
  return `coalesce(${present}, ${parameters.add(String(missing.value))}::${columnType[valueType]})`;
}
