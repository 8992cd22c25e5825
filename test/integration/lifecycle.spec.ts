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

const spent = { var: 'spent' };

/** Gold from 100, silver from 50, bronze from 10. */
const loyalty = (lifecycle: object | undefined, change: object = {}): ModelDocument =>
  customers(
    [
      dimension('spent', { kind: 'field', field: 'total_amount' }),
      condition('is_gold', { '>=': [spent, 100] }, 'gold'),
      condition('is_silver', { '>=': [spent, 50] }, 'silver'),
      condition('is_bronze', { '>=': [spent, 10] }, 'bronze'),
      { ...tier('gold', 1), ...change },
      tier('silver', 2),
      tier('bronze', 3),
      tier('basic', 4),
    ],
    lifecycle === undefined ? {} : { lifecycle },
  );

const store = (amounts: Record<string, number | null>) => storeCustomers(database, amounts);

const apply = (run: Run) => server.client.call('applyRun', { params: { id: run.id } });

/** What is remembered, and the transaction that wrote the row. */
async function remembered(modelId: string) {
  const { rows } = await database.query<{ key: string; state: string; written: string }>(
    `SELECT subject_key AS key, concat_ws(' ', tier, 'failing ' || failing_since::text, 'valid ' || valid_since::text) AS state,
       xmin::text AS written
     FROM terrace.assignment WHERE model_id = $1 ORDER BY subject_key`,
    [modelId],
  );
  return {
    states: Object.fromEntries(rows.map(({ key, state }) => [key, state])),
    written: Object.fromEntries(rows.map(({ key, written }) => [key, written])),
  };
}

/** Runs version 1 as of a day and applies it. @returns tier, reason and policy by key */
async function advance(modelId: string, asOf: string): Promise<Record<string, string>> {
  const run = await computeVersion(server.client, modelId, 1, asOf);
  expect(run.state).toBe('computed');
  const { items } = await server.client.call('listRunSubjects', { params: { id: run.id } });
  await apply(run);
  return Object.fromEntries(
    items.map(({ key, tier: to, reason, policy }) => [key, [to, reason, policy].join(' ')]),
  );
}

const why = (modelId: string, key: string) =>
  server.client.call('explainSubject', { params: { type: 'customer', key }, query: { modelId } });

beforeEach(() => store({ a: 100, b: 60, c: 10 }));

