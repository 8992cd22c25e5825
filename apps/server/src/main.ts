import 'reflect-metadata';
import { checkServer, startEmbeddedPostgres } from '@terrace/postgres';
import { join } from 'node:path';
import { readConfig, type Config } from './config/config.js';
import { startServer } from './server.js';

/** Tells a person on the terminal, and the parent process if there is one. */
function report(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function database(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl === undefined) {
    return startEmbeddedPostgres({ folder: join(config.home, 'postgres'), durable: !config.isEphemeral });
  }
  await checkServer(config.databaseUrl);
  return { url: config.databaseUrl, stop: () => Promise.resolve() };
}

/** One sentence for a failure that its reader can mend. */
function sentenceOf(error: unknown, port: string): string {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    if (error.code === 'EADDRINUSE') return `Port ${port} is in use; set PORT to another one.`;
    if (error.code === 'EACCES')
      return `Port ${port} may not be opened by this user; set PORT to one above 1023.`;
  }
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  let stops: (() => Promise<void>)[] = [];
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    for (const end of stops.reverse()) await end().catch(() => undefined);
    stops = [];
  };
  const stopAndExit = (): void => void stop().then(() => process.exit(0));
  process.on('SIGINT', stopAndExit);
  process.on('SIGTERM', stopAndExit);
  // A parent that ends, however it ends, closes the channel.
  process.on('disconnect', stopAndExit);
  try {
    const db = await database(config);
    stops.push(() => db.stop());
    if (isStopping) return await db.stop();
    const server = await startServer(config, db.url);
    stops.push(() => server.stop());
    report(`Terrace is ready at ${server.url}`);
    process.send?.({ type: 'ready', url: server.url, token: server.parentToken });
  } catch (error) {
    await stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  const message = sentenceOf(error, process.env['PORT'] ?? '4000');
  process.stderr.write(`${message}\n`);
  process.send?.({ type: 'failed', message });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 100).unref();
});
