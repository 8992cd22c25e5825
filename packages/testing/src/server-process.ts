import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository.js';

/** What the server tells its parent when it listens. */
interface Ready {
  readonly type: 'ready';
  readonly url: string;
  readonly token?: string;
  readonly setupCode?: string;
}

/** The server program, running. @since 0.1.0 */
export interface ServerProcess {
  readonly url: string;
  readonly token: string;
  readonly setupCode: string | undefined;
  readonly pid: number;
  /** SIGTERM, then waits; @throws when it does not end by itself. */
  stop(): Promise<void>;
  /** SIGKILL, then waits. */
  kill(): Promise<void>;
  /** Everything it has written so far. */
  log(): string;
}

/** A start includes migrations, on a machine that may be busy with other tests. */
const startTimeoutMs = 90_000;
const stopTimeoutMs = 30_000;

/** Starts the built server on a free port and waits until it listens. */
export async function launchServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const home = mkdtempSync(join(tmpdir(), 'terrace-test-'));
  const child = fork(join(repositoryRoot, 'apps/server/dist/main.js'), [], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...inherited(), PORT: '0', TERRACE_HOME: home, TERRACE_PARENT_TOKEN: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const exit = once(child, 'exit').then(() => rmSync(home, { recursive: true, force: true }));
  try {
    const ready = await readiness(child);
    if (ready.token === undefined) throw new Error('it gave no token');
    return {
      url: ready.url,
      token: ready.token,
      setupCode: ready.setupCode,
      pid: child.pid as number,
      stop: () => end(child, exit, () => output),
      kill: async () => {
        child.kill('SIGKILL');
        await exit;
      },
      log: () => output,
    };
  } catch (cause) {
    child.kill('SIGKILL');
    await exit;
    throw new Error(`The server did not start: ${(cause as Error).message}\n${output.slice(-4000)}`, {
      cause,
    });
  }
}

/** Settings of the test run itself and of the user's shell stay outside. */
function inherited(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_ENV: _mode, DATABASE_URL: _url, ...env } = process.env;
  for (const name of Object.keys(env)) if (/^(TERRACE_|PG[A-Z]|JEST_)/.test(name)) delete env[name];
  return env;
}

function readiness(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not answer in time')), startTimeoutMs);
    child.on('message', (message) => {
      if ((message as { type?: unknown }).type !== 'ready') return;
      clearTimeout(timer);
      resolve(message as Ready);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`it ended (${signal ?? `exit code ${code}`})`));
    });
  });
}

async function end(child: ChildProcess, exit: Promise<void>, output: () => string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), stopTimeoutMs);
  });
  const late = await Promise.race([exit, tooLate]);
  clearTimeout(timer);
  if (late === true) {
    child.kill('SIGKILL');
    await exit;
    throw new Error(
      `The server did not stop on SIGTERM within ${stopTimeoutMs} ms.\n${output().slice(-4000)}`,
    );
  }
}
