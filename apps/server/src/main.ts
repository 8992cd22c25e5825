import 'reflect-metadata';
import { checkServer, startEmbeddedPostgres } from '@terrace/postgres';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig, type Config } from './config/config.js';
import { startServer, type RunningServer } from './server.js';

/** Longest time for an orderly end, in milliseconds; then the process just ends. */
const STOP_TIMEOUT_MS = 10_000;

/** Ends, in this order, what was started; filled in the order of starting. */
const ends: (() => Promise<void>)[] = [];
let starting: Promise<void> = Promise.resolve();
let stopping: Promise<void> | undefined;

/** Tells a person on the terminal. */
function report(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function openDatabase(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined) {
    await checkServer(config.databaseUrl);
    return config.databaseUrl;
  }
  const folder = join(config.home, 'postgres');
  const database = await startEmbeddedPostgres({
    folder,
    durable: !config.isEphemeral,
    onUnexpectedEnd: (fault) => {
      process.stderr.write(`${fault.message}\n`);
      void stopAndExit(1);
    },
  });
  ends.push(() => database.stop());
  return database.url;
}

async function start(config: Config): Promise<void> {
  const databaseUrl = await openDatabase(config);
  if (stopping !== undefined) return;
  const server = await startServer(config, databaseUrl);
  ends.push(() => server.stop());
  if (stopping !== undefined) return;
  announce(server);
}

function announce({ url, parentToken, setupCode }: RunningServer): void {
  const address = url.replace(/^http:\/\/(127\.0\.0\.1|0\.0\.0\.0|\[::\])/, 'http://localhost');
  report(`Terrace is ready at ${address}`);
  if (setupCode !== undefined) {
    report('');
    report('First start: open this one-time address to become the administrator.');
    report('首次启动：请打开以下一次性地址，创建首位管理员。');
    report(`  ${address}/setup?code=${setupCode}`);
  }
  process.send?.({ type: 'ready', url, token: parentToken, setupCode });
}

/** Ends everything, once; waits for a start in progress, so that nothing it starts is left behind. */
function stop(): Promise<void> {
  return (stopping ??= (async () => {
    await starting.catch(() => undefined);
    for (const end of ends.reverse()) await end().catch(() => undefined);
  })());
}

async function stopAndExit(code: number): Promise<never> {
  await Promise.race([stop(), delay(STOP_TIMEOUT_MS)]);
  process.exit(code);
}

/** One sentence for a failure that its reader can mend. */
function sentenceOf(error: unknown, config: Config | undefined): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (config !== undefined) {
    const { port, host } = config;
    if (code === 'EADDRINUSE') return `Port ${port} is in use; set PORT to another one.`;
    if (code === 'EACCES') return `Port ${port} may not be opened by this user; set PORT to one above 1023.`;
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return `This machine has no address ${host}; set HOST to one it has, such as 127.0.0.1.`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function fail(message: string): Promise<never> {
  process.stderr.write(`${message}\n`);
  await stop();
  if (process.send !== undefined && process.connected)
    await new Promise((resolve) => process.send?.({ type: 'failed', message }, resolve));
  return stopAndExit(1);
}

/** A defect: what goes on in this process is no longer known, so it ends, and jobs are taken up by the next. */
function onDefect(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Terrace stops because of an unexpected error: ${text}\n`);
  void stopAndExit(1);
}

function onSignal(): void {
  // Who asks twice does not want to wait.
  if (stopping !== undefined) process.exit(130);
  void stopAndExit(0);
}

async function main(): Promise<void> {
  let config: Config | undefined;
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // A parent that ends, however it ends, closes the channel.
  process.on('disconnect', () => void stopAndExit(0));
  // Whoever read what this process writes may be gone. That is no defect, and telling of it would only fail again.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', onDefect);
  process.on('unhandledRejection', onDefect);
  try {
    config = readConfig(process.env);
    starting = start(config);
    await starting;
  } catch (error) {
    await fail(sentenceOf(error, config));
  }
}

await main();
