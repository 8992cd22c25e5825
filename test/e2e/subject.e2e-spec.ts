import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '@terrace/testing';
import { createTypes, importFile } from './import-file.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createTypes(server.client);
  const clients = ['no,name', 'b-1,Anna', 'b-2,Bo_b', 'B-3,100%', 'anna/x?,王小明', 'z,Joanna', 'c\\d,'];
  await importFile(server.client, {
    target: { kind: 'subject', type: 'guest' },
    mapping: { key: 'no', name: 'name' },
    content: clients.join('\n'),
  });
  const visits = ['who,when,spent,note'];
  for (let day = 1; day <= 60; day += 1)
    visits.push(
      `b-1,2006-${day > 30 ? '02' : '01'}-${String(((day - 1) % 28) + 1).padStart(2, '0')},${day},`,
    );
  visits.push('only-event,2005-05-05,1.50,"it\'s"');
  await importFile(server.client, {
    target: { kind: 'event', type: 'stay' },
    mapping: { subject: 'who', time: 'when', spent: 'spent', note: 'note' },
    content: visits.join('\n'),
  });
}, 120_000);

afterAll(() => server.stop());

async function search(text: string): Promise<string[]> {
  const { items } = await server.client.call('listSubjects', {
    params: { type: 'guest' },
    query: { search: text },
  });
  return items.map(({ key }) => key);
}

describe('subjects', () => {
  it('are listed by key, page by page', async () => {
    const page = await server.client.call('listSubjects', {
      params: { type: 'guest' },
      query: { page: 2, pageSize: 5 },
    });
    expect([page.total, page.items.length]).toEqual([7, 2]);
  });

  it('are found by key and label; what begins with the text comes first', async () => {
    expect(await search('anna')).toEqual(['anna/x?', 'b-1', 'z']);
    expect((await search('B-')).sort()).toEqual(['B-3', 'b-1', 'b-2']);
    expect(await search('小明')).toEqual(['anna/x?']);
  });

  it.each([
    ['%', ['B-3']],
    ['_', ['b-2']],
    ['\\', ['c\\d']],
    ["'", []],
    ['\0', []],
  ])('are searched for %j as it stands', async (text, keys) => {
    expect(await search(text)).toEqual(keys);
  });

  it('show the newest 50 events and count all', async () => {
    const found = await server.client.call('getSubject', { params: { type: 'guest', key: 'b-1' } });
    expect(found.label).toBe('Anna');
    expect(found.eventCounts).toEqual({ stay: 60 });
    expect(found.events).toHaveLength(50);
    const days = found.events.map(({ at }) => at.slice(0, 10));
    expect(days).toEqual([...days].sort().reverse());
    expect(found.assignments).toEqual([]);
  });

  it('exist when only an event names them', async () => {
    const found = await server.client.call('getSubject', { params: { type: 'guest', key: 'only-event' } });
    expect(found).toMatchObject({ label: null, fields: { name: null, limit: null } });
    expect(found.events).toMatchObject([{ type: 'stay', fields: { spent: '1.50', note: "it's" } }]);
  });

  it.each(['nobody', 'a\0b'])('that do not exist are not found: %j', async (key) => {
    await expect(server.client.call('getSubject', { params: { type: 'guest', key } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  it('of an unknown type are not found', async () => {
    await expect(server.client.call('listSubjects', { params: { type: 'nothing' } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});
