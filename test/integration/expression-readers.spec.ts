import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  arbitraryExpressions,
  arbitraryListRules,
  generatedInputs,
  listInputs,
} from '@terrace/expression/testing';
import { createTestDatabase, type TestDatabase } from '@terrace/testing';
import { ReaderComparison } from '@terrace/testing/readers';
import fc from 'fast-check';
import pg from 'pg';

/** Fresh every time, and told when something differs, so that it can be tried again. */
const seed = Date.now() % 2 ** 31;
const rowCount = 300;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('every reader of a rule', () => {
  const plain = arbitraryExpressions(fc);
  const lists = arbitraryListRules(fc);

  it.each([
    ['conditions', plain.condition, plain.row, generatedInputs, 700],
    ['values', plain.value, plain.row, generatedInputs, 200],
    ['conditions over lists', lists.condition, lists.row, listInputs, 100],
  ] as const)(
    'gives the same answer for freshly generated %s',
    async (_kind, rules, row, inputs, numRuns) => {
      const rows = fc.sample(row, { seed, numRuns: rowCount });
      const comparison = await ReaderComparison.create(client, { inputs, rows, referenceRows: 20 });
      const mismatches = await comparison.compare(fc.sample(rules, { seed, numRuns }));
      expect({ seed, mismatches: mismatches.slice(0, 3) }).toEqual({ seed, mismatches: [] });
    },
    300_000,
  );
});
