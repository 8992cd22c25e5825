import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Run } from '@terrace/client';
import type { ModelDocument } from '@terrace/model';
import { startTestServer, type TestServer } from '@terrace/testing';
import type pg from 'pg';
import {
  compute,
  computeModel,
  computeVersion,
  condition,
  connect,
  customers,
  dimension,
  storeCustomers,
  tier,
} from '../fixtures/tiering.js';

let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  database = await connect(server.databaseUrl);
});
afterAll(async () => {
  await database.end();
  await server.stop();
});

const asOf = '2024-12-31';

/** Gold from 100 on, silver from 10 on. */
const document: ModelDocument = customers(
  [
    dimension('spent', { kind: 'field', field: 'total_amount' }),
    condition('is_gold', { '>=': [{ var: 'spent' }, 100] }, 'gold'),
    condition('is_silver', { '>=': [{ var: 'spent' }, 10] }, 'silver'),
    tier('gold', 1),
    tier('silver', 2),
    tier('basic', 3),
  ],
  { amount: 'spent' },
);

const store = (amounts: Record<string, number | null>) => storeCustomers(database, amounts);

const apply = (run: Run) => server.client.call('applyRun', { params: { id: run.id } });

/** The issue code of a refused call. */
async function refusal(call: Promise<unknown>): Promise<string | undefined> {
  const error = await call.then(
    () => undefined,
    (fault: { problem?: { issues?: { code: string }[] } }) => fault.problem,
  );
  return error?.issues?.[0]?.code;
}

