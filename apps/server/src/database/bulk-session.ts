import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { POOL } from './pool.js';

/**
 * For statements over the whole population: memory for hashing a million subjects without spilling.
 */
const settings = `
  SET LOCAL work_mem = '256MB';
  SET LOCAL hash_mem_multiplier = 2;
  SET LOCAL maintenance_work_mem = '256MB';
  SET LOCAL jit = off`;

/** Runs a statement of a step's transaction. */
export type Execute = <R extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<R[]>;

/** Transactions for bulk statements; the server's stop ends them at once. */
@Injectable()
export class BulkSession {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** Runs `work` in a transaction. @throws what `work` throws, or the reason of `signal` */
  async transaction<T>(signal: AbortSignal, work: (execute: Execute) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const client = await this.pool.connect();
    const backend = await backendOf(client);
    const cancel = (): void =>
      void this.pool.query('SELECT pg_cancel_backend($1)', [backend]).catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    let isBroken = false;
    try {
      await client.query(`BEGIN; ${settings}`);
      const result = await work(async (text, values) => (await client.query(text, [...(values ?? [])])).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      isBroken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
      client.release(isBroken);
    }
  }
}

async function backendOf(client: PoolClient): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}
