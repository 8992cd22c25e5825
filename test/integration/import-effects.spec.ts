import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '@terrace/testing';
import { connect as openSocket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { connect } from '../fixtures/tiering.js';
import { createTypes, importFile } from '../e2e/import-file.js';

let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  database = await connect(server.databaseUrl);
  await createTypes(server.client);
}, 120_000);

afterAll(async () => {
  await database.end();
  await server.stop();
});

const visits = (content: string) =>
  importFile(server.client, {
    target: { kind: 'event', type: 'stay' },
    mapping: { subject: 'who', time: 'when', spent: 'spent' },
    content,
  });

async function knownSince(key: string): Promise<string | null | undefined> {
  const { rows } = await database.query<{ since: string | null }>(
    `SELECT to_char(known_since AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS since FROM data.subject_guest WHERE key = $1`,
    [key],
  );
  return rows[0] === undefined ? undefined : rows[0].since;
}

async function count(table: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? -1;
}

describe('an import', () => {
  it('makes a subject known from its first event on, until a list of subjects names it', async () => {
    await visits('who,when,spent\nA,2006-05-05T00:00:00Z,1\nA,2006-04-04T00:00:00Z,1\n');
    expect(await knownSince('A')).toBe('2006-04-04');
    await visits('who,when,spent\nA,2006-03-03T00:00:00Z,1\nA,2006-06-06T00:00:00Z,1\n');
    expect(await knownSince('A')).toBe('2006-03-03');
    const list = {
      target: { kind: 'subject', type: 'guest' },
      mapping: { key: 'no' },
      content: 'no\nA\n',
    } as const;
    expect((await importFile(server.client, list)).counts.updated).toBe(1);
    expect(await knownSince('A')).toBeNull();
    expect((await importFile(server.client, list)).counts.unchanged).toBe(1);
    await visits('who,when,spent\nA,2001-01-01T00:00:00Z,1\n');
    expect(await knownSince('A')).toBeNull();
  });

  it('leaves no table, lock or open transaction behind', async () => {
    await visits('who,when,spent\nB,2006-05-05,1\n');
    await pause(100);
    const { rows } = await database.query<{ left: number }>(`
      SELECT (SELECT count(*) FROM pg_class WHERE relname = 'record_stage')
        + (SELECT count(*) FROM pg_stat_activity
           WHERE state LIKE 'idle in transaction%' AND datname = current_database()) AS left`);
    expect(Number(rows[0]?.left)).toBe(0);
  });

  it('keeps the first 100,000 reasons and counts every bad row', async () => {
    const done = await visits(`who,when,spent\n${'C,2006-02-30,1\n'.repeat(100_050)}D,2006-02-28,1\n`);
    expect(done.counts).toMatchObject({ rows: 100_051, added: 1, bad: 100_050 });
    const { total } = await server.client.call('listBadRows', { params: { id: done.id } });
    expect(total).toBe(100_000);
  }, 60_000);

  it('survives texts that look like SQL, COPY or templates', async () => {
    const names = [
      "'; DROP TABLE x; --",
      '\\.',
      '\\N',
      '$1',
      '${x}',
      '{{x}}',
      '%s',
      '\u202e\u0001',
      '\u{1f469}\u200d\u{1f680}',
    ];
    const content = `no,name\n${names.map((name, index) => `N${index},"${name}"`).join('\n')}\n`;
    const done = await importFile(server.client, {
      target: { kind: 'subject', type: 'guest' },
      mapping: { key: 'no', name: 'name' },
      content,
    });
    expect(done.counts).toMatchObject({ rows: names.length, added: names.length });
    const { rows } = await database.query<{ f_name: string }>(
      `SELECT f_name FROM data.subject_guest WHERE key LIKE 'N%' ORDER BY key`,
    );
    expect(rows.map(({ f_name: name }) => name)).toEqual(names);
  });
});

describe('an upload', () => {
  it('that is refused or cut off leaves nothing behind', async () => {
    const [uploads, chunks] = [await count('terrace.upload'), await count('terrace.upload_chunk')];
    await expect(
      server.client.call('upload', { stream: 'a,a\n1,2\n', query: { fileName: 'x' } }),
    ).rejects.toMatchObject({ problem: { status: 400 } });
    const { hostname, port } = new URL(server.url);
    const socket = openSocket(Number(port), hostname);
    socket.write(
      `POST /api/v1/uploads?fileName=x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.token}\r\n` +
        'Content-Type: application/octet-stream\r\nContent-Length: 5000000\r\n\r\n',
    );
    socket.write(Buffer.alloc(3_000_000, 'a,b\n'));
    while ((await count('terrace.upload_chunk')) === chunks) await pause(20);
    socket.destroy();
    while ((await count('terrace.upload')) !== uploads) await pause(50);
    expect(await count('terrace.upload_chunk')).toBe(chunks);
    expect(server.log()).not.toContain('unexpected error');
  }, 30_000);

  it('is removed after a week, unless an import still needs it', async () => {
    const { id } = await server.client.call('upload', { stream: 'a,b\n1,2\n', query: { fileName: 'old' } });
    await database.query(`UPDATE terrace.upload SET created_at = now() - interval '8 days' WHERE id = $1`, [
      id,
    ]);
    await server.client.call('upload', { stream: 'a,b\n1,2\n', query: { fileName: 'new' } });
    const { rows } = await database.query('SELECT FROM terrace.upload_chunk WHERE upload_id = $1', [id]);
    expect(rows).toHaveLength(0);
    await expect(
      server.client.call('guessMapping', { params: { id }, body: { kind: 'event', type: 'stay' } }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });
});
