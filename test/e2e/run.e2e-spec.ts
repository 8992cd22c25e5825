import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiError } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import type pg from 'pg';
import { condition, connect, customers, dimension, finished, rowsOf, tier } from '../fixtures/tiering.js';

let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  database = await connect(server.databaseUrl);
  await database.query(
    `INSERT INTO data.subject_customer (key, f_name, f_total_amount) VALUES
       ('O''Reilly, "A"', 'x', 100), ('王小明🙂', 'y', 99.9900), (' lead', 'z', NULL), ('=1+1', 'f', 1e15)`,
  );
});
afterAll(async () => {
  await database.end();
  await server.stop();
});

const asOf = '2024-12-31';
const document = customers(
  [
    dimension('spent', { kind: 'field', field: 'total_amount' }),
    condition('is_gold', { '>=': [{ var: 'spent' }, 100] }, 'gold'),
    tier('gold', 1),
    tier('basic', 2),
  ],
  { amount: 'spent' },
);

async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (fault: ApiError) => fault,
  );
  return error?.problem;
}

describe('a run', () => {
  it('computes a document that is stored nowhere, with its steps timed', async () => {
    const { client } = server;
    const started = await client.call('startRun', { body: { document, asOf } });
    expect(started).toMatchObject({ modelId: null, version: null, asOf, timeZone: 'UTC', error: null });
    const run = await finished(client, started);
    expect(run).toMatchObject({
      state: 'computed',
      step: null,
      progress: 1,
      subjectCount: 4,
      applicable: 'notPublished',
    });
    expect(Object.keys(run.stepMs)).toEqual(['dimensions', 'calibration', 'tiers', 'summary']);
    expect(await client.call('getRunTiers', { params: { id: run.id } })).toEqual({
      total: 4,
      items: [
        { tier: 'gold', count: 2, share: 0.5, amount: '1000000000000100' },
        { tier: 'basic', count: 2, share: 0.5, amount: '99.99' },
      ],
    });
  });

  it('compares what is on the canvas with the current tiers of its model', async () => {
    const { client } = server;
    const { id: modelId } = await client.call('createModel', { body: { document } });
    const run = await finished(client, await client.call('startRun', { body: { document, modelId, asOf } }));
    expect(run).toMatchObject({ modelId, version: null, movedCount: 4, applicable: 'notPublished' });
    const draft = await finished(client, await client.call('startRun', { body: { modelId, draft: true } }));
    expect(draft).toMatchObject({ state: 'computed', asOf: new Date().toISOString().slice(0, 10) });
    const { items } = await client.call('listRuns', { query: { modelId } });
    expect(items.map(({ id }) => id)).toEqual([draft.id, run.id]);
  });

  it('is downloaded as CSV with keys as they are and plain decimals', async () => {
    const { client } = server;
    const run = await finished(client, await client.call('startRun', { body: { document, asOf } }));
    const response = await client.call('downloadRun', {
      params: { id: run.id },
      query: { language: 'zh-CN' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await response.text()).toBe(
      [
        'key,tier,tier_name,spent,is_gold',
        ' lead,basic,basic(中),,false',
        '=1+1,gold,gold(中),1000000000000000,true',
        '"O\'Reilly, ""A""",gold,gold(中),100,true',
        '王小明🙂,basic,basic(中),99.99,false',
        '',
      ].join('\n'),
    );
    expect((await rowsOf(client, run)).get('王小明🙂')?.['spent']).toBe('99.99');
  });

  it('ends in plain words when it cannot be computed', async () => {
    const { client } = server;
    await database.query(`INSERT INTO data.subject_customer (key, f_total_amount) VALUES ('huge', 1e120000)`);
    try {
      const power = customers([
        dimension('spent', { kind: 'field', field: 'total_amount' }),
        condition('is_huge', { '>': [{ '*': [{ var: 'spent' }, { var: 'spent' }] }, 1] }, 'basic'),
      ]);
      const run = await finished(client, await client.call('startRun', { body: { document: power, asOf } }));
      expect(run).toMatchObject({
        state: 'failed',
        applicable: 'notComputed',
        error: { code: 'RUN_FAILED' },
      });
      expect(run.error?.message.en).toContain('too large');
      expect(run.error?.message['zh-CN']).toContain('超出范围');
      expect(await problemOf(client.call('getRunTiers', { params: { id: run.id } }))).toMatchObject({
        status: 409,
      });
      const { rows } = await database.query(
        `SELECT count(*)::integer AS n FROM pg_tables WHERE schemaname = 'data' AND tablename LIKE $1`,
        [`run\\_${run.id}%`],
      );
      expect(rows[0]).toEqual({ n: 0 });
    } finally {
      await database.query(`DELETE FROM data.subject_customer WHERE key = 'huge'`);
    }
  });

  it.each(['tomorrow', '2024-02-30', '2024-12-31T10:00:00', '31/12/2024'])(
    'refuses the day %j',
    async (day) => {
      const problem = await problemOf(server.client.call('startRun', { body: { document, asOf: day } }));
      expect(problem).toMatchObject({
        status: 400,
        issues: [{ code: 'INVALID_AS_OF', path: ['body', 'asOf'] }],
      });
    },
  );

  it('refuses a document with errors, telling all of them', async () => {
    const faulty = { ...document, fallback: 'nowhere', amount: 'nothing' };
    const { issues } = await server.client.call('checkDocument', { body: faulty });
    const problem = await problemOf(server.client.call('startRun', { body: { document: faulty, asOf } }));
    expect(problem).toMatchObject({ status: 400 });
    expect(problem?.issues).toEqual(issues);
  });

  it.each(['0', 'x', '999999999999999999', '-1'])('that does not exist is not found: %j', async (id) => {
    const path = { params: { id } };
    expect((await problemOf(server.client.call('getRun', path)))?.status).toBe(404);
    expect((await problemOf(server.client.call('applyRun', path)))?.status).toBe(404);
    expect((await problemOf(server.client.call('downloadRun', path)))?.status).toBe(404);
  });

  it('that is killed in the middle starts anew and ends', async () => {
    const first = await startTestServer();
    const own = await connect(first.databaseUrl);
    try {
      await own.query(`INSERT INTO data.subject_customer (key, f_total_amount) VALUES ('a', 100)`);
      await own.query('BEGIN; LOCK TABLE data.subject_customer IN ACCESS EXCLUSIVE MODE');
      const started = await first.client.call('startRun', { body: { document, asOf } });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await first.kill();
      await own.query('ROLLBACK');
      const second = await startTestServer({ env: { DATABASE_URL: first.databaseUrl } });
      try {
        const run = await finished(second.client, started);
        expect(run).toMatchObject({ state: 'computed', subjectCount: 1 });
      } finally {
        await second.stop();
      }
    } finally {
      await own.end();
      await first.stop();
    }
  }, 90_000);
});
