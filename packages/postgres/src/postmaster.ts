import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresError } from './postgres-error.js';
import { commandLine, processIdentity } from './process-identity.js';
import { launch, run } from './runner.js';
import type { Placement } from './placement.js';

/** A server process that was started here. */
export interface Postmaster {
  readonly process: ChildProcess;
  readonly pid: number;
  /** True once it has ended. */
  ended(): boolean;
}

/** Starts the server; its messages go to `log`, which outlives this process. */
export function launchPostmaster(
  { runner, binaries }: Placement,
  data: string,
  settings: Record<string, string>,
  log: string,
): Promise<Postmaster> {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const file = openSync(log, 'a', 0o600);
  const child = launch(runner, binaries.postgres, ['-D', data, ...options], ['ignore', file, file]);
  closeSync(file);
  return new Promise((resolve, reject) => {
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve({ process: child, pid: child.pid as number, ended: () => ended });
    });
  });
}

/** Keeps one older log beside the present one, each of at most about 5 MB. */
export function rotateLog(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 5 * 1024 * 1024) renameSync(log, `${log}.1`);
}

/** Stops the server that an earlier owner of `data` left running, if there is one. */
export async function stopOrphan(placement: Placement, data: string): Promise<boolean> {
  const file = join(data, 'postmaster.pid');
  const text = readIfThere(file);
  if (text === null) return false;
  const pid = Number(text.split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 1) return false;
  if (processIdentity(pid) !== null && commandLine(pid)?.includes(data) !== false) {
    await shutDown(placement, data, pid, () => processIdentity(pid) === null);
    return true;
  }
  disown(file, text);
  return false;
}

/**
 * The server refuses to start while any process has the number in its pid file, be it a zombie or a stranger. The
 * file itself must stay: it names the shared memory by which the server notices surviving children.
 */
function disown(file: string, text: string): void {
  const impossiblePid = '2147483646';
  if (readIfThere(file) === text)
    writeFileSync(file, [impossiblePid, ...text.split('\n').slice(1)].join('\n'));
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

/** Fast shutdown; if that takes too long, an immediate one; at last a kill. The data survive each of them. */
export async function shutDown(
  { runner, binaries }: Placement,
  data: string,
  pid: number,
  ended: () => boolean,
): Promise<void> {
  if (process.platform === 'win32') {
    await run(runner, binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w']);
    if (await within(10_000, ended)) return;
  }
  const steps: readonly [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patienceMs] of steps) {
    if (ended()) return;
    try {
      process.kill(pid, signal);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new PostgresError('STOP_FAILED', `The PostgreSQL server (process ${pid}) cannot be stopped.`, {
        cause,
      });
    }
    if (await within(patienceMs, ended)) return;
  }
  throw new PostgresError('STOP_FAILED', `The PostgreSQL server (process ${pid}) does not stop.`);
}

async function within(timeoutMs: number, done: () => boolean): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) if (done()) return true;
  return done();
}
