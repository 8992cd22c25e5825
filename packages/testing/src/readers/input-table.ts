import type { InputDeclaration, InputDeclarations, Value } from '@terrace/expression';
import type pg from 'pg';

const scalarTypes = {
  number: 'numeric',
  duration: 'numeric',
  text: 'text',
  enumeration: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
} as const;

/** The type of an input's column. */
export function columnType({ type, element = 'text' }: InputDeclaration): string {
  return type === 'list' ? `${scalarTypes[element]}[]` : scalarTypes[type];
}

/** The quoted column of an input. */
export function columnOf(name: string): string {
  return `"f_${name.replaceAll('"', '""')}"`;
}

/** A row of generated inputs by name. */
export type InputRow = Readonly<Record<string, Value>>;

/** Creates `table` with a column per input and `id`, the index of the row, and fills it. */
export async function createInputTable(
  client: pg.ClientBase,
  table: string,
  inputs: InputDeclarations,
  rows: readonly InputRow[],
): Promise<void> {
  const columns = Object.entries(inputs).map(([name, each]) => `${columnOf(name)} ${columnType(each)}`);
  await client.query(`DROP TABLE IF EXISTS ${table}`);
  await client.query(`CREATE TABLE ${table} (id integer PRIMARY KEY, ${columns.join(', ')})`);
  const records = rows.map((row, id) => ({
    id,
    ...Object.fromEntries(Object.keys(inputs).map((name) => [`f_${name}`, row[name] ?? null])),
  }));
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(records),
  ]);
  await client.query(`ANALYZE ${table}`);
}
