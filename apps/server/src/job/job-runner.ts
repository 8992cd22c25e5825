import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger as WorkerLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { POOL } from '../database/pool.js';
import { JobRegistry } from './job-registry.js';

/** How often jobs of dead processes are looked for, in milliseconds. */
const RECOVERY_INTERVAL_MS = 10_000;
/** Jobs that run at once in one server process: an import or run must not hold up a webhook. */
const CONCURRENCY = 4;

/** Runs background jobs in this process and frees those of processes that died. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(JobRunner.name);
  readonly #stopping = new AbortController();
  #runner: Runner | undefined;
  #lockClient: PoolClient | undefined;
  #recovery: NodeJS.Timeout | undefined;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly registry: JobRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#lockClient = await this.pool.connect();
    const taskList: TaskList = {};
    for (const [name, handler] of this.registry.handlers) {
      taskList[name] = async (payload, helpers) => {
        const { attempts, max_attempts: maxAttempts } = helpers.job;
        await handler(payload, { signal: this.#stopping.signal, attempt: attempts, maxAttempts });
      };
    }
    await this.recover();
    this.#runner = await run({
      pgPool: this.pool,
      taskList,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: this.#workerLogger(),
    });
    this.#runner.events.on('worker:create', ({ worker }) => void this.#holdLock(worker.workerId));
    this.#recovery = setInterval(
      () => void this.recover().catch((error: unknown) => this.#logger.warn(error)),
      RECOVERY_INTERVAL_MS,
    );
    this.#recovery.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#recovery);
    this.#stopping.abort();
    await this.#runner?.stop();
    this.#lockClient?.release(true);
  }

  /** Frees jobs locked by workers whose process no longer holds their advisory lock. */
  async recover(): Promise<void> {
    await this.pool.query(`
      WITH holder AS (
        SELECT DISTINCT locked_by FROM graphile_worker.jobs
        WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds'
      ), dead AS (
        SELECT locked_by FROM holder
        WHERE NOT EXISTS (
          SELECT FROM pg_locks l
          WHERE l.locktype = 'advisory' AND l.granted
            AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(holder.locked_by, 0))
      )
      SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`);
  }

  async #holdLock(workerId: string): Promise<void> {
    await this.#lockClient?.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [workerId]);
  }

  #workerLogger(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.#logger.error(message);
      else if (level === 'warning') this.#logger.warn(message);
      else this.#logger.debug(message);
    });
  }
}
