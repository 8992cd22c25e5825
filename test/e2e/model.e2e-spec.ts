import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiError } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import jsonLogic from 'json-logic-js';
import { condition, customers, dimension, tier } from '../fixtures/tiering.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const document = customers([
  dimension('spent', { kind: 'field', field: 'total_amount' }),
  condition('is_gold', { '>=': [{ var: 'spent' }, 100] }, 'gold'),
  tier('gold', 1),
  tier('basic', 2),
]);
const faulty = { ...document, fallback: 'nowhere' };

async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (fault: ApiError) => fault,
  );
  return error?.problem;
}

describe('models', () => {
  it('are made from a template with its parameters and a name', async () => {
    const { client } = server;
    const model = await client.call('createModel', {
      body: { template: 'retail/rfm', parameters: { task_owner: 'Zhang' }, name: { 'zh-CN': '我的模型' } },
    });
    expect(model).toMatchObject({
      name: { 'zh-CN': '我的模型' },
      template: 'retail/rfm',
      subjectType: 'customer',
      revision: 1,
      publishedVersion: null,
      hasUnpublishedChanges: true,
      appliedVersion: null,
      issues: [],
    });
    const owners = model.draft.nodes.flatMap((node) =>
      node.kind === 'action' && node.action.type === 'task' ? [node.action.owner] : [],
    );
    expect(new Set(owners)).toEqual(new Set(['Zhang']));
    expect(
      (await problemOf(client.call('createModel', { body: { template: 'retail/nothing' } })))?.status,
    ).toBe(404);
  });

  it('keep every draft, also a faulty one, but publish only what is right', async () => {
    const { client } = server;
    const { id } = await client.call('createModel', { body: { document: faulty } });
    const stored = await client.call('getModel', { params: { id } });
    expect(stored.issues.some(({ severity }) => severity === 'error')).toBe(true);
    const refused = await problemOf(client.call('publish', { params: { id }, body: { revision: 1 } }));
    expect(refused).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(refused?.issues).toEqual(stored.issues);
    const saved = await client.call('saveDraft', { params: { id }, body: { revision: 1, document } });
    expect(saved).toMatchObject({ revision: 2, issues: [] });
    const version = await client.call('publish', { params: { id }, body: { revision: 2, note: '首版' } });
    expect(version).toMatchObject({ number: 1, note: '首版', publishedBy: 'parent process', document });
  });

  it('refuse a save over someone else’s, and take one that changes nothing', async () => {
    const { client } = server;
    const { id } = await client.call('createModel', { body: { document } });
    const save = (revision: number, changed = document) =>
      client.call('saveDraft', { params: { id }, body: { revision, document: changed } });
    expect((await save(1)).revision).toBe(1);
    expect((await save(1, { ...document, layout: { gold: { x: 1, y: 2 } } })).revision).toBe(2);
    expect(await problemOf(save(1, faulty))).toMatchObject({ status: 409, code: 'REVISION_CONFLICT' });
    expect(await problemOf(client.call('publish', { params: { id }, body: { revision: 1 } }))).toMatchObject({
      status: 409,
      code: 'REVISION_CONFLICT',
    });
    const results = await Promise.allSettled([save(2, faulty), save(2, document)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('know whether the draft differs from the newest version, and never change a version', async () => {
    const { client } = server;
    const { id } = await client.call('createModel', { body: { document } });
    await client.call('publish', { params: { id }, body: { revision: 1 } });
    const renamed = { ...document, name: { en: 'Renamed' } };
    const changed = await client.call('saveDraft', {
      params: { id },
      body: { revision: 1, document: renamed },
    });
    expect(changed).toMatchObject({ publishedVersion: 1, hasUnpublishedChanges: true });
    const back = await client.call('saveDraft', { params: { id }, body: { revision: 2, document } });
    expect(back.hasUnpublishedChanges).toBe(false);
    await client.call('saveDraft', { params: { id }, body: { revision: 3, document: renamed } });
    await client.call('publish', { params: { id }, body: { revision: 4 } });
    const { items, total } = await client.call('listVersions', { params: { id } });
    expect([total, items.map(({ number }) => number)]).toEqual([2, [2, 1]]);
    const first = await client.call('getVersion', { params: { id, number: 1 } });
    expect(first.document.name).toEqual(document.name);
    const listed = (await client.call('listModels')).items.find((model) => model.id === id);
    expect(listed).toMatchObject({
      name: { en: 'Renamed' },
      publishedVersion: 2,
      hasUnpublishedChanges: false,
    });
  });

  it('can be deleted until they are applied', async () => {
    const { client } = server;
    const { id } = await client.call('createModel', { body: { document } });
    await client.call('deleteModel', { params: { id } });
    expect((await problemOf(client.call('getModel', { params: { id } })))?.status).toBe(404);
  });

  it.each(['1', 'x', '00000000-0000-0000-0000-000000000000', "'; DROP TABLE terrace.model; --", '\0'])(
    'that do not exist are not found: %j',
    async (id) => {
      expect((await problemOf(server.client.call('getModel', { params: { id } })))?.status).toBe(404);
      const path = { params: { id } };
      expect((await problemOf(server.client.call('listVersions', path)))?.status).toBe(404);
      expect((await problemOf(server.client.call('listTransitions', path)))?.status).toBe(404);
      expect((await problemOf(server.client.call('getCurrentTiers', path)))?.status).toBe(404);
    },
  );

  it('are checked and exported without being stored', async () => {
    const { client } = server;
    const { total } = await client.call('listModels');
    expect((await client.call('checkDocument', { body: document })).issues).toEqual([]);
    expect((await client.call('checkDocument', { body: faulty })).issues.length).toBeGreaterThan(0);
    const { logic } = await client.call('exportJsonLogic', { body: document });
    expect(jsonLogic.apply(logic as never, { spent: 100 })).toBe('gold');
    expect(jsonLogic.apply(logic as never, { spent: null })).toBe('basic');
    expect((await problemOf(client.call('exportJsonLogic', { body: faulty })))?.status).toBe(400);
    expect((await client.call('listModels')).total).toBe(total);
  });

  it('are refused with the place where they are nested too deeply', async () => {
    const deep = `${'{"!":'.repeat(100_000)}true${'}'.repeat(100_000)}`;
    const rule = { kind: 'condition', id: 'deep', name: { en: 'Deep' }, when: 'deep rule', tier: 'gold' };
    const body = JSON.stringify({ ...document, nodes: [rule, ...document.nodes] });
    const response = await fetch(`${server.url}/api/v1/models/check`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      body: body.replace('"deep rule"', deep),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'INVALID_REQUEST',
      issues: [
        {
          code: 'TOO_DEEP',
          path: ['body', 'nodes', 0, 'when'],
          message: { 'zh-CN': '此处嵌套超过 500 层，请拆分为多个条件或公式。' },
        },
      ],
    });
  });
});
