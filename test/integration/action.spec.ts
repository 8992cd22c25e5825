import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repositoryRoot } from '@terrace/testing';
import type pg from 'pg';
import {
  computeModel,
  computeVersion,
  condition,
  connect,
  customers,
  dimension,
  eventually,
  tier,
} from '../fixtures/tiering.js';

/** The receiver verifies with the library that the server signs with, as any receiver would. */
const { Webhook } = createRequire(join(repositoryRoot, 'apps/server/package.json'))('standardwebhooks') as {
  Webhook: new (secret: string) => { verify(body: string, headers: IncomingHttpHeaders): unknown };
};

let server: TestServer;
let database: pg.Client;
const asOf = '2024-12-31';

beforeAll(async () => {
  server = await startTestServer({ env: { TERRACE_PRIVATE_WEBHOOKS: '1' } });
  database = await connect(server.databaseUrl);
});
afterAll(async () => {
  await database.end();
  await server.stop();
});
beforeEach(async () => {
  await database.query('TRUNCATE data.subject_customer, terrace.task');
  await database.query(`INSERT INTO data.subject_customer (key, f_total_amount) VALUES ('a', 500), ('b', 1)`);
});

const action = (id: string, on: readonly string[], rest: object) => ({
  kind: 'action',
  id,
  name: { en: id, 'zh-CN': id },
  tier: 'gold',
  on,
  action: rest,
});
const task = { type: 'task', title: { en: 'Call', 'zh-CN': '致电' }, owner: '销售', dueDays: 3 };

const document = (...actions: readonly ReturnType<typeof action>[]) =>
  customers([
    dimension('spent', { kind: 'field', field: 'total_amount' }),
    condition('is_gold', { '>=': [{ var: 'spent' }, 100] }, 'gold'),
    tier('gold', 1),
    tier('basic', 2),
    ...actions,
  ]);

const apply = (client: Client, id: string) => client.call('applyRun', { params: { id } });