async function assignmentsOf(modelId: string) {
  const { rows } = await database.query<{ key: string; tier: string; since: Date; written: string }>(
    `SELECT subject_key AS key, tier, since, xmin::text AS written FROM terrace.assignment
     WHERE model_id = $1 ORDER BY subject_key`,
    [modelId],
  );
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

async function transitionsOf(modelId: string, runId: string) {
  const { items } = await server.client.call('listTransitions', {
    params: { id: modelId },
    query: { runId },
  });
  return items.map(({ key, kind, from, to }) => [key, kind, from, to]).toSorted();
}

beforeEach(() => store({ a: 500, b: 50, c: 5, d: null }));

describe('applying a run', () => {
  it('gives everyone a tier at first, and then writes only the differences', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    expect(run).toMatchObject({ state: 'computed', subjectCount: 4, movedCount: 4, applicable: 'yes' });
    const applied = await apply(run);
    expect(applied).toMatchObject({ state: 'applied', applicable: 'applied', movedCount: 4 });
    expect(await transitionsOf(modelId, run.id)).toEqual([
      ['a', 'enter', null, 'gold'],
      ['b', 'enter', null, 'silver'],
      ['c', 'enter', null, 'basic'],
      ['d', 'enter', null, 'basic'],
    ]);
    const before = await assignmentsOf(modelId);

    await store({ a: 50, b: 500, c: 6, e: 10 });
    const second = await computeVersion(server.client, modelId, 1, asOf);
    expect(second.movedCount).toBe(4);
    const { cells } = await server.client.call('getRunMatrix', { params: { id: second.id } });
    const matrix = [
      { from: null, to: 'silver', count: 1 },
      { from: 'basic', to: 'basic', count: 1 },
      { from: 'basic', to: null, count: 1 },
      { from: 'gold', to: 'silver', count: 1 },
      { from: 'silver', to: 'gold', count: 1 },
    ];
    expect(cells).toEqual(matrix);
    await apply(second);
    expect(await transitionsOf(modelId, second.id)).toEqual([
      ['a', 'downgrade', 'gold', 'silver'],
      ['b', 'upgrade', 'silver', 'gold'],
      ['d', 'leave', 'basic', null],
      ['e', 'enter', null, 'silver'],
    ]);
    const after = await assignmentsOf(modelId);
    expect([...after].map(([key, { tier: to }]) => [key, to])).toEqual([
      ['a', 'silver'],
      ['b', 'gold'],
      ['c', 'basic'],
      ['e', 'silver'],
    ]);
    // The row of the one who stayed was not written, not even with the same content.
    expect(after.get('c')).toEqual(before.get('c'));
    expect(after.get('a')?.since).not.toEqual(before.get('a')?.since);
    // What was replaced can still be seen.
    expect((await server.client.call('getRunMatrix', { params: { id: second.id } })).cells).toEqual(matrix);
  });

  it('writes nothing when nobody moved', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    await apply(run);
    const before = await assignmentsOf(modelId);
    const second = await computeVersion(server.client, modelId, 1, asOf);
    expect(second.movedCount).toBe(0);
    await apply(second);
    expect(await assignmentsOf(modelId)).toEqual(before);
    expect(await transitionsOf(modelId, second.id)).toEqual([]);
  });

  it('is refused for a stale run, a draft, a document and a run that was applied', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    const sibling = await computeVersion(server.client, modelId, 1, asOf);
    await apply(run);
    expect(await refusal(apply(run))).toBe('RUN_APPLIED');
    expect(await refusal(apply(sibling))).toBe('RUN_STALE');
    expect(await server.client.call('getRun', { params: { id: sibling.id } })).toMatchObject({
      state: 'computed',
      applicable: 'stale',
    });
    const onCanvas = await compute(server.client, document, asOf);
    expect(onCanvas).toMatchObject({ applicable: 'notPublished', movedCount: null });
    expect(await refusal(apply(onCanvas))).toBe('RUN_NOT_PUBLISHED');
  });

  it('happens once when it is asked for twice at the same moment, by one run or by two', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    const sibling = await computeVersion(server.client, modelId, 1, asOf);
    const calls = await Promise.allSettled([apply(run), apply(run), apply(sibling), apply(sibling)]);
    expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { total } = await server.client.call('listTransitions', { params: { id: modelId } });
    expect(total).toBe(4);
  });

  it('calls a change between tiers of one rank an entry, not a rise or fall', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    await apply(run);
    const renamed = {
      ...document,
      nodes: document.nodes.map((node) =>
        node.id === 'gold'
          ? { ...node, id: 'platinum', name: { en: 'Platinum' } }
          : node.id === 'is_gold'
            ? { ...node, tier: 'platinum' }
            : node,
      ),
    };
    await server.client.call('saveDraft', {
      params: { id: modelId },
      body: { revision: 1, document: renamed },
    });
    await server.client.call('publish', { params: { id: modelId }, body: { revision: 2 } });
    const second = await computeVersion(server.client, modelId, 2, asOf);
    await apply(second);
    expect(await transitionsOf(modelId, second.id)).toEqual([['a', 'enter', 'gold', 'platinum']]);
    const [transition] = (
      await server.client.call('listTransitions', { params: { id: modelId }, query: { runId: second.id } })
    ).items;
    expect(transition).toMatchObject({ version: 2, toName: { en: 'Platinum' }, fromName: { en: 'gold' } });
  });

  it('keeps the tiers of different models apart', async () => {
    const first = await computeModel(server.client, document, asOf);
    const second = await computeModel(server.client, document, asOf);
    await apply(first.run);
    expect(second.run.applicable).toBe('yes');
    await apply(second.run);
    await store({ a: 500 });
    await apply(await computeVersion(server.client, first.modelId, 1, asOf));
    expect((await assignmentsOf(first.modelId)).size).toBe(1);
    expect((await assignmentsOf(second.modelId)).size).toBe(4);
  });
});

