import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository.js';
import { launchServer } from './server-process.js';
import { sharedPostgresUrl, withClient } from './shared-postgres.js';

/** What a migrated database depends on. */
const sources = ['apps/server/dist', 'packages', 'plugins'];

/** Any number will do; all workers of a run ask for the same. */
const lockNumber = 7_302_117;

let known: Promise<string> | undefined;

/**
 * Name of a database that the built server has migrated once, so that each further start finds nothing to do. Made by
 * the first worker that asks while the others wait, and kept until the build changes.
 */
export function migratedTemplate(): Promise<string> {
  known ??= makeTemplate();
  return known;
}

async function makeTemplate(): Promise<string> {
  const name = `template_${fingerprint()}`;
  const shared = await sharedPostgresUrl();
  await withClient(shared, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'",
    );
    if (rows.some((row) => row.datname === name)) return;
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
    const partial = `${name}_new`;
    await client.query(`CREATE DATABASE "${partial}" TEMPLATE template0`);
    const url = new URL(shared);
    url.pathname = `/${partial}`;
    const server = await launchServer({ DATABASE_URL: url.href });
    await server.stop();
    await client.query(`ALTER DATABASE "${partial}" RENAME TO "${name}"`);
  });
  return name;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const folder = join(repositoryRoot, source);
    if (existsSync(folder)) addFolder(hash, folder);
  }
  return hash.digest('hex').slice(0, 24);
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'node_modules' || entry.name === 'src' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (entry.isFile()) hash.update(`${path} ${statSync(path).size} ${statSync(path).mtimeMs}\n`);
  }
}
