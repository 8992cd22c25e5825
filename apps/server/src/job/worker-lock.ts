import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

/** How long a job must have been taken before its worker is missed: a new worker needs a moment to get its lock. */
const GRACE_SECONDS = 2;
/** Pause between tries to connect again, in milliseconds. */
const REOPEN_DELAY_MS = 200;
/** Tries after which a job that always takes its process down with it is left alone. */
const MAX_TRIES = 25;

/**
 * One advisory lock per worker of this process, all held by one connection: PostgreSQL itself tells everyone which
 * workers live, since the locks go when the process does, however it ends.
 */
export class WorkerLock {
  readonly #pool: Pool;
  readonly #workerIds = new Set<string>();
  #client: PoolClient | undefined;
  #isClosed = false;
  /** The statement before; a connection takes one at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async open(): Promise<void> {
    const client = await this.#pool.connect();
    client.on('error', () => void this.#reopen(client));
    try {
      for (const id of this.#workerIds) await lock(client, id);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#client = client;
  }

  /** Shows worker `id` as living. */
  async add(id: string): Promise<void> {
    this.#workerIds.add(id);
    await this.#next(async (client) => lock(client, id));
  }

  /** Shows worker `id` as dead: its job is freed. */
  async remove(id: string): Promise<void> {
    this.#workerIds.delete(id);
    await this.#next(async (client) => {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [id]);
    });
  }

  /** Gives every lock back, by closing the connection. */
  close(): void {
    this.#isClosed = true;
    this.#client?.release(true);
  }

  /** Without a connection nothing is to be done: a new one locks every worker that is left. */
  async #next(statement: (client: PoolClient) => Promise<void>): Promise<void> {
    const done = this.#last.then(() => (this.#client === undefined ? undefined : statement(this.#client)));
    this.#last = done.catch(() => undefined);
    await done;
  }

  /** The connection broke, the workers live on: they must be seen to before others take their jobs. */
  async #reopen(broken: PoolClient): Promise<void> {
    if (this.#isClosed || this.#client !== broken) return;
    this.#client = undefined;
    broken.release(true);
    while (this.#client === undefined && !this.#isClosed)
      await this.open().catch(() => delay(REOPEN_DELAY_MS, undefined, { ref: false }));
  }
}

async function lock(client: PoolClient, id: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [id]);
}

/**
 * Frees the jobs of workers that live no more. A job whose last try was cut off gets another one: being killed is not
 * the job's fault.
 */
export async function freeJobsOfDeadWorkers(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string; locked_by: string; attempts: number }>(
    `SELECT id, locked_by, attempts FROM graphile_worker.jobs
     WHERE locked_at < now() - make_interval(secs => $1)
       AND hashtextextended(locked_by, 0) NOT IN (
         SELECT l.classid::bigint << 32 | l.objid::bigint FROM pg_locks l
         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    [GRACE_SECONDS],
  );
  if (rows.length === 0) return;
  const dead = [...new Set(rows.map((row) => row.locked_by))];
  await pool.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  for (const { id, attempts } of rows) {
    if (attempts >= MAX_TRIES) continue;
    await pool.query(
      `SELECT graphile_worker.reschedule_jobs(ARRAY[id], max_attempts => $2::int)
       FROM graphile_worker.jobs WHERE id = $1 AND max_attempts < $2`,
      [id, attempts + 1],
    );
  }
}
