import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkExpression,
  compileSql,
  interpretProgram,
  parseExpression,
  writeOutMissing,
  type ExpressionNode,
  type InputDeclarations,
  type Scalar,
} from '@terrace/expression';
import { arbitraryExpressions, generatedInputs } from '@terrace/expression/testing';
import { createTestDatabase, repositoryRoot, type TestDatabase } from '@terrace/testing';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

interface Row {
  readonly rule: unknown;
  readonly data: Readonly<Record<string, Scalar>>;
  readonly result: Scalar;
  readonly why: string;
}

const folder = join(repositoryRoot, 'packages/expression/conformance');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
const files = readdirSync(folder).filter((file) => file !== 'inputs.json');
const declared = read<InputDeclarations>('inputs.json');

const columnTypes = {
  number: 'numeric',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
};
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
  const columns = Object.entries(inputs).map(([id, { type }]) => `${columnOf(id)} ${columnTypes[type]}`);
  await client.query(`CREATE TABLE ${name} (id int PRIMARY KEY, ${columns.join(', ')})`);
}

async function insert(
  name: string,
  inputs: InputDeclarations,
  id: number,
  row: Readonly<Record<string, Scalar>>,
): Promise<void> {
  const names = Object.keys(inputs);
  const texts = names.map((each) =>
    row[each] === undefined || row[each] === null ? null : String(row[each]),
  );
  const values = names.map((each, index) => `$${index + 2}::${columnTypes[inputs[each]?.type ?? 'text']}`);
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

/** A numeric arrives as text; as a number it is what JavaScript has. */
const asNumber = (value: unknown, like: Scalar): unknown =>
  typeof like === 'number' && typeof value === 'string' ? Number(value) : value;

describe.each(files)('PostgreSQL agrees with conformance/%s', (file) => {
  const rows = read<Row[]>(file);
  const table = `rows_${file.replace(/\W/g, '_')}`;
  beforeAll(async () => {
    await createTable(table, declared);
    const fillers = { k: 0, w: 'w', f: false };
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
      expect(asNumber(found.rows[0]?.result, row.result)).toBe(row.result);
    },
  );
});

describe('PostgreSQL and JavaScript', () => {
  const { condition, value, row } = arbitraryExpressions(fc);
  const rows = fc.sample(row, { numRuns: 100 });

  beforeAll(async () => {
    await createTable('generated', generatedInputs);
    for (const [id, each] of rows.entries()) await insert('generated', generatedInputs, id, each);
  });

  it.each([
    ['conditions', condition, 250],
    ['values', value, 100],
  ] as const)(
    'agree on generated %s over 100 generated rows',
    async (_kind, rules, numRuns) => {
      await fc.assert(
        fc.asyncProperty(rules, async (rule) => {
          const expression = total(rule, generatedInputs);
          const run = interpretProgram({ inputs: generatedInputs, steps: [{ name: 'result', expression }] });
          const { text, parameters } = compileSql(expression, { columnOf, inputs: generatedInputs });
          const found = await client.query<{ result: unknown }>(
            `SELECT ${text} AS result FROM generated ORDER BY id`,
            parameters,
          );
          for (const [id, data] of rows.entries()) {
            const expected = run(data)['result'] ?? null;
            const result = asNumber(found.rows[id]?.result, expected);
            const isSame = typeof expected === 'number' ? Number(result) === expected : result === expected;
            if (!isSame) expect({ data, text, result }).toEqual({ data, text, result: expected });
          }
        }),
        { numRuns },
      );
    },
    120_000,
  );
});
