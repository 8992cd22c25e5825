import pg from 'pg';
import { PostgresError } from './postgres-error.js';

/** The oldest major version Terrace works with. @since 0.1.0 */
export const oldestMajorVersion = 15;

/**
 * Connects once to the server of `url` and looks at its version.
 * @param timeoutMs - how long to wait for the connection
 * @throws PostgresError `URL_INVALID`, `UNREACHABLE` or `TOO_OLD`
 * @since 0.1.0
 */
export async function checkServer(url: string, timeoutMs = 10_000): Promise<{ majorVersion: number }> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  // A connection lost while idle is reported by the query that follows.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const majorVersion = Math.trunc(Number(rows[0]?.server_version_num) / 10_000);
    if (majorVersion < oldestMajorVersion)
      throw new PostgresError(
        'TOO_OLD',
        `The PostgreSQL server at ${place} is version ${majorVersion}; Terrace needs ${oldestMajorVersion} or newer.`,
      );
    return { majorVersion };
  } catch (cause) {
    if (cause instanceof PostgresError) throw cause;
    throw new PostgresError(
      'UNREACHABLE',
      `The PostgreSQL server at ${place} (DATABASE_URL) cannot be used: ${reasonOf(cause)}.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Host, port and database, without name and password. */
function placeOf(url: string): string {
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new TypeError(parsed.protocol);
    return `${parsed.host || 'localhost'}${parsed.pathname}`;
  } catch (cause) {
    throw new PostgresError(
      'URL_INVALID',
      'DATABASE_URL is not an address like postgresql://user:password@host:5432/database.',
      { cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  // Trying several addresses of one host name fails with one error for each.
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  const text = first instanceof Error ? first.message : String(first);
  return text.replace(/\.$/, '');
}