describe('a loyalty model over several runs', () => {
  it('moves up at once, and down after the grace period', async () => {
    const { modelId, run } = await computeModel(server.client, loyalty({ graceDays: 30 }), '2024-01-01');
    await apply(run);
    expect((await remembered(modelId)).states).toEqual({ a: 'gold', b: 'silver', c: 'bronze' });

    await store({ a: 20, b: 100, c: 10 });
    expect(await advance(modelId, '2024-02-01')).toEqual({
      a: 'gold is_bronze grace',
      b: 'gold is_gold up',
      c: 'bronze is_bronze same',
    });
    const first = await remembered(modelId);
    expect(first.states).toEqual({ a: 'gold failing 2024-02-01', b: 'gold', c: 'bronze' });
    expect((await why(modelId, 'a')).summary.en).toBe(
      'Tier “gold”: it stays during the grace period of 30 days (0 days so far). By the rules alone it would be “bronze”: “is_bronze” holds (spent is at least 10).',
    );

    // The 29th day still is one of grace; nothing is written.
    expect(await advance(modelId, '2024-03-01')).toMatchObject({ a: 'gold is_bronze grace' });
    expect(await remembered(modelId)).toEqual(first);
    expect(await why(modelId, 'a')).toMatchObject({
      policy: 'grace',
      qualified: 'bronze',
      reason: 'is_bronze',
    });

    expect(await advance(modelId, '2024-03-02')).toMatchObject({ a: 'bronze is_bronze down' });
    expect((await remembered(modelId)).states).toEqual({ a: 'bronze', b: 'gold', c: 'bronze' });
    const { items } = await server.client.call('listSubjectTransitions', {
      params: { type: 'customer', key: 'a' },
    });
    expect(items[0]).toMatchObject({ kind: 'downgrade', from: 'gold', to: 'bronze', asOf: '2024-03-02' });
  });

  it('forgets that somebody failed as soon as it qualifies again', async () => {
    const { modelId, run } = await computeModel(server.client, loyalty({ graceDays: 30 }), '2024-01-01');
    await apply(run);
    await store({ a: 20 });
    await advance(modelId, '2024-02-01');
    await store({ a: 100 });
    expect(await advance(modelId, '2024-02-20')).toEqual({ a: 'gold is_gold same' });
    expect((await remembered(modelId)).states).toEqual({ a: 'gold' });
    await store({ a: 20 });
    expect(await advance(modelId, '2024-03-10')).toEqual({ a: 'gold is_bronze grace' });
    expect((await remembered(modelId)).states).toEqual({ a: 'gold failing 2024-03-10' });
  });

  it('renews the validity of who requalifies, and ends that of who does not', async () => {
    const { modelId, run } = await computeModel(server.client, loyalty({ validityDays: 365 }), '2024-01-01');
    await apply(run);
    await store({ a: 20, b: 60, c: 100 });
    expect(await advance(modelId, '2024-12-30')).toEqual({
      a: 'gold is_bronze valid',
      b: 'silver is_silver same',
      c: 'gold is_gold up',
    });
    // 365 days after 1 January 2024, which has a leap day.
    expect(await advance(modelId, '2024-12-31')).toEqual({
      a: 'bronze is_bronze down',
      b: 'silver is_silver requalified',
      c: 'gold is_gold same',
    });
    expect((await remembered(modelId)).states).toEqual({
      a: 'bronze',
      b: 'silver valid 2024-12-31',
      c: 'gold',
    });
    await store({ a: 20, b: 0, c: 0 });
    expect(await advance(modelId, '2025-12-29')).toEqual({
      a: 'bronze is_bronze same',
      b: 'silver fallback valid',
      c: 'gold fallback valid',
    });
    expect(await advance(modelId, '2025-12-30')).toEqual({
      a: 'bronze is_bronze same',
      b: 'silver fallback valid',
      c: 'basic fallback down',
    });
    expect(await advance(modelId, '2025-12-31')).toMatchObject({ b: 'basic fallback down' });
  });

  it('steps down one tier at a time with grace before each, and passes stages by a fast track', async () => {
    const { modelId, run } = await computeModel(
      server.client,
      loyalty({
        graceDays: 10,
        oneStep: 'both',
        fastTracks: [{ id: 'vip', name: { en: 'VIP' }, to: 'gold', when: { '>=': [spent, 1000] } }],
      }),
      '2024-01-01',
    );
    await apply(run);
    await store({ a: 0, b: 0, c: 100, d: 1000 });
    await advance(modelId, '2024-02-01');
    // Whoever is new goes where it qualifies; c takes the first of two steps up.
    expect((await remembered(modelId)).states).toEqual({
      a: 'gold failing 2024-02-01',
      b: 'silver failing 2024-02-01',
      c: 'silver',
      d: 'gold',
    });
    await store({ a: 0, b: 2000, c: 100, d: 0 });
    expect(await advance(modelId, '2024-02-11')).toEqual({
      a: 'silver fallback one_step_down',
      b: 'gold is_gold fast_track',
      c: 'gold is_gold up',
      d: 'gold fallback grace',
    });
    expect((await remembered(modelId)).states).toEqual({
      a: 'silver failing 2024-02-11',
      b: 'gold',
      c: 'gold',
      d: 'gold failing 2024-02-11',
    });
    expect(await advance(modelId, '2024-02-20')).toMatchObject({ a: 'silver fallback grace' });
    expect(await advance(modelId, '2024-02-21')).toMatchObject({
      a: 'bronze fallback one_step_down',
      d: 'silver fallback one_step_down',
    });
  });

  it('holds a tier for the minimum stay', async () => {
    const document = loyalty({ minimumStay: { days: 90, direction: 'both' } });
    const { modelId, run } = await computeModel(server.client, document, '2024-01-01');
    await apply(run);
    await store({ a: 0, b: 100, c: 10 });
    expect(await advance(modelId, '2024-03-30')).toEqual({
      a: 'gold fallback minimum_stay',
      b: 'silver is_gold minimum_stay',
      c: 'bronze is_bronze same',
    });
    expect(await advance(modelId, '2024-03-31')).toMatchObject({
      a: 'basic fallback down',
      b: 'gold is_gold up',
    });
  });

  it('keeps a tier by its keep condition', async () => {
    const document = loyalty(undefined, { keep: { '>=': [spent, 80] } });
    const { modelId, run } = await computeModel(server.client, document, '2024-01-01');
    await apply(run);
    await store({ a: 80, b: 80, c: 79 });
    expect(await advance(modelId, '2024-02-01')).toEqual({
      a: 'gold gold.keep ',
      b: 'silver is_silver ',
      c: 'silver is_silver ',
    });
    expect((await why(modelId, 'a')).summary.en).toBe(
      'Tier “gold”: the keep condition of “gold” holds (spent is at least 80).',
    );
    await store({ a: 79 });
    expect(await advance(modelId, '2024-03-01')).toEqual({ a: 'silver is_silver ' });
  });

  it('forgets what a lifecycle remembered when the next version has none', async () => {
    const { modelId, run } = await computeModel(server.client, loyalty({ graceDays: 300 }), '2024-01-01');
    await apply(run);
    await store({ a: 20, b: 60, c: 10 });
    await advance(modelId, '2024-02-01');
    await server.client.call('saveDraft', {
      params: { id: modelId },
      body: { revision: 1, document: loyalty(undefined, { keep: { '>=': [spent, 20] } }) },
    });
    await server.client.call('publish', { params: { id: modelId }, body: { revision: 2 } });
    const second = await computeVersion(server.client, modelId, 2, '2024-02-02');
    await apply(second);
    expect((await remembered(modelId)).states).toEqual({ a: 'gold', b: 'silver', c: 'bronze' });
  });
});

describe('a run that reads current tiers', () => {
  it('is stale once another run was applied, and gives everyone a first tier where nobody has one', async () => {
    const document = loyalty({ graceDays: 30 });
    const { modelId, run } = await computeModel(server.client, document, '2024-01-01');
    const sibling = await computeVersion(server.client, modelId, 1, '2024-01-02');
    await apply(run);
    const late = await server.client.call('getRun', { params: { id: sibling.id } });
    expect(late.applicable).toBe('stale');
    const alone = await compute(server.client, document, '2024-01-01');
    const { items } = await server.client.call('listRunSubjects', { params: { id: alone.id } });
    expect(items.map(({ key, policy, values }) => [key, policy, values['previous.tier']])).toEqual([
      ['a', 'new', null],
      ['b', 'new', null],
      ['c', 'new', null],
    ]);
    const csv = await (await server.client.call('downloadRun', { params: { id: sibling.id } })).text();
    expect(csv.split('\n')[0]).toBe(
      'key,tier,tier_name,spent,is_gold,is_silver,is_bronze,previous.tier,previous.failingDays',
    );
  });
});