describe('the subjects of a result', () => {
  it('are found by tier, former tier, direction and search, each with the right total', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    await apply(run);
    await store({ a: 50, b: 500, c: 6, e: 10 });
    const second = await computeVersion(server.client, modelId, 1, asOf);
    const list = async (query: object) => {
      const page = await server.client.call('listRunSubjects', { params: { id: second.id }, query });
      expect(page.total).toBe(page.items.length);
      return page.items.map(({ key, tier: to, previousTier }) => `${key}: ${previousTier} > ${to}`);
    };
    const expectLists = async () => {
      expect(await list({})).toEqual([
        'a: gold > silver',
        'b: silver > gold',
        'c: basic > basic',
        'e: null > silver',
      ]);
      expect(await list({ tier: 'silver' })).toEqual(['a: gold > silver', 'e: null > silver']);
      expect(await list({ moved: 'moved' })).toEqual([
        'a: gold > silver',
        'b: silver > gold',
        'd: basic > null',
        'e: null > silver',
      ]);
      expect(await list({ moved: 'upgrade' })).toEqual(['b: silver > gold']);
      expect(await list({ moved: 'downgrade' })).toEqual(['a: gold > silver']);
      expect(await list({ previousTier: 'none' })).toEqual(['e: null > silver']);
      expect(await list({ previousTier: 'basic' })).toEqual(['c: basic > basic', 'd: basic > null']);
      expect(await list({ search: 'NAME OF B' })).toEqual(['b: silver > gold']);
      expect(await list({ search: '%' })).toEqual([]);
      expect(await list({ search: '\0' })).toHaveLength(4);
    };
    await expectLists();
    await apply(second);
    await expectLists();
  });

  it('carry label and values as decimal text', async () => {
    const run = await compute(server.client, document, asOf);
    const { items, total } = await server.client.call('listRunSubjects', {
      params: { id: run.id },
      query: { pageSize: 2, page: 2 },
    });
    expect(total).toBe(4);
    expect(items[0]).toEqual({
      key: 'c',
      label: 'Name of c',
      tier: 'basic',
      previousTier: null,
      reason: 'fallback',
      policy: null,
      values: { spent: '5', is_gold: false, is_silver: false },
    });
    expect(items[1]?.values).toEqual({ spent: null, is_gold: false, is_silver: false });
  });
});

describe('current tiers', () => {
  it('come with the values and the reason of the applied run', async () => {
    const { modelId, run } = await computeModel(server.client, document, asOf);
    const { client } = server;
    expect(await client.call('getCurrentTiers', { params: { id: modelId } })).toEqual({
      total: 0,
      asOf: null,
      runId: null,
      items: [],
    });
    await apply(run);
    // What changes afterwards does not change the reason.
    await database.query(`UPDATE data.subject_customer SET f_total_amount = 1`);
    const tiers = await client.call('getCurrentTiers', { params: { id: modelId } });
    expect(tiers).toEqual({
      total: 4,
      asOf,
      runId: run.id,
      items: [
        { tier: 'gold', count: 1, share: 0.25, amount: '500' },
        { tier: 'silver', count: 1, share: 0.25, amount: '50' },
        { tier: 'basic', count: 2, share: 0.5, amount: '5' },
      ],
    });
    const { items } = await client.call('listAssignments', {
      params: { id: modelId },
      query: { tier: 'gold' },
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      key: 'a',
      label: 'Name of a',
      version: 1,
      values: { spent: '500', is_gold: true },
    });
    const why = await client.call('explainSubject', {
      params: { type: 'customer', key: 'a' },
      query: { modelId },
    });
    expect(why).toMatchObject({ tier: 'gold', version: 1, asOf });
    expect(why.steps.find(({ nodeId }) => nodeId === 'is_gold')).toMatchObject({
      value: true,
      isDecisive: true,
    });
    expect(why.steps.find(({ nodeId }) => nodeId === 'spent')?.value).toBe('500');
    const history = await client.call('listSubjectTransitions', { params: { type: 'customer', key: 'a' } });
    expect(history.items[0]).toMatchObject({ kind: 'enter', to: 'gold', asOf });
  });
});

describe('results', () => {
  it('are removed when the run is dropped, and kept while it is the applied one', async () => {
    const { run } = await computeModel(server.client, document, asOf);
    await apply(run);
    expect(await refusal(server.client.call('dropRun', { params: { id: run.id } }))).toBe('RUN_APPLIED');
    const other = await compute(server.client, document, asOf);
    await server.client.call('dropRun', { params: { id: other.id } });
    expect(await refusal(server.client.call('getRunTiers', { params: { id: other.id } }))).toBe('NO_RESULT');
    const tableOf = async (id: string) =>
      (await database.query(`SELECT to_regclass($1) AS name`, [`data.run_${id}`])).rows[0]?.name as
        string | null;
    const deadline = Date.now() + 10_000;
    while ((await tableOf(other.id)) !== null && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await tableOf(other.id)).toBeNull();
    expect(await tableOf(run.id)).toBe(`data.run_${run.id}`);
  });
});
