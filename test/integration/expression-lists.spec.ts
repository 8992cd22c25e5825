import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compileSql, parseExpression, writeOutMissing } from '@terrace/expression';
import { arbitraryListRules, listInputs, referenceListValue } from '@terrace/expression/testing';
import { createTestDatabase, type TestDatabase } from '@terrace/testing';
import fc from 'fast-check';
import pg from 'pg';

const columnTypes: Readonly<Record<string, string>> = { number: 'numeric', text: 'text', date: 'date' };
const columns = Object.entries(listInputs).map(([name, { type, element }]) => ({
  name,
  type: element === undefined ? columnTypes[type] : `${columnTypes[element]}[]`,
}));
const columnOf = (name: string) => `"f_${name}"`;

const { condition, row } = arbitraryListRules(fc);
const rows = fc.sample(row, { numRuns: 80 });

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  // How a session writes dates may not change what `cat` makes of them.
  await client.query("SET datestyle = 'German, DMY'");
  const definitions = columns.map(({ name, type }) => `${columnOf(name)} ${type}`);
  await client.query(`CREATE TABLE lists (id int PRIMARY KEY, ${definitions.join(', ')})`);
  for (const [id, data] of rows.entries()) {
    const places = columns.map(({ type }, index) => `$${index + 2}::${type}`);
    await client.query(`INSERT INTO lists VALUES ($1, ${places.join(', ')})`, [
      id,
      ...columns.map(({ name }) => data[name] ?? null),
    ]);
  }
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('PostgreSQL', () => {
  it('gives what generated rules over lists and parts of texts mean', async () => {
    await fc.assert(
      fc.asyncProperty(condition, async (rule) => {
        const parsed = parseExpression(rule);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
        const { text, parameters } = compileSql(writeOutMissing(parsed.node, listInputs), {
          columnOf,
          inputs: listInputs,
        });
        const found = await client.query<{ result: unknown }>(
          `SELECT ${text} AS result FROM lists ORDER BY id`,
          parameters,
        );
        for (const [id, data] of rows.entries()) {
          const expected = referenceListValue(parsed.node, data) === true;
          const result = found.rows[id]?.result;
          if (result !== expected) expect({ data, text, result }).toEqual({ data, text, result: expected });
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
