import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** How this process connects to the database. */
export interface Connection {
  readonly url: string;
  /** Tells this process's connections from everyone else's. */
  readonly name: string;
  /** Settings of every session, as PostgreSQL's start-up option. */
  readonly options: string | undefined;
}

/** How soon PostgreSQL notices that a process that waits for a long statement is gone. */
const CHECK_INTERVAL = 'client_connection_check_interval=2000';

/** Finds out how to connect to `url`. */
export async function prepareConnection(url: string): Promise<Connection> {
  const name = `terrace-${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: url, application_name: name });
  await client.connect();
  try {
    // Servers on Windows cannot do it.
    const isSupported = await client.query(`SET ${CHECK_INTERVAL}`).then(
      () => true,
      () => false,
    );
    return { url, name, options: isSupported ? `-c ${CHECK_INTERVAL}` : undefined };
  } finally {
    await client.end();
  }
}

/** Cancels the statements that this process still waits for, so that it can stop. */
export async function cancelStatements({ url, name }: Connection): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND state = 'active'`,
      [name],
    );
  } finally {
    await client.end();
  }
}
