import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkExpression,
  compileSql,
  marginOf,
  parseExpression,
  writeOutMissing,
  type ExpressionNode,
  type InputDeclaration,
  type InputDeclarations,
  type Scalar,
  type Value,
} from '@terrace/expression';
import { createTestDatabase, repositoryRoot, type TestDatabase } from '@terrace/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

interface Row {
  readonly rule: unknown;
  readonly data: Readonly<Record<string, Value>>;
  readonly result: Scalar;
  readonly why: string;
}

const folder = join(repositoryRoot, 'packages/expression/conformance');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'inputs.json');
const declared = read<InputDeclarations>('inputs.json');

const columnTypes = {
  number: 'numeric',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  duration: 'numeric',
  enumeration: 'text',
};
const columnType = ({ type, element = 'text' }: InputDeclaration): string =>
  type === 'list' ? `${columnTypes[element]}[]` : columnTypes[type];
const columnOf = (name: string) => `"f_${name}"`;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  // Neither the zone of the session nor how it writes dates may change an answer.
  await client.query("SET TIME ZONE 'America/New_York'; SET datestyle = 'German, DMY'");
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function createTable(name: string, inputs: InputDeclarations): Promise<void> {
  const columns = Object.entries(inputs).map(([id, input]) => `${columnOf(id)} ${columnType(input)}`);
  await client.query(`CREATE TABLE ${name} (id int PRIMARY KEY, ${columns.join(', ')})`);
}

async function insert(
  name: string,
  inputs: InputDeclarations,
  id: number,
  row: Readonly<Record<string, Value>>,
): Promise<void> {
  const names = Object.keys(inputs);
  const texts = names.map((each) => {
    const value = row[each] ?? null;
    return value === null || Array.isArray(value) ? value : String(value);
  });
  const values = Object.values(inputs).map((input, index) => `$${index + 2}::${columnType(input)}`);
  await client.query(
    `INSERT INTO ${name} (id, ${names.map(columnOf).join(', ')}) VALUES ($1, ${values.join(', ')})`,
    [id, ...texts],
  );
}

function total(rule: unknown, inputs: InputDeclarations): ExpressionNode {
  const parsed = parseExpression(rule);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const errors = checkExpression(parsed.node, inputs).issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return writeOutMissing(parsed.node, inputs);
}

/** A numeric arrives as text; calculated ones are within the margin of what they are in decimals. */
function settle(value: unknown, expected: Scalar): unknown {
  if (typeof expected !== 'number' || typeof value !== 'string') return value;
  return Math.abs(Number(value) - expected) <= marginOf(expected) ? expected : Number(value);
}

describe.each(files)('PostgreSQL agrees with conformance/%s', (file) => {
  const rows = read<Row[]>(file);
  const table = `rows_${file.replace(/\W/g, '_')}`;
  beforeAll(async () => {
    await createTable(table, declared);
    const fillers = { k: 0, w: 'w', f: false, ks: [] };
    for (const [id, row] of rows.entries()) await insert(table, declared, id, { ...fillers, ...row.data });
  });

  it.each(rows.map((row, id) => [JSON.stringify(row.rule), row.why, id] as const))(
    '%s (%s)',
    async (_rule, _why, id) => {
      const row = rows[id];
      if (row === undefined) throw new Error('no such row');
      const { text, parameters } = compileSql(total(row.rule, declared), {
        columnOf,
        inputs: declared,
        firstParameter: 2,
      });
      const found = await client.query<{ result: unknown }>(
        `SELECT ${text} AS result FROM ${table} WHERE id = $1`,
        [id, ...parameters],
      );
      expect(settle(found.rows[0]?.result, row.result)).toBe(row.result);
    },
  );
});