describe('a task', () => {
  it('is made once, in both languages, with owner and due date in the workspace time zone', async () => {
    const { modelId, run } = await computeModel(
      server.client,
      document(action('call', ['enter'], task)),
      asOf,
    );
    await apply(server.client, run.id);
    const made = await eventually(async () => (await server.client.call('listTasks')).items[0]);
    const { rows } = await database.query(
      `SELECT ((at AT TIME ZONE 'UTC')::date + 3)::text AS due FROM terrace.transition WHERE model_id = $1`,
      [modelId],
    );
    expect(made).toMatchObject({
      title: { en: 'Call', 'zh-CN': '致电' },
      owner: '销售',
      key: 'a',
      subjectType: 'customer',
      transitionKind: 'enter',
      fromName: null,
      toName: { en: 'gold' },
      status: 'open',
      dueOn: rows[0]?.due,
    });
    // The job once more, as after a crash between its work and its end.
    await database.query(
      `SELECT graphile_worker.add_job('action.task', json_build_object(
         'transitionId', $1::text, 'subjectKey', 'a', 'nodeId', 'call'), job_key => 'again')`,
      [made.transitionId],
    );
    await jobsDone();
    expect((await server.client.call('listTasks')).total).toBe(1);
  });

  it('follows from the changes it is made for, and from no others', async () => {
    const { modelId, run } = await computeModel(
      server.client,
      document(
        action('on_enter', ['enter'], task),
        action('on_leave', ['leave'], task),
        action('on_upgrade', ['upgrade'], task),
        { ...action('basic_down', ['downgrade'], task), tier: 'basic' },
      ),
      asOf,
    );
    await apply(server.client, run.id);
    await jobsDone();
    const nodes = async () => {
      const { rows } = await database.query<{ text: string }>(
        `SELECT subject_key || ' ' || node_id AS text FROM terrace.task ORDER BY 1`,
      );
      return rows.map(({ text }) => text);
    };
    expect(await nodes()).toEqual(['a on_enter']);
    await database.query(`TRUNCATE terrace.task`);
    await database.query(`UPDATE data.subject_customer SET f_total_amount = 501 - f_total_amount`);
    const second = await computeVersion(server.client, modelId, 1, asOf);
    await apply(server.client, second.id);
    await jobsDone();
    expect(await nodes()).toEqual(['a basic_down', 'a on_leave', 'b on_enter', 'b on_upgrade']);
  });

  it('can be done, reopened and handed over', async () => {
    const { run } = await computeModel(server.client, document(action('call', ['enter'], task)), asOf);
    await apply(server.client, run.id);
    const { id } = await eventually(async () => (await server.client.call('listTasks')).items[0]);
    const done = await server.client.call('updateTask', {
      params: { id },
      body: { status: 'done', owner: 'Li' },
    });
    expect(done).toMatchObject({ status: 'done', owner: 'Li', doneBy: 'parent process' });
    expect(done.doneAt).not.toBeNull();
    expect((await server.client.call('listTasks', { query: { status: 'open' } })).total).toBe(0);
    expect((await server.client.call('listTasks', { query: { owner: 'Li', key: 'a' } })).total).toBe(1);
    const open = await server.client.call('updateTask', { params: { id }, body: { status: 'open' } });
    expect(open).toMatchObject({ status: 'open', doneBy: null, doneAt: null });
  });

  it('survives a server that is killed between the apply and the action, and is still made once', async () => {
    const first = await startTestServer({ env: { TERRACE_PRIVATE_WEBHOOKS: '1' } });
    const own = await connect(first.databaseUrl);
    try {
      await own.query(
        `INSERT INTO data.subject_customer (key, f_total_amount) SELECT 'c' || i, 500 FROM generate_series(1, 20) i`,
      );
      const { run } = await computeModel(first.client, document(action('call', ['enter'], task)), asOf);
      // Holds every action in the middle of its work.
      await own.query('BEGIN; LOCK TABLE terrace.task IN ACCESS EXCLUSIVE MODE');
      await apply(first.client, run.id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await first.kill();
      await own.query('ROLLBACK');
      const second = await startTestServer({ env: { DATABASE_URL: first.databaseUrl } });
      try {
        await eventually(
          async () => ((await second.client.call('listTasks')).total >= 20 ? true : undefined),
          40_000,
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
        const { rows } = await own.query(
          `SELECT count(*)::integer AS tasks, count(DISTINCT subject_key)::integer AS subjects FROM terrace.task`,
        );
        expect(rows[0]).toEqual({ tasks: 20, subjects: 20 });
      } finally {
        await second.stop();
      }
    } finally {
      await own.end();
      await first.stop();
    }
  }, 90_000);
});

/** Waits until no job is left to be done now. */
async function jobsDone(): Promise<void> {
  await eventually(async () => {
    const { rows } = await database.query(
      `SELECT count(*)::integer AS n FROM graphile_worker.jobs WHERE run_at <= now()`,
    );
    return rows[0]?.n === 0 ? true : undefined;
  });
}

describe('a webhook', () => {
  interface Received {
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }
  let receiver: Server;
  let received: Received[];
  let answers: number[];

  beforeEach(async () => {
    received = [];
    answers = [];
    receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => receiver.close(resolve)));

  async function createWebhook(client = server.client) {
    const { port } = receiver.address() as AddressInfo;
    return client.call('createWebhook', { body: { name: 'CRM', url: `http://127.0.0.1:${port}/hook` } });
  }

  async function send(webhook: string, client = server.client) {
    const { modelId, run } = await computeModel(
      client,
      document(action('notify', ['enter'], { type: 'webhook', webhook })),
      asOf,
    );
    await apply(client, run.id);
    return modelId;
  }

  async function settled(id: string, client = server.client) {
    return eventually(async () => {
      const { items } = await client.call('listDeliveries', { params: { id } });
      return items[0] !== undefined && items[0].state !== 'pending' ? items[0] : undefined;
    });
  }

  it('is called with a signature that its receiver can verify', async () => {
    const { id, secret } = await createWebhook();
    const modelId = await send(id);
    const delivery = await settled(id);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 200, lastError: null });
    expect(received).toHaveLength(1);
    const { headers, body } = received[0] as Received;
    expect(headers['webhook-id']).toBe(delivery.messageId);
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      type: 'transition',
      data: { modelId, subjectType: 'customer', key: 'a', kind: 'enter', from: null, to: 'gold', version: 1 },
    });
    expect(() => new Webhook(secret).verify(body.replace('gold', 'basic'), headers)).toThrow();
  });

  it('is called again with the same id after a failure', async () => {
    answers = [500];
    const { id } = await createWebhook();
    await send(id);
    expect(await settled(id)).toMatchObject({ state: 'delivered', attempts: 2, lastStatus: 200 });
    expect(received).toHaveLength(2);
    expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id']);
  });

  it('is disabled by 410 and not followed elsewhere by a redirect', async () => {
    answers = [302, 410];
    const { id } = await createWebhook();
    await send(id);
    expect(await settled(id)).toMatchObject({ state: 'failed', attempts: 2, lastStatus: 410 });
    const { items } = await server.client.call('listWebhooks');
    expect(items.find((webhook) => webhook.id === id)?.isEnabled).toBe(false);
    await send(id);
    const failed = await eventually(async () => {
      const page = await server.client.call('listDeliveries', { params: { id } });
      return page.total === 2 && page.items[0]?.state === 'failed' ? page.items[0] : undefined;
    });
    expect(failed).toMatchObject({ attempts: 0, lastError: 'the webhook is disabled' });
    expect(received).toHaveLength(2);
  });

  it('tells its secret once and never again, also not in the log', async () => {
    const { id, secret } = await createWebhook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = [
      await server.client.call('listWebhooks'),
      await server.client.call('updateWebhook', { params: { id }, body: { name: 'ERP', isEnabled: false } }),
    ];
    expect(JSON.stringify(shown)).not.toContain(secret.slice(6));
    expect(shown[1]).toMatchObject({ name: 'ERP', isEnabled: false });
    expect(server.log()).not.toContain(secret.slice(6));
    await server.client.call('deleteWebhook', { params: { id } });
    await expect(server.client.call('listDeliveries', { params: { id } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  it('may not be at a private address unless the settings say so', async () => {
    const strict = await startTestServer();
    const own = await connect(strict.databaseUrl);
    try {
      await own.query(`INSERT INTO data.subject_customer (key, f_total_amount) VALUES ('a', 500)`);
      const { id } = await createWebhook(strict.client);
      await send(id, strict.client);
      const delivery = await eventually(async () => {
        const { items } = await strict.client.call('listDeliveries', { params: { id } });
        return (items[0]?.attempts ?? 0) > 0 ? items[0] : undefined;
      });
      expect(delivery).toMatchObject({
        lastStatus: null,
        lastError: '127.0.0.1 has a private or loopback address',
      });
      expect(received).toHaveLength(0);
    } finally {
      await own.end();
      await strict.stop();
    }
  });
});
