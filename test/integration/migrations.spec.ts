import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { createTestDatabase, repositoryRoot, type TestDatabase } from '@terrace/testing';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

jest.setTimeout(60_000);

/** The real migrations and entities on an empty database. */
let database: TestDatabase;
let dataSource: DataSource;

/** What is used here of TypeORM. */
interface DataSource {
  readonly migrations: readonly { readonly name?: string }[];
  readonly driver: {
    createSchemaBuilder(): { log(): Promise<{ readonly upQueries: readonly { readonly query: string }[] }> };
  };
  initialize(): Promise<unknown>;
  query<T>(text: string): Promise<T>;
  runMigrations(options: { transaction: 'each' }): Promise<unknown>;
  undoLastMigration(options: { transaction: 'each' }): Promise<void>;
  destroy(): Promise<void>;
}

beforeAll(async () => {
  database = await createTestDatabase();
  const file = join(repositoryRoot, 'apps/server/dist/database/data-source.js');
  const { createDataSource } = (await import(pathToFileURL(file).href)) as {
    createDataSource(connection: { url: string; name: string; options: string | undefined }): DataSource;
  };
  dataSource = createDataSource({ url: database.url, name: 'test', options: undefined });
  await dataSource.initialize();
  await dataSource.query('CREATE SCHEMA terrace');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function relations(): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
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
