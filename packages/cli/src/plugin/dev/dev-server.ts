import { createClient, type Client } from '@terrace/client';
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startServerProcess } from '../../server/server-process.js';
import { otherPlugins } from '../other-plugins.js';
import { signInDeveloper } from './developer.js';
import { createSignInLink } from './sign-in-link.js';

/** A server to develop a plugin on. */
export interface DevServer {
  readonly client: Client;
  readonly url: string;
  /** An address that signs in, once; null when it cannot be made. */
  readonly signIn: string | null;
  /** Resolves when the server ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The other plugins of the program, without the one that is developed, which is installed from its folder. */
async function linkOthers(folder: string, home: string): Promise<string> {
  const plugins = join(home, 'plugins');
  await rm(plugins, { recursive: true, force: true });
  await mkdir(plugins, { recursive: true });
  for (const other of await otherPlugins(folder))
    await symlink(other.folder, join(plugins, basename(other.folder)), 'junction');
  return plugins;
}

/**
 * Starts the server program for the plugin in `folder`, with its files below `.terrace-dev` there, so that records and models are still
 * there the next time. It listens to this machine alone and takes unsigned plugins.
 */
export async function startDevServer(folder: string, port: number, signal: AbortSignal): Promise<DevServer> {
  const home = join(folder, '.terrace-dev');
  await mkdir(home, { recursive: true });
  // PostgreSQL does not run as root; the user it runs as then has to pass through this folder.
  await chmod(home, 0o711);
  const server = await startServerProcess(home, undefined, signal, {
    TERRACE_EPHEMERAL: '0',
    TERRACE_ALLOW_UNSIGNED_PLUGINS: '1',
    TERRACE_PLUGINS: await linkOthers(folder, home),
    PORT: String(port),
  });
  try {
    const url = server.url.replace('//127.0.0.1', '//localhost');
    const cookie = await signInDeveloper(server.url, home, server.setupCode);
    const link = cookie === null ? null : await createSignInLink(`${url}/`, cookie);
    return {
      client: createClient({ baseUrl: server.url, token: server.token }),
      url,
      signIn: link?.url ?? null,
      ended: server.ended,
      stop: async () => {
        await link?.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
