import { randomBytes } from 'node:crypto';
import { migratedTemplate } from './migrated-template.js';
import { dropDatabases, sharedPostgresUrl, withClient } from './shared-postgres.js';

/** A database of one test file or test. @since 0.1.0 */
export interface TestDatabase {
  readonly url: string;
  /** Drops it, cutting whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database on the server of the test run (started at need).
 * @example
 * const database = await createTestDatabase();
 * afterAll(() => database.drop());
 * @since 0.1.0
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createFrom('template0');
}

/** Like {@link createTestDatabase}, with all migrations of the built server applied. @since 0.1.0 */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  return createFrom(await migratedTemplate());
}

async function createFrom(template: string): Promise<TestDatabase> {
  const shared = await sharedPostgresUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(shared, (client) =>
    client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`,
    ),
  );
  const url = new URL(shared);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabases(shared, name.replace('_', '\\_')) };
}
