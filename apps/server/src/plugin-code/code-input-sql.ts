import type { Field, RecordTypes } from '@terrace/model';
import type { CodeDimension } from '@terrace/plugin-sdk';
import { eventTable, fieldColumn, quoteIdentifier, subjectTable } from '../database/identifier.js';
import type { ParameterizedSql } from '../database/inline-parameters.js';
import type { RunMoment } from '../run/run-moment.js';
import { instantText } from '../database/instant-text.js';
import { SqlParameters } from '../database/sql-parameters.js';

/** A value as code reads it: instants in UTC to the millisecond, everything else as JSON has it. */
function jsonValue(alias: string, field: Field): string {
  const column = `${alias}.${fieldColumn(field.id)}`;
  return field.type === 'instant' ? instantText(column) : column;
}

/** A list that may be empty, which `json_build_array` takes and `VALUES` would not. */
const array = (values: readonly string[]): string => `json_build_array(${values.join(', ')})`;

function fieldsOf(names: readonly string[], fields: readonly Field[], type: string): Field[] {
  return names.map((name) => {
    const field = fields.find(({ id }) => id === name);
    if (field === undefined) throw new Error(`The field ${type}.${name} does not exist.`);
    // The check of the declarations refuses it; this is the last door before the data leave.
    if (field.sensitivity === 'personal') throw new Error(`The field ${type}.${name} is personal.`);
    return field;
  });
}

/**
 * The statement that yields, per subject known at `moment`, its `key` and `input`: what `dimension` reads of it, as the JSON text that
 * code is called with (`encodeSubject` of plugin-runtime writes the same).
 */
export function codeInputSql(
  { subjectType, inputs }: CodeDimension,
  types: RecordTypes,
  moment: RunMoment,
): ParameterizedSql {
  const parameters = new SqlParameters();
  const subject = types.subjectTypes.find(({ id }) => id === subjectType);
  if (subject === undefined) throw new Error(`The subject type ${subjectType} does not exist.`);
  const until = `${parameters.add(moment.until)}::timestamptz`;
  const day = `${parameters.add(moment.day)}::date`;
  const zone = `${parameters.add(moment.timeZone)}::text`;
  const joins: string[] = [];
  const lists = Object.entries(inputs.events).map(([id, { fields, days, limit }]) => {
    const type = types.eventTypes.find((each) => each.id === id);
    if (type === undefined) throw new Error(`The event type ${id} does not exist.`);
    const alias = quoteIdentifier(`in_${id}`);
    const values = fieldsOf(Object.keys(fields), type.fields, id).map((field) => jsonValue('e', field));
    const since =
      days === undefined
        ? ''
        : ` AND e."occurred_at" >= ((${day} + 1 - ${parameters.add(String(days))}::integer)::timestamp AT TIME ZONE ${zone})`;
    const event = array([
      instantText('e."occurred_at"'),
      `(e."occurred_at" AT TIME ZONE ${zone})::date`,
      ...values,
    ]);
    joins.push(`LEFT JOIN (
  SELECT n."subject_key", json_agg(n."event" ORDER BY n."occurred_at", n."event_id") AS "events"
  FROM (
    SELECT e."subject_key", e."occurred_at", e."event_id", ${event} AS "event",
      row_number() OVER (PARTITION BY e."subject_key" ORDER BY e."occurred_at" DESC, e."event_id" DESC) AS "newest"
    FROM ${eventTable(id)} e
    WHERE e."occurred_at" < ${until}${since}
  ) n
  WHERE n."newest" <= ${parameters.add(String(limit))}::integer
  GROUP BY n."subject_key"
) ${alias} ON ${alias}."subject_key" = s."key"`);
    return `coalesce(${alias}."events", '[]'::json)`;
  });
  const values = fieldsOf(Object.keys(inputs.fields), subject.fields, subjectType).map((field) =>
    jsonValue('s', field),
  );
  return {
    text: `SELECT s."key", ${array([array(values), array(lists)])}::text AS "input"
FROM ${subjectTable(subject.id)} s
${joins.join('\n')}
WHERE s."known_since" IS NULL OR s."known_since" < ${until}`,
    parameters: parameters.values,
  };
}
