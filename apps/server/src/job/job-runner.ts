import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import {
  Logger as WorkerLogger,
  run,
  type Runner,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { POOL } from '../database/pool.js';
import { JobPostponed } from './job-postponed.js';
import { JobRegistry, type JobHandler } from './job-registry.js';
import { freeJobsOfDeadWorkers, WorkerLock } from './worker-lock.js';

/** How often jobs of dead processes are looked for, in milliseconds. */
const RECOVERY_INTERVAL_MS = 10_000;
/** Pause before the workers are started again after a fault, in milliseconds. */
const RESTART_DELAY_MS = 1000;
/** Jobs that run at once in one server process: an import or run must not hold up a webhook. */
const CONCURRENCY = 4;

/** Runs background jobs in this process and frees those of processes that died. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  readonly #logger = new Logger(JobRunner.name);
  readonly #stopping = new AbortController();
  /** Jobs that the stop of this process cut off, with the tries they had had before. */
  readonly #interrupted = new Map<string, number>();
  /** Jobs that are being given back their try, at this moment. */
  readonly #postponing = new Set<Promise<void>>();
  /** The newest runs the jobs; older ones, if any, end those they have begun. */
  readonly #runners = new Set<Runner>();
  /** The ends of runners that begin no more jobs. */
  readonly #ends = new Map<Runner, Promise<void>>();
  readonly #lock: WorkerLock;
  #isRestarting = false;
  #recovery: NodeJS.Timeout | undefined;

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly registry: JobRegistry,
  ) {
    this.#lock = new WorkerLock(pool);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.recover();
    await this.#lock.open();
    await this.#start();
    this.#recovery = setInterval(
      () => void this.recover().catch((error: unknown) => this.#logger.warn(error)),
      RECOVERY_INTERVAL_MS,
    );
    this.#recovery.unref();
  }

  /** First of all: what fails from now on fails because the server stops, and no job is begun any more. */
  onModuleDestroy(): void {
    this.#stopping.abort(new Error('The server is stopping.'));
    for (const runner of this.#runners) void this.#end(runner);
  }

  async onApplicationShutdown(): Promise<void> {
    this.onModuleDestroy();
    clearInterval(this.#recovery);
    await Promise.all([...this.#runners].map((runner) => this.#end(runner)));
    await Promise.all(this.#postponing);
    this.#lock.close();
    // A stop costs the job no try and no waiting time.
    for (const [id, attempts] of this.#interrupted)
      await this.pool.query(
        'SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now(), attempts => $2::int)',
        [id, attempts],
      );
  }

  /** Frees jobs of workers that live no more, of this process or another. */
  async recover(): Promise<void> {
    await freeJobsOfDeadWorkers(this.pool);
  }

  async #start(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    // Listening before the workers exist: they are made, and look for work, inside `run`.
    events.on('worker:create', ({ worker }) => void this.#lock.add(worker.workerId).catch(ignore));
    events.on('worker:fatalError', ({ worker }) => void this.#replace(worker.workerId));
    // Only now has the failure been written down, and is the job free.
    events.on('job:complete', ({ job, error }) => {
      if (error instanceof JobPostponed) this.#postpone(job.id, job.attempts - 1);
    });
    const runner = await run({
      pgPool: this.pool,
      taskList: this.#taskList(),
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: this.#workerLogger(),
      events,
    });
    // Its faults are reported as events; unheard, this promise would end the process.
    runner.promise.catch(ignore);
    this.#runners.add(runner);
    // The stop came while it was started.
    if (this.#stopping.signal.aborted) void this.#end(runner);
  }

  /** Has a runner begin no more jobs. @returns when those that it has begun have ended */
  #end(runner: Runner): Promise<void> {
    const known = this.#ends.get(runner);
    if (known !== undefined) return known;
    // "Already stopped" is what it throws.
    const end = runner
      .stop()
      .catch(ignore)
      .then(() => {
        this.#runners.delete(runner);
        this.#ends.delete(runner);
      });
    this.#ends.set(runner, end);
    return end;
  }

  /** A worker that could not report the end of its job gives up, and its runner does not replace it: a new runner does. */
  async #replace(workerId: string): Promise<void> {
    await this.#lock.remove(workerId).catch(ignore);
    if (this.#isRestarting || this.#stopping.signal.aborted) return;
    this.#isRestarting = true;
    this.#logger.warn('Background work is started again after a fault of the database connection.');
    const old = [...this.#runners];
    let isStarted = false;
    while (!isStarted && !this.#stopping.signal.aborted) {
      await delay(RESTART_DELAY_MS, undefined, { ref: false });
      isStarted = await this.#start().then(
        () => true,
        () => false,
      );
    }
    for (const runner of old) void this.#end(runner);
    this.#isRestarting = false;
  }

  #postpone(id: string, attempts: number): void {
    const done = this.pool
      .query(
        `SELECT graphile_worker.reschedule_jobs(ARRAY[id], attempts => $2::int,
           run_at => now() + least(greatest((now() - created_at) / 2, interval '10 seconds'), interval '10 minutes'))
         FROM graphile_worker.jobs WHERE id = $1`,
        [id, attempts],
      )
      // Then the try counts after all.
      .then(ignore, (error: unknown) => this.#logger.warn(error))
      .finally(() => this.#postponing.delete(done));
    this.#postponing.add(done);
  }

  #taskList(): TaskList {
    return Object.fromEntries(
      [...this.registry.handlers].map(([name, handler]) => [name, this.#taskOf(handler)]),
    );
  }

  #taskOf(handler: JobHandler): Task {
    return async (payload, { job }) => {
      const { signal } = this.#stopping;
      try {
        signal.throwIfAborted();
        await handler(payload, { signal, attempt: job.attempts, maxAttempts: job.max_attempts });
      } catch (error) {
        if (signal.aborted) this.#interrupted.set(job.id, job.attempts - 1);
        throw error;
      }
    };
  }

  #workerLogger(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (this.#stopping.signal.aborted) this.#logger.debug(message);
      else if (level === 'error') this.#logger.error(message);
      else if (level === 'warning') this.#logger.warn(message);
      else this.#logger.debug(message);
    });
  }
}

/** For faults that are reported elsewhere or mended by the next try. */
function ignore(): void {
  // Nothing to do.
}
