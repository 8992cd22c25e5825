import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { beginImport, createTypes, endOf, importFile } from './import-file.js';

let first: TestServer;
let second: TestServer | undefined;

beforeAll(async () => {
  first = await startTestServer();
  await createTypes(first.client);
}, 120_000);

afterAll(async () => {
  await second?.stop();
  await first.stop();
});

const visits = { kind: 'event', type: 'stay' } as const;
const mapping = { subject: 'who', time: 'when', spent: 'spent' };

/** Visits of 5,000 clients; line 3 is bad. */
function visitFile(prefix: string, rows: number): string {
  const lines = ['who,when,spent', `${prefix}0,2006-01-01,1`, `${prefix}0,2006-02-30,1`];
  for (let row = 2; row < rows; row += 1)
    lines.push(`${prefix}${row % 5000},2006-01-${String((row % 28) + 1).padStart(2, '0')},${row}`);
  return lines.join('\n');
}

async function visitCount(client: Client): Promise<number> {
  const { items } = await client.call('listEventTypes');
  return items.find(({ id }) => id === 'stay')?.recordCount ?? -1;
}

describe('an import', () => {
  it('that is cancelled while it runs stores nothing', async () => {
    const { id } = await beginImport(first.client, {
      target: visits,
      mapping,
      content: visitFile('N', 200_000),
    });
    const cancelled = await first.client.call('cancelImport', { params: { id } });
    expect(cancelled.state).toBe('cancelled');
    await pause(1500);
    expect((await first.client.call('getImport', { params: { id } })).state).toBe('cancelled');
    expect(await visitCount(first.client)).toBe(0);
    const done = await importFile(first.client, { target: visits, mapping, content: visitFile('N', 10) });
    await expect(first.client.call('cancelImport', { params: { id: done.id } })).rejects.toMatchObject({
      problem: { status: 409 },
    });
  }, 60_000);

  it('goes on after its server was killed, and is done once', async () => {
    const before = await visitCount(first.client);
    const { id } = await beginImport(first.client, {
      target: visits,
      mapping,
      content: visitFile('K', 300_000),
    });
    while ((await first.client.call('getImport', { params: { id } })).progress === 0) await pause(20);
    await first.kill();
    second = await startTestServer({ env: { DATABASE_URL: first.databaseUrl } });
    const done = await endOf(second.client, id);
    expect(done.state).toBe('done');
    expect(done.counts).toEqual({ rows: 300_000, added: 299_999, updated: 0, unchanged: 0, bad: 1 });
    const bad = await second.client.call('listBadRows', { params: { id } });
    expect(bad.items.map(({ line, code }) => [line, code])).toEqual([[3, 'NO_SUCH_DATE']]);
    // Large tables are counted by estimate; a subject's own events are counted exactly.
    expect(await visitCount(second.client)).toBeGreaterThan(before + 290_000);
    const subject = await second.client.call('getSubject', { params: { type: 'guest', key: 'K7' } });
    expect(subject.eventCounts).toEqual({ stay: 60 });
  }, 120_000);

  it('gives the same result when several are run at once', async () => {
    const { client } = second as TestServer;
    const file = { target: visits, mapping, content: visitFile('P', 20_000) };
    const all = await Promise.all([1, 2, 3].map(() => importFile(client, file)));
    expect(all.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    const added = all.map(({ counts }) => counts.added).sort((a, b) => a - b);
    expect(added).toEqual([0, 0, 19_999]);
  }, 60_000);
});
