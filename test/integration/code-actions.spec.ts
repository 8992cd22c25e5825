import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '@terrace/testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { CodePluginFolder, guests } from '../fixtures/code-plugin.js';
import { connect, eventually, finished } from '../fixtures/tiering.js';

const plugins = new CodePluginFolder();
let server: TestServer;
let database: pg.Client;

/** Writes what it was told as one line of a file. */
const note = (file: string) => `
  fs.appendFileSync(context.storage + '/${file}', JSON.stringify({ ...occasion, ...context.parameters, asOf: context.asOf }) + '\\n');`;
const before = "import fs from 'node:fs';";

beforeAll(async () => {
  plugins.write({
    id: 'desk',
    manifest: { contributes: guests, permissions: { storage: true, subjectKeys: true } },
    before,
    actions: [
      {
        id: 'tell',
        parameters: [{ id: 'room', name: { en: 'Room' }, type: 'text', default: 'north' }],
        body: note('told.jsonl'),
      },
      {
        id: 'retry',
        body: `${note('retried.jsonl')} if (fs.readFileSync(context.storage + '/retried.jsonl', 'utf8').split('\\n').length < 3) throw new Error('the desk is closed');`,
      },
    ],
  });
  plugins.write({
    id: 'blind',
    manifest: { permissions: { storage: true } },
    before,
    actions: [{ id: 'tell', body: note('told.jsonl') }],
  });
  plugins.write({ id: 'rude', actions: [{ id: 'tell', body: 'process.exit(1);' }] });
  server = await startTestServer({
    env: { TERRACE_PLUGINS: plugins.path, TERRACE_HOME: join(plugins.path, '.home') },
  });
  database = await connect(server.databaseUrl);
  await database.query(`INSERT INTO data.subject_guest (key, f_nights) VALUES ('a', 3)`);
});
afterAll(async () => {
  await database.end();
  await server.stop();
  plugins.remove();
});

type Actions = readonly { action: string; parameters?: object }[];

/** A run by which guest `a` would enter a tier whose entering sets `actions` off. */
async function computed(...actions: Actions): Promise<{ modelId: string; runId: string }> {
  const document = {
    schema: 1 as const,
    name: { en: 'Guests' },
    subjectType: 'guest',
    nodes: [
      { kind: 'tier', id: 'basic', name: { en: 'Basic' }, rank: 1 },
      ...actions.map(({ action, parameters = {} }, index) => ({
        kind: 'action',
        id: `act_${index}`,
        name: { en: action },
        tier: 'basic',
        on: ['enter'],
        action: { type: 'code', action, version: '1.0.0', parameters },
      })),
    ],
    fallback: 'basic',
  };
  const model = await server.client.call('createModel', { body: { document: document as never } });
  await server.client.call('publish', { params: { id: model.id }, body: { revision: model.revision } });
  const run = await finished(
    server.client,
    await server.client.call('startRun', { body: { modelId: model.id, version: 1, asOf: '2025-06-30' } }),
  );
  return { modelId: model.id, runId: run.id };
}

/** Has guest `a` enter that tier. @returns the model's id */
async function enter(...actions: Actions): Promise<string> {
  const { modelId, runId } = await computed(...actions);
  await server.client.call('applyRun', { params: { id: runId } });
  return modelId;
}

/** What an action wrote into the storage of its plugin, once it is there. */
const written = (plugin: string, file: string, count = 1) =>
  eventually(async () => {
    const path = join(plugins.path, '.home/plugin-storage', plugin, file);
    const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
    return lines.length >= count
      ? lines.map((line) => JSON.parse(line) as Record<string, unknown>)
      : undefined;
  });

describe('an action in code', () => {
  it('is told what happened, with its parameters, and the key of the subject where that is permitted', async () => {
    const modelId = await enter(
      { action: 'desk.tell', parameters: { room: 'south' } },
      { action: 'blind.tell' },
    );
    const [told] = await written('desk', 'told.jsonl');
    expect(told).toEqual({
      idempotencyKey: expect.stringMatching(/^act_[0-9a-f-]{36}_act_0$/),
      subjectType: 'guest',
      key: 'a',
      modelId,
      transition: { kind: 'enter', from: null, to: 'basic', at: expect.stringMatching(/^\d{4}-.*Z$/) },
      room: 'south',
      asOf: '2025-06-30',
    });
    const [blind] = await written('blind', 'told.jsonl');
    expect(blind).toMatchObject({ key: null, subjectType: 'guest' });
  });

  it('that throws is tried again with the same idempotency key', async () => {
    await enter({ action: 'desk.retry' });
    const tries = await written('desk', 'retried.jsonl', 2);
    expect(new Set(tries.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    const { items } = await server.client.call('listPlugins');
    expect(items.find(({ id }) => id === 'desk')?.state).toBe('enabled');
  });

  it('that waits for its plugin to be enabled uses up no try meanwhile', async () => {
    const { runId } = await computed({ action: 'blind.tell' });
    await server.client.call('disablePlugin', { params: { id: 'blind' } });
    await server.client.call('applyRun', { params: { id: runId } });
    const waiting = await eventually(async () => {
      const { rows } = await database.query<{ id: string; attempts: number; secondsLeft: number }>(
        `SELECT id, attempts, extract(epoch FROM run_at - now())::float AS "secondsLeft" FROM graphile_worker.jobs
         WHERE task_identifier = 'action.code' AND last_error LIKE '%disabled%' AND locked_at IS NULL AND attempts = 0`,
      );
      return rows[0];
    });
    expect(waiting.secondsLeft).toBeGreaterThan(5);
    expect(waiting.secondsLeft).toBeLessThanOrEqual(10);
    await server.client.call('enablePlugin', { params: { id: 'blind' } });
    await database.query('SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now())', [
      waiting.id,
    ]);
    await written('blind', 'told.jsonl', 2);
  });

  it('that reaches for what it may not puts its plugin into quarantine, and the others go on', async () => {
    await enter({ action: 'rude.tell' }, { action: 'desk.tell', parameters: { room: 'east' } });
    const state = await eventually(async () => {
      const { items } = await server.client.call('listPlugins');
      const found = items.find(({ id }) => id === 'rude');
      return found?.state === 'quarantined' ? found : undefined;
    });
    expect(state.problem).toEqual({
      en: 'The action "tell" of the plugin "rude" ended its process (exit); it has no permission for that, and was stopped.',
      'zh-CN': '插件“rude”的动作“tell”在没有权限的情况下终止了自己的进程（exit），已被终止。',
    });
    expect(await written('desk', 'told.jsonl', 2)).toMatchObject([{ room: 'south' }, { room: 'east' }]);
  });
});
