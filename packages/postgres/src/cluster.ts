import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Placement } from './placement.js';
import { diskFull, PostgresError } from './postgres-error.js';
import { giveTo, run } from './runner.js';

/** Name of the database owner and of the database itself. */
export const ownerName = 'terrace';

/** The data folder and what opens it. */
export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/** Opens the cluster of `placement`, creating it on the first start. */
export async function openCluster(placement: Placement, durable: boolean): Promise<Cluster> {
  const { cluster, runner } = placement;
  if (!existsSync(cluster)) await createCluster(placement, durable);
  const data = join(cluster, 'data');
  const owner = statSync(data);
  if (process.getuid?.() === 0 && owner.uid !== runner.uid) giveTo(runner, data);
  return { data, password: readFileSync(join(cluster, 'password'), 'utf8').trim() };
}

/**
 * Runs `initdb` beside the final place and renames at the end, so that a start cut off at any instant leaves either a
 * whole cluster or none.
 */
async function createCluster({ cluster, runner, binaries }: Placement, durable: boolean): Promise<void> {
  const folder = dirname(cluster);
  removeLeftovers(folder, `${basename(cluster)}.new-`);
  const partial = `${cluster}.new-${randomBytes(6).toString('hex')}`;
  const data = join(partial, 'data');
  const password = randomBytes(24).toString('base64url');
  mkdirSync(partial);
  // The server's account passes through; only its own data folder belongs to it.
  chmodSync(partial, runner.kind === 'account' ? 0o711 : 0o700);
  writeFileSync(join(partial, 'password'), `${password}\n`, { mode: 0o600 });
  const pwfile = join(partial, 'initdb-password');
  writeFileSync(pwfile, `${password}\n`, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  if (runner.kind === 'account') {
    chownSync(data, runner.uid, runner.gid);
    chownSync(pwfile, runner.uid, runner.gid);
  }
  const { code, output, fault } = await run(runner, binaries.initdb, [
    `--pgdata=${data}`,
    `--username=${ownerName}`,
    `--pwfile=${pwfile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and letter cases on every machine, whatever its C library.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync', '--no-data-checksums']),
  ]);
  rmSync(pwfile, { force: true });
  if (code !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw initdbFault(folder, binaries.initdb, output, fault);
  }
  renameSync(partial, cluster);
}

/** What an `initdb` that was cut off left; one that still writes is left alone until the next time. */
function removeLeftovers(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw fault;
    }
  }
}

function initdbFault(folder: string, program: string, output: string, fault?: Error): PostgresError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(folder);
  if (fault !== undefined || /error while loading shared libraries|not found/.test(output))
    return unusable(program, output, fault);
  return new PostgresError(
    'START_FAILED',
    `PostgreSQL could not create its data folder in ${folder}: ${lastLine(output)}`,
  );
}

/** The programs are there but this system cannot run them (another C library, missing execute right). */
export function unusable(program: string, output: string, cause?: unknown): PostgresError {
  const reason = cause instanceof Error ? cause.message : lastLine(output);
  return new PostgresError(
    'BINARIES_UNUSABLE',
    `The PostgreSQL programs at ${dirname(program)} do not run on this system (${reason}); set DATABASE_URL to a server of your own.`,
    { cause },
  );
}

/** The last line that says something. */
export function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/removing|HINT/.test(line));
  return lines.at(-1)?.trim() ?? 'no message';
}
