import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serverProgram } from '../repository.js';
import { CommandFailure } from '../usage-error.js';

/** A server started for this command alone. */
export interface ServerProcess {
  readonly url: string;
  readonly token: string;
  /** The one-time code of a server that has no users yet. */
  readonly setupCode: string | undefined;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

/** How long a server may take to stop before it is killed, in milliseconds. */
const stopTimeoutMs = 20_000;
/** How much of the server's error output is kept to be quoted, in characters. */
const keptErrorCharacters = 4000;

type ServerMessage =
  { type: 'ready'; url: string; token?: string; setupCode?: string } | { type: 'failed'; message: string };

function isServerMessage(value: unknown): value is ServerMessage {
  const type = (value as { type?: unknown } | null)?.type;
  return type === 'ready' || type === 'failed';
}

function failed(reason: string, cause?: unknown): CommandFailure {
  return new CommandFailure(
    `The server could not be started: ${reason}`,
    `无法启动服务：${reason}`,
    cause === undefined ? undefined : { cause },
  );
}

/** The last line that says something: neither a place in a stack trace nor what Node.js adds below one. */
function lastSentence(errors: string): string | undefined {
  return errors
    .split('\n')
    .filter((line) => /^\S.*\s/.test(line) && !line.startsWith('Node.js v'))
    .at(-1);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A closed channel asks the server to stop, and needs no signals.
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await gone;
  clearTimeout(timer);
}

/**
 * Starts the server program with its files in `home`, on the database `databaseUrl` or on a throw-away one.
 * @param settings - further settings of its environment, which come before those of this process
 * @throws CommandFailure when it does not come up
 */
export async function startServerProcess(
  home: string,
  databaseUrl: string | undefined,
  signal: AbortSignal,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  signal.throwIfAborted();
  const program = serverProgram();
  if (!existsSync(program)) throw failed(`${program} does not exist; build it with "npm run build".`);
  const child = fork(program, [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      TERRACE_HOME: home,
      TERRACE_PARENT_TOKEN: '1',
      TERRACE_EPHEMERAL: databaseUrl === undefined ? '1' : '0',
      // What nobody else uses may hold the caller's own plugins, signed or not.
      ...(databaseUrl === undefined ? { TERRACE_ALLOW_UNSIGNED_PLUGINS: '1' } : {}),
      DATABASE_URL: databaseUrl ?? '',
      ...settings,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-keptErrorCharacters);
  });
  try {
    const message = await new Promise<ServerMessage>((resolve, reject) => {
      child.on('message', (received) => {
        if (isServerMessage(received)) resolve(received);
      });
      child.once('error', reject);
      child.once('close', () => reject(failed(lastSentence(errors) ?? 'it ended at once.')));
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    if (message.type === 'failed') throw failed(message.message);
    if (message.token === undefined) throw failed('it gave no token.');
    const { url, token, setupCode } = message;
    return { url, token, setupCode, ended, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}
