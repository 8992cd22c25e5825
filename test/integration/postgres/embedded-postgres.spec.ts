import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { checkServer, startEmbeddedPostgres, type EmbeddedPostgres } from '@terrace/postgres';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'terrace-pg-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
// Root's server account has to pass through.
beforeAll(() => chmodSync(base, 0o755));

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'cluster/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

async function startOwner(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, 'owner.mjs'), [folder], { execArgv: [], stdio: 'ignore' });
  const [answer] = (await once(child, 'message')) as [{ url?: string; message?: string }];
  if (answer.url === undefined) throw new Error(answer.message);
  return { child, url: answer.url };
}

async function killNine(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

describe('the embedded server', () => {
  const folder = join(base, 'server');

  it('keeps its data over a stop and a start', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const second = await startEmbeddedPostgres({ folder });
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    await second.stop();
  });

  it('sorts text by code point, stores UTF-8 and flushes to disk', async () => {
    const server = await startEmbeddedPostgres({ folder });
    try {
      expect(server.majorVersion).toBe(18);
      const [row] = await query(
        server.url,
        `SELECT array_agg(t ORDER BY t) AS sorted, upper('é') AS upper, current_setting('server_encoding') AS encoding,
                current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses
         FROM unnest(ARRAY['b', 'B', '阿', 'é', '😀']) AS t`,
      );
      expect(row).toEqual({
        sorted: ['B', 'b', 'é', '阿', '😀'],
        upper: 'É',
        encoding: 'UTF8',
        fsync: 'on',
        addresses: '127.0.0.1',
      });
    } finally {
      await server.stop();
    }
  });

  it('lets nobody in without its random password', async () => {
    const server = await startEmbeddedPostgres({ folder });
    try {
      expect(statSync(join(folder, 'cluster/password')).mode & 0o777).toBe(0o600);
      const url = new URL(server.url);
      expect(url.password.length).toBeGreaterThanOrEqual(32);
      url.password = 'terrace';
      await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    } finally {
      await server.stop();
    }
  });

  it('refuses a second start in the same folder, naming folder and process', async () => {
    const server = await startEmbeddedPostgres({ folder });
    try {
      await expect(startEmbeddedPostgres({ folder })).rejects.toMatchObject({
        code: 'IN_USE',
        message: expect.stringMatching(new RegExp(`process ${process.pid}\\).*${folder}`)) as unknown,
      });
    } finally {
      await server.stop();
    }
  });

  it('tells its owner when it ends unasked, and only then', async () => {
    const told: string[] = [];
    const onUnexpectedEnd = ({ code }: { code: string }): void => void told.push(code);
    const asked = await startEmbeddedPostgres({ folder, onUnexpectedEnd });
    await asked.stop();
    const killed = await startEmbeddedPostgres({ folder, onUnexpectedEnd });
    process.kill(serverPid(folder), 'SIGKILL');
    for (let tries = 0; told.length === 0 && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await killed.stop();
    expect(told).toEqual(['ENDED']);
  });

  it('lets exactly one of several simultaneous starts win', async () => {
    const fresh = join(base, 'race');
    const results = await Promise.allSettled([1, 2, 3].map(() => startOwner(fresh)));
    const winners = results.filter((result) => result.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const { value } of winners) {
      expect(await query(value.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await killNine(value.child);
    }
  });
});

describe('after kill -9', () => {
  const folder = join(base, 'killed');
  let next: EmbeddedPostgres | undefined;
  afterEach(() => next?.stop());

  it('of its owner, the server ends and the next start finds the data', async () => {
    const { child, url } = await startOwner(folder);
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await killNine(child);
    next = await startEmbeddedPostgres({ folder });
    expect(await query(next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it('of its owner with the server frozen, the next start clears it away', async () => {
    const { child } = await startOwner(folder);
    const orphan = serverPid(folder);
    // Frozen, it cannot follow the watchdog; like a server whose watchdog was killed as well.
    process.kill(orphan, 'SIGSTOP');
    await killNine(child);
    const starting = startEmbeddedPostgres({ folder });
    setTimeout(() => process.kill(orphan, 'SIGCONT'), 300);
    next = await starting;
    expect(serverPid(folder)).not.toBe(orphan);
    await next.stop();
  });

  it('of the server, the next start recovers', async () => {
    const { child, url } = await startOwner(folder);
    await query(url, 'CREATE TABLE more AS SELECT 2 AS two');
    process.kill(serverPid(folder), 'SIGKILL');
    await killNine(child);
    next = await startEmbeddedPostgres({ folder });
    expect(await query(next.url, 'SELECT two FROM more')).toEqual([{ two: 2 }]);
    await next.stop();
  });

  it('and the number of the dead server going to a stranger, the next start works', async () => {
    const file = join(folder, 'cluster/data/postmaster.pid');
    writeFileSync(
      file,
      [process.pid, join(folder, 'cluster/data'), 0, 1, '', '127.0.0.1', ' 1 1', 'ready'].join('\n'),
    );
    writeFileSync(
      join(folder, 'owner.json'),
      JSON.stringify({ pid: process.pid, identity: 'another', token: 'x' }),
    );
    next = await startEmbeddedPostgres({ folder });
    await next.stop();
    expect(readdirSync(folder).sort()).toEqual(['cluster', 'postgres.log']);
  });

  it('in the middle of the first start, the next start begins anew', async () => {
    // On a busy machine the moment can be missed; then another folder is tried.
    let folder = '';
    for (let attempt = 0; folder === '' && attempt < 10; attempt += 1)
      folder = (await killHalfway(join(base, `half-${attempt}`))) ?? '';
    expect(readdirSync(folder)).not.toContain('cluster');
    next = await startEmbeddedPostgres({ folder });
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

/** Kills a first start while `initdb` writes; null when it was too late. */
async function killHalfway(folder: string): Promise<string | null> {
  mkdirSync(folder);
  const child = fork(join(import.meta.dirname, 'owner.mjs'), [folder], { execArgv: [], stdio: 'ignore' });
  try {
    for (;;) {
      const names = readdirSync(folder);
      if (names.includes('cluster')) return null;
      const partial = names.find((name) => name.includes('.new-'));
      if (partial !== undefined && existsSync(join(folder, partial, 'data/PG_VERSION'))) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    await killNine(child);
  }
  return readdirSync(folder).includes('cluster') ? null : folder;
}

describe('a folder that cannot be used', () => {
  it('is named when a file stands in its place', async () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ folder: join(file, 'postgres') })).rejects.toMatchObject({
      code: 'NOT_WRITABLE',
      message: expect.stringContaining(file) as unknown,
    });
  });

  (isRoot ? it.skip : it)('is named when it is not writable', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    await expect(startEmbeddedPostgres({ folder: closed })).rejects.toMatchObject({
      code: 'NOT_WRITABLE',
      message: expect.stringContaining(closed) as unknown,
    });
  });
});

const namespaces =
  isRoot && spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', 'true']).status === 0;

(isRoot ? describe : describe.skip)('as root, in a folder that only root can enter', () => {
  const closed = join(base, 'closed-to-others');
  const shared = join(base, 'shared');
  beforeAll(() => {
    mkdirSync(closed, { mode: 0o700 });
  });

  (namespaces ? it : it.skip)('runs in a user namespace', async () => {
    const folder = join(closed, 'namespace');
    const server = await startEmbeddedPostgres({ folder, durable: false });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(join(folder, 'cluster/data')).uid).toBe(0);
    await server.stop();
  });

  it('without user namespaces, keeps data and programs in a shared place', async () => {
    const folder = join(closed, 'account');
    const options = { folder, surroundings: { shared, namespaces: false } };
    const first = await startEmbeddedPostgres(options);
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await startEmbeddedPostgres(options);
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(readdirSync(folder)).toEqual(['elsewhere', 'postgres.log']);
  });

  it('never starts an empty database beside data that it can no longer reach', async () => {
    const folder = join(closed, 'unreachable');
    mkdirSync(join(folder, 'cluster/data'), { recursive: true });
    await expect(
      startEmbeddedPostgres({ folder, surroundings: { shared, namespaces: false } }),
    ).rejects.toMatchObject({ code: 'ACCOUNT_MISSING' });
  });
});

describe('checkServer', () => {
  it('names a server that does not answer, without the password', async () => {
    const failed = checkServer('postgresql://someone:secret@127.0.0.1:1/terrace');
    await expect(failed).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: expect.stringMatching(
        /^The PostgreSQL server at 127\.0\.0\.1:1\/terrace .*ECONNREFUSED/,
      ) as unknown,
    });
    await expect(failed).rejects.not.toThrow('secret');
  });

  it.each(['mysql://localhost/terrace', 'nonsense', ''])('refuses the address %j', async (url) => {
    await expect(checkServer(url)).rejects.toMatchObject({ code: 'URL_INVALID' });
  });
});
