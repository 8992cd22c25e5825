import { createClient, type Client } from '@terrace/client';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from './server-process.js';

/**
 * Runs `work` against a server of its own, and takes the server and its files away again, whatever happens.
 * @param settings - further settings of the server's environment
 */
export async function withServer<T>(
  databaseUrl: string | undefined,
  signal: AbortSignal,
  work: (client: Client) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'terrace-'));
  try {
    // PostgreSQL does not run as root; the user it runs as then has to pass through this folder.
    await chmod(home, 0o711);
    const server = await startServerProcess(home, databaseUrl, signal, settings);
    try {
      return await work(createClient({ baseUrl: server.url, token: server.token }));
    } finally {
      await server.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
