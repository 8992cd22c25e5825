import type { EmbeddedPostgres } from '@terrace/postgres';
import { sharedUrlVariable, startSharedPostgres } from './shared-postgres.js';

/** Where the server waits for {@link globalTeardown}; both run in the main process of Jest. */
export const held: { server?: EmbeddedPostgres } = {};

/** Jest's `globalSetup`: one PostgreSQL server for all workers of the run. */
export default async function globalSetup(): Promise<void> {
  if (process.env[sharedUrlVariable] !== undefined) return;
  held.server = await startSharedPostgres();
  process.env[sharedUrlVariable] = held.server.url;
}
