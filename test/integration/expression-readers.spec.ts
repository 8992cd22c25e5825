import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arbitraryExpressions, generatedInputs } from '@terrace/expression/testing';
import { createTestDatabase, type TestDatabase } from '@terrace/testing';
import { ReaderComparison } from '@terrace/testing/readers';
import fc from 'fast-check';
import pg from 'pg';

/** Fresh every time, and told when something differs, so that it can be tried again. */
const seed = Date.now() % 2 ** 31;
const ruleCount = 1000;
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
  const { condition, value, row } = arbitraryExpressions(fc);
  const rows = fc.sample(row, { seed, numRuns: rowCount });

  it.each([
    ['conditions', condition, ruleCount * 0.8],
    ['values', value, ruleCount * 0.2],
  ] as const)(
    'gives the same answer for freshly generated %s',
    async (_kind, rules, numRuns) => {
      const comparison = await ReaderComparison.create(client, {
        inputs: generatedInputs,
        rows,
        referenceRows: 20,
      });
      const mismatches = await comparison.compare(fc.sample(rules, { seed, numRuns }));
      expect({ seed, mismatches: mismatches.slice(0, 3) }).toEqual({ seed, mismatches: [] });
    },
    300_000,
  );
});
