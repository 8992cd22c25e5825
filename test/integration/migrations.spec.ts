import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@terrace/testing';
import { createDataSource } from '../../apps/server/src/database/data-source.js';

jest.setTimeout(60_000);

/** The real migrations and entities on an empty database. */
let database: TestDatabase;
let dataSource: ReturnType<typeof createDataSource>;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = createDataSource({ url: database.url, name: 'test', options: undefined });
  await dataSource.initialize();
  await dataSource.query('CREATE SCHEMA terrace');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function relations(): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('terrace', 'data') AND c.relkind IN ('r', 'v') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

it('have distinct, increasing numbers', () => {
  const numbers = dataSource.migrations.map(({ name }) => Number(/\d+$/.exec(name ?? '')?.[0]));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
});

it('make exactly the schema of the entities', async () => {
  await dataSource.runMigrations({ transaction: 'each' });
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('can be taken back one by one, to nothing, and made again', async () => {
  const before = await relations();
  for (const _ of dataSource.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
  expect(await relations()).toEqual(['terrace.migration']);
  await dataSource.runMigrations({ transaction: 'each' });
  expect(await relations()).toEqual(before);
});
