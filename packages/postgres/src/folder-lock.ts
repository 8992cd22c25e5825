import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresError } from './postgres-error.js';
import { processIdentity } from './process-identity.js';

interface Owner {
  readonly pid: number;
  readonly identity: string | null;
  readonly token: string;
}

/** Held by the one process that runs a server in a folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Makes this process the owner of `folder`, taking over from an owner that no longer runs.
 * @throws PostgresError `IN_USE` while another process (or this one) owns it
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'owner.json');
  const token = randomUUID();
  const own = join(folder, `owner.${token}`);
  const text = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid), token });
  writeFileSync(own, text, { mode: 0o644 });
  try {
    // Each round either links, or meets a live owner, or clears one stale file; rivals can cost a few rounds.
    for (let round = 0; round < 10; round += 1) {
      if (tryLink(own, file)) return { release: () => release(file, token) };
      const found = read(file);
      if (found === null) continue;
      const owner = parse(found);
      if (owner !== null && isRunning(owner)) throw inUse(folder, owner.pid);
      clearStale(file, found);
    }
    throw inUse(folder, null);
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

function parse(text: string): Owner | null {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) ? owner : null;
  } catch {
    return null;
  }
}

function isRunning(owner: Owner): boolean {
  const identity = processIdentity(owner.pid);
  return identity !== null && identity === owner.identity;
}

/** Moves the stale file away; when a rival has replaced it meanwhile, the rival's file is put back. */
function clearStale(file: string, expected: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw fault;
  }
  if (read(aside) !== expected) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, token: string): void {
  const found = read(file);
  if (found !== null && parse(found)?.token === token) rmSync(file, { force: true });
}

function inUse(folder: string, pid: number | null): PostgresError {
  return new PostgresError(
    'IN_USE',
    `Another Terrace${pid === null ? '' : ` (process ${pid})`} is using the folder ${folder}; stop it first.`,
  );
}
