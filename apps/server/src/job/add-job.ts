import type { EntityManager } from 'typeorm';

/** How a job is queued. */
export interface JobOptions {
  /** A job with a key that is still waiting is replaced, not added twice. */
  readonly key?: string;
  /** Tries before the job is given up; 25 unless given. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Adds a job in the transaction of `manager`: it exists exactly if that commits. */
export async function addJob(
  manager: EntityManager,
  name: string,
  payload: object,
  options: JobOptions = {},
): Promise<void> {
  await manager.query(
    `SELECT graphile_worker.add_job($1, $2::json, queue_name => $3, max_attempts => $4, job_key => $5)`,
    [name, JSON.stringify(payload), options.queue ?? null, options.maxAttempts ?? 25, options.key ?? null],
  );
}
