import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createMigratedDatabase, repositoryRoot, type TestDatabase } from '@terrace/testing';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

jest.setTimeout(60_000);

/** The program itself, with its own embedded PostgreSQL where no other is named. */
const home = mkdtempSync(join(tmpdir(), 'terrace-test-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await database.drop();
});

interface Started {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  readonly output: () => string;
}

function start(env: Record<string, string>): Started {
  const child = fork(join(repositoryRoot, 'apps/server/dist/main.js'), [], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], PORT: '0', TERRACE_HOME: home, TERRACE_EPHEMERAL: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, exit, output: () => output };
}

async function ready({ child }: Started): Promise<{ url: string; setupCode: string }> {
  const [message] = (await once(child, 'message')) as [{ url: string; setupCode: string }];
  return message;
}

describe('a start that cannot succeed', () => {
  it('says in one sentence that the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { exit, output } = start({ PORT: String(port), DATABASE_URL: database.url });
    expect(await exit).toBe(1);
    expect(output()).toBe(`Port ${port} is in use; set PORT to another one.\n`);
    holder.close();
  });

  it('says in one sentence that the database does not answer', async () => {
    const { exit, output } = start({ DATABASE_URL: 'postgresql://terrace:secret@127.0.0.1:9/terrace' });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^The PostgreSQL server at 127\.0\.0\.1:9\/terrace .*ECONNREFUSED.*\.\n$/);
    expect(output()).not.toContain('secret');
  });

  it('says in one sentence that the folder cannot be used', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    const { exit, output } = start({ TERRACE_HOME: file });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^[^\n]*a-file[^\n]*\.\n$/);
  });

  it('names every setting that is wrong', async () => {
    const { exit, output } = start({ PORT: 'http', LOG_LEVEL: 'loud', TERRACE_TRUSTED_PROXIES: 'proxy' });
    expect(await exit).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'TERRACE_TRUSTED_PROXIES']) expect(output()).toContain(name);
  });
});

describe('a running server', () => {
  it('prints the one-time address, and a new one at the next start', async () => {
    const first = start({});
    const { url, setupCode } = await ready(first);
    const { port } = new URL(url);
    expect(first.output()).toContain(`http://localhost:${port}/setup?code=${setupCode}\n`);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    const second = start({});
    const again = await ready(second);
    second.child.kill('SIGINT');
    expect(await second.exit).toBe(0);
    expect(again.setupCode).toMatch(/^[\w-]{43}$/);
    expect(again.setupCode).not.toBe(setupCode);
  });

  it('stops within seconds although connections stay open', async () => {
    const started = start({ DATABASE_URL: database.url });
    const { url } = await ready(started);
    const { port } = new URL(url);
    const idle = connect(Number(port), '127.0.0.1');
    const halfSent = connect(Number(port), '127.0.0.1');
    for (const socket of [idle, halfSent]) socket.on('error', () => undefined);
    halfSent.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await once(halfSent, 'connect');
    const before = Date.now();
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(Date.now() - before).toBeLessThan(8000);
  });

  it('stops when its parent is gone', async () => {
    const started = start({ DATABASE_URL: database.url });
    await ready(started);
    started.child.disconnect();
    // After a disconnect Node emits no 'close'.
    expect((await once(started.child, 'exit'))[0]).toBe(0);
  });

  it('goes on, and stops when it is told to, after whoever read what it prints is gone', async () => {
    const started = start({ DATABASE_URL: database.url });
    const { child } = started;
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
    const { url } = await ready(started);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    child.disconnect();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('that is told to stop while it starts leaves nothing behind', async () => {
    const interrupted = start({});
    // Its folder is taken, so the program runs and PostgreSQL is about to.
    while (!existsSync(join(home, 'postgres/owner.json'))) await delay(5);
    interrupted.child.kill('SIGTERM');
    expect(await interrupted.exit).toBe(0);
    const next = start({});
    await ready(next);
    next.child.kill('SIGTERM');
    expect(await next.exit).toBe(0);
  });
});
