import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiError } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (fault: ApiError) => fault,
  );
  return error?.problem;
}

describe('webhooks and tasks', () => {
  it.each(['ftp://example.com', 'example.com', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'refuse the address %s',
    async (url) => {
      const problem = await problemOf(server.client.call('createWebhook', { body: { name: 'x', url } }));
      expect(problem).toMatchObject({ status: 400, issues: [{ path: ['body', 'url'] }] });
    },
  );

  it('are listed page by page, newest first', async () => {
    for (const name of ['first', 'second', 'third'])
      await server.client.call('createWebhook', { body: { name, url: `https://example.com/${name}` } });
    const page = await server.client.call('listWebhooks', { query: { pageSize: 2, page: 2 } });
    expect(page).toMatchObject({
      total: 3,
      page: 2,
      pageSize: 2,
      items: [{ name: 'first', isEnabled: true }],
    });
  });

  it.each(['x', '00000000-0000-0000-0000-000000000000'])(
    'that do not exist are not found: %s',
    async (id) => {
      const { client } = server;
      const calls = [
        client.call('updateTask', { params: { id }, body: { status: 'done' } }),
        client.call('updateWebhook', { params: { id }, body: { name: 'x' } }),
        client.call('deleteWebhook', { params: { id } }),
        client.call('listDeliveries', { params: { id } }),
      ];
      const problems = await Promise.all(calls.map(problemOf));
      expect(problems.map((problem) => problem?.status)).toEqual([404, 404, 404, 404]);
    },
  );

  it('refuse the character U+0000 in plain words, whether stored or looked for', async () => {
    const { client } = server;
    const calls = [
      client.call('createWebhook', { body: { name: 'a\0b', url: 'https://example.com' } }),
      client.call('listTasks', { query: { owner: '\0' } }),
      client.call('listTasks', { query: { key: '\0' } }),
      client.call('listSubjectTransitions', { params: { type: 'customer', key: '\0' } }),
    ];
    for (const problem of await Promise.all(calls.map(problemOf)))
      expect(problem).toMatchObject({ status: 400, issues: [{ code: 'NUL_CHARACTER' }] });
  });
});
