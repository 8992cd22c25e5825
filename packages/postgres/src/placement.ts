import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { copyBinaries, type Binaries } from './binaries.js';
import { PostgresError } from './postgres-error.js';
import { accountRunner, canReach, namespaceRunner, selfRunner, type Runner } from './runner.js';

/** Who runs which programs on data in which folder. */
export interface Placement {
  readonly runner: Runner;
  readonly binaries: Binaries;
  /** Holds `data` and `password`; usually inside the folder the caller named. */
  readonly cluster: string;
}

/** What decides a placement; the defaults are those of this machine. */
export interface Surroundings {
  /** Where data and programs go that no other account can reach in place. */
  readonly shared?: string;
  readonly namespaces?: boolean;
}

/**
 * Finds a way to run the server on `folder`. PostgreSQL refuses to run as root, so root takes, in this order: an
 * unprivileged account; a user namespace, if the account cannot reach the folder or the programs (a checkout under
 * /root); the account again, with programs and data in a shared place.
 * @throws PostgresError `ACCOUNT_MISSING` when there is none
 */
export function findPlacement(
  folder: string,
  binaries: Binaries,
  surroundings: Surroundings = {},
): Placement {
  const cluster = join(folder, 'cluster');
  if (process.getuid?.() !== 0) {
    // Under a uid without a name (containers often choose one) initdb needs one lent to it.
    const lent = !hasName() && canReach(namespaceRunner(), folder, binaries.postgres);
    return { runner: lent ? namespaceRunner() : selfRunner(), binaries, cluster };
  }
  const shared = surroundings.shared ?? '/var/lib/terrace';
  const candidates = runnersForRoot(cluster, surroundings.namespaces ?? process.platform === 'linux');
  // Data that once had to go elsewhere stays there.
  if (!existsSync(markerOf(folder)))
    for (const runner of candidates)
      if (canReach(runner, folder, binaries.postgres)) return { runner, binaries, cluster };
  return elsewhere(folder, binaries, candidates, shared);
}

function runnersForRoot(cluster: string, namespaces: boolean): Runner[] {
  const runners: Runner[] = [];
  const owner = statSync(join(cluster, 'data'), { throwIfNoEntry: false });
  // Whoever owns data already goes on owning it, if possible.
  if (owner !== undefined && owner.uid !== 0) runners.push(accountRunner(owner.uid, owner.gid));
  const accounts = unprivilegedAccounts();
  if (namespaces) {
    if (owner?.uid === 0) runners.unshift(namespaceRunner());
    else accounts.push(namespaceRunner());
  }
  return [...runners, ...accounts];
}

function unprivilegedAccounts(): Runner[] {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const found: Runner[] = [];
  for (const name of ['postgres', 'nobody']) {
    const entry = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    // macOS gives nobody the number -2.
    if (entry !== undefined) found.push(accountRunner(Number(entry[2]) >>> 0, Number(entry[3]) >>> 0));
  }
  return found;
}

/** Names the place of data that could not stay in `folder`; without it, the folder is as good as new. */
function markerOf(folder: string): string {
  return join(folder, 'elsewhere');
}

function elsewhere(
  folder: string,
  binaries: Binaries,
  candidates: readonly Runner[],
  shared: string,
): Placement {
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  const runner = candidates.find((one) => one.kind === 'account' && canReach(one, shared));
  if (runner === undefined) throw noAccount(folder);
  const copied = copyBinaries(binaries, shared);
  const cluster = join(folder, 'cluster');
  const marker = markerOf(folder);
  if (!existsSync(marker)) {
    if (canReach(runner, folder, copied.postgres)) return { runner, binaries: copied, cluster };
    // Data are there but out of reach; an empty database in their stead would look like a loss.
    if (existsSync(cluster)) throw noAccount(folder);
    writeFileSync(marker, join(shared, randomBytes(8).toString('hex')));
  }
  const place = readFileSync(marker, 'utf8');
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return { runner, binaries: copied, cluster: join(place, 'cluster') };
}

function noAccount(folder: string): PostgresError {
  return new PostgresError(
    'ACCOUNT_MISSING',
    'PostgreSQL does not run as root and no other account can reach its programs and the folder ' +
      `${folder}; run Terrace as an ordinary user or set DATABASE_URL to a server of your own.`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
