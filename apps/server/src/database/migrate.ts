import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** Any number that no other use of advisory locks in this database takes. */
const MIGRATION_LOCK = 4_017_283_411;

/** Brings the schemas up to date; several processes starting at once wait for each other. */
export async function migrate(dataSource: DataSource, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('CREATE SCHEMA IF NOT EXISTS terrace');
    await dataSource.runMigrations({ transaction: 'each' });
    await runMigrations({ pgPool: pool });
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}
