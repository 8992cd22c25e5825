import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { lastLine, openCluster, ownerName, unusable, type Cluster } from './cluster.js';
import { lockFolder } from './folder-lock.js';
import { findPlacement, type Placement, type Surroundings } from './placement.js';
import { diskFull, fileFault, PostgresError } from './postgres-error.js';
import { launchPostmaster, rotateLog, shutDown, stopOrphan, type Postmaster } from './postmaster.js';
import { serverSettings } from './settings.js';
import { watchOver } from './watchdog.js';

/** How to start the embedded server. @since 0.1.0 */
export interface EmbeddedPostgresOptions {
  /** Holds the data, the password and the log; created when missing. One process at a time may use it. */
  readonly folder: string;
  /** `false` for throw-away data: faster, but a power cut may destroy it. Default `true`. */
  readonly durable?: boolean;
  /** Receives one line per notable step. */
  readonly log?: (line: string) => void;
  /** Called when the server ends without {@link EmbeddedPostgres.stop}: killed, or out of memory. */
  readonly onUnexpectedEnd?: (fault: PostgresError) => void;
  /** @internal What tests change about the machine. */
  readonly surroundings?: Surroundings;
}

/** A running embedded server. @since 0.1.0 */
export interface EmbeddedPostgres {
  /** Address of the database `terrace`, with name and password. */
  readonly url: string;
  readonly majorVersion: number;
  /** Resolves when the server has ended; may be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of our own on `options.folder` and waits until it answers. It listens on 127.0.0.1 only,
 * on a free port, with a random password kept in the folder. A server left behind by a killed process is stopped
 * first; nothing a crash leaves hinders a start. The server ends with this process at the latest.
 * @throws PostgresError
 * @example
 * const server = await startEmbeddedPostgres({ folder: '.terrace/postgres' });
 * await server.stop();
 * @since 0.1.0
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  try {
    const binaries = await findBinaries();
    mkdirSync(folder, { recursive: true });
    // As root the server's account has to pass through.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
    const lock = lockFolder(folder);
    try {
      const placement = findPlacement(folder, binaries, options.surroundings);
      const running = await startOn(placement, folder, options);
      let stopping: Promise<void> | undefined;
      const stop = async (): Promise<void> => {
        try {
          await running.stop();
          const away = dirname(placement.cluster) !== folder;
          if (away && options.durable === false)
            rmSync(dirname(placement.cluster), { recursive: true, force: true });
        } finally {
          lock.release();
        }
      };
      return {
        url: running.url,
        majorVersion: running.majorVersion,
        stop: () => (stopping ??= stop()),
      };
    } catch (fault) {
      lock.release();
      throw fault;
    }
  } catch (fault) {
    throw fileFault(fault, folder);
  }
}

interface Running {
  readonly url: string;
  readonly majorVersion: number;
  stop(): Promise<void>;
}

async function startOn(
  placement: Placement,
  folder: string,
  { durable = true, log = () => undefined, onUnexpectedEnd = () => undefined }: EmbeddedPostgresOptions,
): Promise<Running> {
  const away = dirname(placement.cluster);
  if (!existsSync(placement.cluster)) {
    log(`Creating the database in ${placement.cluster}`);
    if (away !== folder)
      log(`(No unprivileged account can reach ${folder}, and PostgreSQL does not run as root.)`);
  }
  const cluster = await openCluster(placement, durable);
  if (await stopOrphan(placement, cluster.data))
    log('Stopped a server that an earlier process had left running');
  const logFile = join(folder, 'postgres.log');
  rotateLog(logFile);
  // Another program may take the port, or children of a killed server need a moment to end.
  for (let attempt = 1; ; attempt += 1) {
    const logStart = sizeOf(logFile);
    const port = await freePort();
    const postmaster = await launchPostmaster(
      placement,
      cluster.data,
      serverSettings(port, durable),
      logFile,
    ).catch((fault: unknown) => {
      throw unusable(placement.binaries.postgres, '', fault);
    });
    const unwatch = watchOver(postmaster.pid);
    let isEnding = false;
    const end = async (): Promise<void> => {
      isEnding = true;
      await shutDown(placement, cluster.data, postmaster.pid, postmaster.ended);
      unwatch();
    };
    postmaster.process.once('exit', unwatch);
    try {
      const majorVersion = await waitUntilReady(postmaster, port, cluster, log);
      postmaster.process.once('exit', () => {
        if (!isEnding) onUnexpectedEnd(endedFault(logFile));
      });
      return { url: urlOf(cluster, port, ownerName), majorVersion, stop: end };
    } catch (fault) {
      await end();
      if (!(fault instanceof Ended)) throw fault;
      const said = readFileSync(logFile).subarray(logStart).toString();
      if (attempt < 20 && /could not bind|is still in use|lock file .* already exists/.test(said)) {
        await sleep(250);
        continue;
      }
      throw startFault(folder, placement.binaries.postgres, said);
    }
  }
}

/** The server process ended before it answered. */
class Ended extends Error {}

async function waitUntilReady(
  postmaster: Postmaster,
  port: number,
  cluster: Cluster,
  log: (line: string) => void,
): Promise<number> {
  const started = Date.now();
  let told = false;
  for (;;) {
    if (postmaster.ended()) throw new Ended();
    try {
      return await ensureDatabase(cluster, port);
    } catch (fault) {
      const code = (fault as { code?: string }).code;
      // 57P03: starting up or recovering. A refused or cut connection: not listening yet, or just ending.
      const early = code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET';
      if (!early && !postmaster.ended()) throw connectFault(fault);
    }
    if (!told && Date.now() - started > 5000) {
      told = true;
      log('PostgreSQL is recovering from an unclean end; this can take a while');
    }
    await sleep(25);
  }
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<number> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; there: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS there`,
      [ownerName],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('no answer');
    if (!row.there) await client.query(`CREATE DATABASE ${ownerName}`);
    return row.version;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${ownerName}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function connectFault(cause: unknown): PostgresError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PostgresError('START_FAILED', `The embedded PostgreSQL server started but refuses: ${reason}`, {
    cause,
  });
}

function endedFault(logFile: string): PostgresError {
  return new PostgresError(
    'ENDED',
    `The embedded PostgreSQL server has ended unexpectedly; its log is ${logFile}. Start Terrace again: no data are lost.`,
  );
}

function startFault(folder: string, program: string, said: string): PostgresError {
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFull(folder);
  if (/error while loading shared libraries|not found$/m.test(said)) return unusable(program, said);
  if (/incompatible with server/.test(said))
    return new PostgresError(
      'DATA_INCOMPATIBLE',
      `The data in ${folder} were made by another version of PostgreSQL; start the Terrace version that made them, or move the folder away.`,
    );
  return new PostgresError(
    'START_FAILED',
    `The embedded PostgreSQL server did not start (${lastLine(said)}); its log is ${join(folder, 'postgres.log')}.`,
  );
}
