import { createClient, type Client } from '@terrace/client';
import { launchServer, type ServerProcess } from './server-process.js';
import { createMigratedDatabase } from './test-database.js';

/** How to start a server for a test. @since 0.1.0 */
export interface TestServerOptions {
  /** Added to the server's environment. With `DATABASE_URL` it uses that database and leaves it alone at the end. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running server on a database of its own. @since 0.1.0 */
export interface TestServer extends ServerProcess {
  /** Speaks with the administrator token of {@link ServerProcess.token}. */
  readonly client: Client;
  readonly databaseUrl: string;
}

/**
 * Starts the built server on a fresh, migrated database and a free port. After `kill`, start another one with
 * `env: { DATABASE_URL: server.databaseUrl }` to see what survived, and call `stop` on the first at the end: it
 * drops the database.
 * @example
 * const server = await startTestServer();
 * afterAll(() => server.stop());
 * const { items } = await server.client.call('listModels');
 * @since 0.1.0
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const given = options.env?.['DATABASE_URL'];
  const database =
    given === undefined ? await createMigratedDatabase() : { url: given, drop: () => Promise.resolve() };
  try {
    const server = await launchServer({ ...options.env, DATABASE_URL: database.url });
    return {
      ...server,
      client: createClient({ baseUrl: server.url, token: server.token }),
      databaseUrl: database.url,
      stop: async () => {
        try {
          await server.stop();
        } finally {
          await database.drop();
        }
      },
    };
  } catch (fault) {
    await database.drop();
    throw fault;
  }
}
