import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { createMigratedDatabase, repositoryRoot, type TestDatabase } from '@terrace/testing';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

jest.setTimeout(60_000);

/** What is used here of the built server's classes; nothing imports an app's types. */
interface PgPool {
  query<T>(text: string, values?: unknown[]): Promise<{ rows: T[] }>;
  on(event: 'error', listener: () => void): void;
  end(): Promise<void>;
}
type JobHandler = (payload: unknown, context: { signal: AbortSignal; attempt: number }) => Promise<void>;
interface Registry {
  register(name: string, handler: JobHandler): void;
}
interface Runner {
  onApplicationBootstrap(): Promise<void>;
  onModuleDestroy(): void;
  onApplicationShutdown(): Promise<void>;
  recover(): Promise<void>;
}

const require = createRequire(join(repositoryRoot, 'apps/server/package.json'));
const { Pool } = require('pg') as { Pool: new (options: object) => PgPool };
const built = (file: string): string => pathToFileURL(join(repositoryRoot, 'apps/server/dist', file)).href;
const { JobRegistry } = (await import(built('job/job-registry.js'))) as { JobRegistry: new () => Registry };
const { JobRunner } = (await import(built('job/job-runner.js'))) as {
  JobRunner: new (pool: PgPool, registry: Registry) => Runner;
};

/** Real runners of background work on one database; each stands for a server process. */
let database: TestDatabase;
let pool: PgPool;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  database = await createMigratedDatabase();
  pool = openPool();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await database.drop();
});

function openPool(): PgPool {
  const opened = new Pool({ connectionString: database.url });
  opened.on('error', () => undefined);
  ends.push(() => opened.end());
  return opened;
}

async function startRunner(handler: JobHandler): Promise<Runner> {
  const registry = new JobRegistry();
  registry.register('work', handler);
  const runner = new JobRunner(openPool(), registry);
  await runner.onApplicationBootstrap();
  ends.push(() => runner.onApplicationShutdown());
  return runner;
}

async function addWork(maxAttempts: number): Promise<void> {
  await pool.query(`SELECT graphile_worker.add_job('work', '{}'::json, max_attempts => $1)`, [maxAttempts]);
}

interface Job {
  readonly attempts: number;
  readonly max_attempts: number;
  readonly locked_by: string | null;
  readonly isDue: boolean;
}

async function job(): Promise<Job | undefined> {
  const { rows } = await pool.query<Job>(
    'SELECT attempts, max_attempts, locked_by, run_at <= now() AS "isDue" FROM graphile_worker.jobs',
  );
  return rows[0];
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('It did not happen in time.');
    await delay(50);
  }
}

/** Works until it is told to stop. */
function endless(onStart: () => void): JobHandler {
  return (_, { signal }) =>
    new Promise((_resolve, reject) => {
      onStart();
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
}

/** The job has been held longer than a new worker needs to show that it lives. */
const GRACE_MS = 2500;

it('leaves the job of a living worker alone', async () => {
  let starts = 0;
  await startRunner(endless(() => (starts += 1)));
  const other = await startRunner(endless(() => (starts += 1)));
  await addWork(25);
  await until(() => starts === 1);
  const { locked_by: holder } = (await job()) ?? {};
  await delay(GRACE_MS);
  await other.recover();
  expect(await job()).toMatchObject({ attempts: 1, locked_by: holder });
  expect(starts).toBe(1);
});

it('leaves it alone after the connection that shows its life broke', async () => {
  let starts = 0;
  const runner = await startRunner(endless(() => (starts += 1)));
  await addWork(25);
  await until(() => starts === 1);
  await delay(GRACE_MS);
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid, pg_terminate_backend(pid) FROM (
       SELECT DISTINCT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (
         SELECT oid FROM pg_database WHERE datname = current_database())) held`,
  );
  expect(rows).toHaveLength(1);
  // Asked to end, it holds its locks until it does.
  await until(async () => {
    const there = await pool.query('SELECT FROM pg_stat_activity WHERE pid = $1', [rows[0]?.pid]);
    return there.rows.length === 0;
  });
  await until(async () => {
    const held =
      await pool.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (
      SELECT oid FROM pg_database WHERE datname = current_database())`);
    return held.rows.length >= 4;
  });
  await runner.recover();
  expect((await job())?.locked_by).not.toBeNull();
  expect(starts).toBe(1);
});

it('frees the job of a killed process, even if that was its last try', async () => {
  await addWork(1);
  await killWhileWorking();
  expect(await job()).toMatchObject({ attempts: 1, max_attempts: 1 });
  let attempt = 0;
  const runner = await startRunner(async (_, context) => {
    attempt = context.attempt;
  });
  await delay(GRACE_MS);
  await runner.recover();
  await until(async () => (await job()) === undefined);
  expect(attempt).toBe(2);
});

it('gives back a job that a stop cut off, as if it had not been tried', async () => {
  let starts = 0;
  const runner = await startRunner(endless(() => (starts += 1)));
  await addWork(3);
  await until(() => starts === 1);
  ends.pop();
  await runner.onApplicationShutdown();
  expect(await job()).toEqual({ attempts: 0, max_attempts: 3, locked_by: null, isDue: true });
});

it('begins no job any more once a stop was asked for, and waits for those it has begun', async () => {
  let starts = 0;
  let finish = (): void => undefined;
  const runner = await startRunner(() => {
    starts += 1;
    return new Promise((resolve) => (finish = resolve));
  });
  let isOver = false;
  let stopping: Promise<unknown> | undefined;
  const stop = () => (stopping ??= runner.onApplicationShutdown().then(() => (isOver = true)));
  ends.pop();
  ends.push(() => {
    finish();
    return stop();
  });
  await addWork(3);
  await until(() => starts === 1);
  runner.onModuleDestroy();
  await addWork(3);
  // Longer than the pause between two looks for jobs.
  await delay(2500);
  void stop();
  await delay(200);
  expect([starts, isOver]).toEqual([1, false]);
  finish();
  await stop();
  // A worker that was just looking for a job may have taken the second one; it has not begun it, and it costs no try.
  expect(starts).toBe(1);
  const { rows } = await pool.query('SELECT attempts, locked_by FROM graphile_worker.jobs');
  expect(rows).toEqual([{ attempts: 0, locked_by: null }]);
});

/** Another process takes the job and is killed while at it. */
async function killWhileWorking(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'terrace-test-'));
  const file = join(folder, 'worker.mjs');
  writeFileSync(
    file,
    `import { createRequire } from 'node:module';
     const require = createRequire(${JSON.stringify(join(repositoryRoot, 'apps/server/package.json'))});
     require('reflect-metadata');
     const { Pool } = require('pg');
     const { JobRegistry } = await import(${JSON.stringify(built('job/job-registry.js'))});
     const { JobRunner } = await import(${JSON.stringify(built('job/job-runner.js'))});
     const registry = new JobRegistry();
     registry.register('work', () => { process.send('working'); return new Promise(() => {}); });
     await new JobRunner(new Pool({ connectionString: process.argv[2] }), registry).onApplicationBootstrap();`,
  );
  const child = fork(file, [database.url], { execArgv: [], env: { PATH: process.env['PATH'] } });
  try {
    await once(child, 'message');
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  }
}
