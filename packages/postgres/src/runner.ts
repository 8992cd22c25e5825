import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { chownSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A way to run the server's programs, and the account that must own its data. */
export interface Runner {
  readonly kind: 'self' | 'account' | 'namespace';
  /** Owner of the data as this process sees it. */
  readonly uid: number;
  readonly gid: number;
}

/** Runs the programs as the present user. */
export function selfRunner(): Runner {
  return { kind: 'self', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

/** Runs them as another account; only root can. */
export function accountRunner(uid: number, gid: number): Runner {
  return { kind: 'account', uid, gid };
}

/**
 * Runs them in a user namespace of their own, in which the present user appears as `nobody`: PostgreSQL no longer
 * sees uid 0, and files stay with the present user.
 */
export function namespaceRunner(): Runner {
  return { ...selfRunner(), kind: 'namespace' };
}

/** uid and gid that Linux distributions give the account `nobody`; `initdb` wants one with a passwd entry. */
const nobody = '65534';

function commandOf(runner: Runner, file: string, args: readonly string[]): [string, string[]] {
  if (runner.kind !== 'namespace') return [file, [...args]];
  return ['unshare', ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, file, ...args]];
}

function optionsOf(runner: Runner) {
  return {
    // A folder that every account may enter; the caller's own might be closed to this one.
    cwd: process.platform === 'win32' ? undefined : '/',
    env: environment(),
    ...(runner.kind === 'account' ? { uid: runner.uid, gid: runner.gid } : {}),
  };
}

/** Neither PGDATA and its kin nor the user's locale may change how the server behaves. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH'];
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of kept) if (process.env[name] !== undefined) env[name] = process.env[name];
  return env;
}

/** Starts a program that goes on by itself, in a process group of its own (Ctrl-C does not reach it). */
export function launch(
  runner: Runner,
  file: string,
  args: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  const [command, all] = commandOf(runner, file, args);
  return spawn(command, all, { ...optionsOf(runner), detached: true, stdio, windowsHide: true });
}

/** What a finished program left behind. */
export interface Outcome {
  /** Exit code; null when it could not be started or was killed. */
  readonly code: number | null;
  readonly output: string;
  readonly fault?: NodeJS.ErrnoException;
}

/** Runs a program to its end. */
export function run(runner: Runner, file: string, args: readonly string[]): Promise<Outcome> {
  const [command, all] = commandOf(runner, file, args);
  return new Promise((resolve) => {
    const child = spawn(command, all, {
      ...optionsOf(runner),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (fault) => resolve({ code: null, output, fault }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Whether `runner` can enter `folder` and, if one is named, run `program`. */
export function canReach(runner: Runner, folder: string, program = ''): boolean {
  const script = 'cd "$1" && { [ -z "$2" ] || exec "$2" --version; }';
  const [command, all] = commandOf(runner, '/bin/sh', ['-c', script, 'sh', folder, program]);
  return spawnSync(command, all, { ...optionsOf(runner), stdio: 'ignore' }).status === 0;
}

/** Gives `folder` and all in it to the runner's account. */
export function giveTo(runner: Runner, folder: string): void {
  chownSync(folder, runner.uid, runner.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lchownSync(join(entry.parentPath, entry.name), runner.uid, runner.gid);
}
