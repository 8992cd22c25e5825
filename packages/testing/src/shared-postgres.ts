import { PostgresError, startEmbeddedPostgres, type EmbeddedPostgres } from '@terrace/postgres';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { repositoryRoot } from './repository.js';

/** Carries the address of the shared server from the main process of a test run to its workers. */
export const sharedUrlVariable = 'TERRACE_TEST_POSTGRES';

/** Test runs in one checkout at the same time; each takes a server of its own. */
const maxRuns = 16;

/**
 * Starts the server of a test run. Its folder is kept for the next run, since creating one costs a second; a folder
 * that no longer starts is made anew.
 */
export async function startSharedPostgres(): Promise<EmbeddedPostgres> {
  for (let slot = 0; slot < maxRuns; slot += 1) {
    const folder = join(repositoryRoot, '.terrace/test-postgres', String(slot));
    try {
      return await startClean(folder);
    } catch (fault) {
      if (!(fault instanceof PostgresError)) throw fault;
      if (fault.code === 'IN_USE') continue;
      if (fault.code !== 'START_FAILED' && fault.code !== 'DATA_INCOMPATIBLE') throw fault;
      rmSync(folder, { recursive: true, force: true });
      return await startClean(folder);
    }
  }
  throw new PostgresError('IN_USE', `${maxRuns} test runs are already going on in this checkout.`);
}

async function startClean(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, durable: false });
  await dropDatabases(server.url, 'test\\_%');
  return server;
}

let inThisProcess: Promise<EmbeddedPostgres> | undefined;

/**
 * Address of the shared server: the one of the present test run, else (in a bench, say) one started now for as long
 * as this process lives.
 */
export async function sharedPostgresUrl(): Promise<string> {
  const given = process.env[sharedUrlVariable];
  if (given !== undefined) return given;
  inThisProcess ??= startSharedPostgres();
  return (await inThisProcess).url;
}

/** Runs `work` on a connection of its own to `url`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops the databases whose name is like `pattern`, connected or not. */
export async function dropDatabases(url: string, pattern: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE datname LIKE $1',
      [pattern],
    );
    for (const { datname } of rows)
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`);
  });
}
