import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiError, type Run } from '@terrace/client';
import { modelDocumentSchema, type ModelDocument } from '@terrace/model';
import { startTestServer, type TestServer } from '@terrace/testing';
import type pg from 'pg';
import { CodePluginFolder, guests, type CodePart } from '../fixtures/code-plugin.js';
import { compute, connect, eventually, rowsOf } from '../fixtures/tiering.js';

const plugins = new CodePluginFolder();
let server: TestServer;
let database: pg.Client;

const nights = { fields: { nights: 'number' } };
const onGuests = (id: string, body: string, more: object = {}): CodePart => ({
  id,
  subjectType: 'guest',
  inputs: nights,
  valueType: 'number',
  body,
  ...more,
});
const visits = { events: { visit: { fields: { price: 'number' }, days: 30, limit: 2 } } };
const factor = { id: 'factor', name: { en: 'Factor' }, type: 'number', default: 2 };

beforeAll(async () => {
  plugins.write({
    id: 'hotel',
    manifest: { contributes: guests },
    before: 'let batches = 0;',
    dimensions: [
      onGuests(
        'twice',
        'return subjects.map(({ fields: { nights } }) => nights === null ? null : nights * context.parameters.factor);',
        {
          parameters: [factor],
        },
      ),
      onGuests('shared', 'batches += 1; return subjects.map(() => batches);', { parameters: [factor] }),
      // Tells in which batch of this process a value was computed.
      onGuests('batch', 'batches += 1; return subjects.map(() => batches);'),
      onGuests('seen', 'return subjects.map((subject) => JSON.stringify(subject));', {
        inputs: { fields: { nights: 'number', joined: 'instant' }, ...visits },
        valueType: 'text',
      }),
      onGuests('day', 'return subjects.map(() => context.asOf);', { valueType: 'date' }),
      onGuests('loyal', 'return subjects.map(({ fields }) => (fields.nights ?? 0) > 5);', {
        valueType: 'boolean',
      }),
    ],
  });
  plugins.write({ id: 'looping', dimensions: [onGuests('size', 'for (;;);')] });
  plugins.write({
    id: 'throwing',
    dimensions: [onGuests('size', "tries += 1; throw new Error('no luck, try ' + tries);")],
    before: 'let tries = 0;',
  });
  plugins.write({
    id: 'shaky',
    before: 'let tries = 0;',
    dimensions: [
      onGuests(
        'size',
        "tries += 1; if (tries % 3 !== 0) throw new Error('not yet'); return subjects.map(() => tries);",
      ),
    ],
  });
  plugins.write({ id: 'nosy', dimensions: [onGuests('size', "await fetch('http://10.0.0.1:5432/');")] });
  plugins.write({ id: 'stillborn', before: "throw new Error('no luck');" });
  plugins.write({
    id: 'personal',
    dimensions: [onGuests('size', 'return [];', { inputs: { fields: { phone: 'text' } } })],
  });
  plugins.write({ id: 'mended', dimensions: [onGuests('size', 'return subjects.map(() => 1);')] });
  server = await startTestServer({ env: { TERRACE_PLUGINS: plugins.path } });
  database = await connect(server.databaseUrl);
  await server.client.call('updateWorkspace', { body: { timeZone: 'Asia/Shanghai' } });
  await database.query(`INSERT INTO data.subject_guest (key, f_nights, f_joined) VALUES
    ('a', 3, '2025-01-01T16:30:00.123456Z'), ('b', 12.5, NULL), ('c', NULL, NULL)`);
  await database.query(`INSERT INTO data.event_visit (subject_key, event_id, occurred_at, f_price) VALUES
    ('a', '1', '2025-05-01T12:00:00Z', 1), ('a', '2', '2025-05-20T12:00:00Z', 2.50), ('a', '3', '2025-05-30T16:00:00Z', NULL),
    ('a', '4', '2025-06-30T15:00:00Z', 4), ('a', '5', '2025-06-30T16:00:00Z', 5)`);
});
afterAll(async () => {
  await database.end();
  await server.stop();
  plugins.remove();
});

const node = (id: string, dimension: string, valueType = 'number', parameters: object = {}) => ({
  kind: 'dimension',
  id,
  name: { en: id },
  valueType,
  source: { kind: 'code', dimension, version: '1.0.0', parameters },
  missing: { policy: 'noMatch' },
});

const document = (...nodes: readonly object[]): ModelDocument =>
  modelDocumentSchema.parse({
    schema: 1,
    name: { en: 'Guests' },
    subjectType: 'guest',
    nodes: [...nodes, { kind: 'tier', id: 'basic', name: { en: 'Basic' }, rank: 1 }],
    fallback: 'basic',
  });

async function columnOf(run: Run, column: string): Promise<Record<string, string>> {
  const rows = await rowsOf(server.client, run);
  return Object.fromEntries([...rows].map(([key, row]) => [key, row[column] ?? '']));
}
const run = (model: ModelDocument, asOf = '2025-06-30') => compute(server.client, model, asOf);

describe('dimensions in code', () => {
  it('have their values in the results of a run, with their parameters', async () => {
    const made = await run(
      document(
        node('twice', 'hotel.twice'),
        node('thrice', 'hotel.twice', 'number', { factor: 3 }),
        node('loyal', 'hotel.loyal', 'boolean'),
        { ...node('or_one', 'hotel.twice'), missing: { policy: 'default', value: 1 } },
      ),
    );
    const rows = await rowsOf(server.client, made);
    expect(rows.get('a')).toMatchObject({ twice: '6', thrice: '9', loyal: 'false', or_one: '6' });
    expect(rows.get('b')).toMatchObject({ twice: '25', thrice: '37.5', loyal: 'true' });
    expect(rows.get('c')).toMatchObject({ twice: '', thrice: '', or_one: '1' });
  });

  it('see fields and events as of the day, in the time zone of the workspace, without the key', async () => {
    const seen = await columnOf(await run(document(node('seen', 'hotel.seen', 'text'))), 'seen');
    expect(JSON.parse(seen['a'] ?? '')).toEqual({
      fields: { nights: 3, joined: '2025-01-01T16:30:00.123Z' },
      events: {
        // The newest two of the last 30 days: June 1 to June 30 in Shanghai.
        visit: [{ at: '2025-06-30T15:00:00.000Z', day: '2025-06-30', daysAgo: 0, fields: { price: 4 } }],
      },
    });
    expect(JSON.parse(seen['b'] ?? '')).toEqual({
      fields: { nights: 12.5, joined: null },
      events: { visit: [] },
    });
    const earlier = await columnOf(
      await run(document(node('seen', 'hotel.seen', 'text')), '2025-05-31'),
      'seen',
    );
    expect((JSON.parse(earlier['a'] ?? '') as { events: unknown }).events).toEqual({
      visit: [
        { at: '2025-05-20T12:00:00.000Z', day: '2025-05-20', daysAgo: 11, fields: { price: 2.5 } },
        { at: '2025-05-30T16:00:00.000Z', day: '2025-05-31', daysAgo: 0, fields: { price: null } },
      ],
    });
  });

  it('are computed only for subjects whose input changed', async () => {
    const model = document(node('batch', 'hotel.batch'));
    const first = await columnOf(await run(model), 'batch');
    expect(new Set(Object.values(first)).size).toBe(1);
    await database.query(`UPDATE data.subject_guest SET f_nights = 4 WHERE key = 'a'`);
    await database.query(`INSERT INTO data.subject_guest (key, f_nights) VALUES ('d', 1)`);
    const second = await columnOf(await run(model, '2025-07-01'), 'batch');
    expect(second).toEqual({ ...first, a: second['d'], d: second['d'] });
    expect(Number(second['d'])).toBeGreaterThan(Number(first['b']));
    // A value that once was known is computed again: only the last is kept.
    await database.query(`UPDATE data.subject_guest SET f_nights = 3 WHERE key = 'a'`);
    const third = await columnOf(await run(model), 'batch');
    expect(third).toEqual({ ...second, a: third['a'] });
    await database.query(`DELETE FROM data.subject_guest WHERE key = 'd'`);
  });

  it('are computed once for nodes that ask for the same, be it by a default', async () => {
    const made = await run(
      document(
        node('silent', 'hotel.shared'),
        node('explicit', 'hotel.shared', 'number', { factor: 2 }),
        node('other', 'hotel.shared', 'number', { factor: 3 }),
      ),
    );
    const row = (await rowsOf(server.client, made)).get('a');
    expect(row?.['explicit']).toBe(row?.['silent']);
    expect(row?.['other']).not.toBe(row?.['silent']);
  });

  it('are computed anew on another day where they look at the day', async () => {
    const model = document(node('day', 'hotel.day', 'date'));
    expect(await columnOf(await run(model, '2025-06-29'), 'day')).toEqual({
      a: '2025-06-29',
      b: '2025-06-29',
      c: '2025-06-29',
    });
    expect(await columnOf(await run(model, '2025-06-30'), 'day')).toEqual({
      a: '2025-06-30',
      b: '2025-06-30',
      c: '2025-06-30',
    });
  });

  it('are in the palette, with the parameters of their form', async () => {
    const { items } = await server.client.call('listDimensions', { query: { subjectType: 'guest' } });
    expect(items.find(({ id }) => id === 'hotel.twice')).toMatchObject({
      owner: 'hotel',
      node: {
        kind: 'dimension',
        id: 'twice',
        valueType: 'number',
        source: { kind: 'code', dimension: 'hotel.twice', version: '1.0.0', parameters: { factor: 2 } },
        missing: { policy: 'noMatch' },
      },
      parameters: [{ id: 'factor', type: 'number', default: 2 }],
    });
    const hotel = await server.client.call('getPlugin', { params: { id: 'hotel' } });
    expect(hotel.contributes.codeDimensions.map(({ id }) => id)).toContain('hotel.seen');
  });

  it('leave no tables behind', async () => {
    const { rows } = await database.query(
      `SELECT relname FROM pg_class WHERE relname ~ '^run_[0-9]+_(input|value)'`,
    );
    expect(rows).toEqual([]);
  });

  it('do not get personal fields', async () => {
    const { items } = await server.client.call('listPlugins');
    expect(items.find(({ id }) => id === 'personal')).toMatchObject({
      state: 'faulty',
      problem: {
        en: expect.stringContaining('The field "phone" is personal data, and code does not get it.'),
      },
    });
  });
});

describe('code that fails', () => {
  const stateOf = async (id: string) => {
    const { items } = await server.client.call('listPlugins');
    const { state, problem } = items.find((plugin) => plugin.id === id) ?? {};
    return { state, problem: problem?.en };
  };
  const model = (plugin: string) => document(node('size', `${plugin}.size`));

  it('that breaks a limit fails its run with the reason, is quarantined at once, and everything else goes on', async () => {
    const start = Date.now();
    const [looping, hotel] = await Promise.all([
      run(model('looping')),
      run(document(node('twice', 'hotel.twice'))),
    ]);
    expect(hotel.state).toBe('computed');
    const sentence =
      'The dimension "size" of the plugin "looping" took longer than 1 s for 3 subjects and was stopped.';
    expect(looping).toMatchObject({
      state: 'failed',
      error: {
        code: 'PLUGIN_CODE_FAILED',
        message: { en: sentence, 'zh-CN': '插件“looping”的维度“size”计算 3 个对象超过 1 秒，已被终止。' },
        details: { plugin: 'looping', dimension: 'size', fault: 'TIMEOUT' },
      },
    });
    expect(await stateOf('looping')).toEqual({ state: 'quarantined', problem: sentence });
    expect(Date.now() - start).toBeLessThan(8000);
    expect(await run(model('nosy'))).toMatchObject({
      state: 'failed',
      error: { details: { fault: 'PERMISSION' } },
    });
    expect((await stateOf('nosy')).problem).toMatch(/opened a connection to http:\/\/10\.0\.0\.1:5432/);
  });

  it('that cannot be loaded is found out before it is needed', async () => {
    const found = await eventually(async () => {
      const state = await stateOf('stillborn');
      return state.state === 'quarantined' ? state : undefined;
    });
    expect(found.problem).toBe('The code of the plugin "stillborn" cannot be loaded: Error: no luck, line 1');
  });

  it('that throws is tried three times', async () => {
    expect(await run(model('throwing'))).toMatchObject({
      state: 'failed',
      error: { message: { en: expect.stringMatching(/failed: Error: no luck, try 3/) } },
    });
    expect((await stateOf('throwing')).state).toBe('quarantined');
    const shaky = await run(model('shaky'));
    expect(await columnOf(shaky, 'size')).toEqual({ a: '3', b: '3', c: '3' });
    expect((await stateOf('shaky')).state).toBe('enabled');
  });

  it('keeps models from running while its plugin is quarantined, disabled or not there, and says why', async () => {
    const refusal = async (plugin: string) => {
      const issues = await server.client
        .call('startRun', { body: { document: model(plugin), asOf: '2025-06-30' } })
        .then(
          () => [],
          (error: unknown) => (error instanceof ApiError ? (error.problem.issues ?? []) : []),
        );
      const [issue] = issues;
      return `${issue?.code}: ${issue?.message.en}`;
    };
    expect(await refusal('looping')).toMatch(
      /^PLUGIN_QUARANTINED: The plugin "looping" .* is quarantined: The dimension "size"/,
    );
    expect(await refusal('absent')).toBe(
      'PLUGIN_MISSING: The plugin "absent" (version 1.0.0), whose code computes this, is not installed. Install it, or replace the dimension.',
    );
    expect(await refusal('personal')).toMatch(/^PLUGIN_MISSING: The plugin "personal" .* cannot be used: /);
    // A model that uses it opens all the same.
    const stored = await server.client.call('createModel', { body: { document: model('absent') } });
    expect(stored.issues.map(({ code }) => code)).toContain('PLUGIN_MISSING');
  });

  it('can be used again when an administrator enables its plugin', async () => {
    plugins.write({ id: 'looping', dimensions: [onGuests('size', 'return subjects.map(() => 7);')] });
    await server.client.call('enablePlugin', { params: { id: 'looping' } });
    const made = await run(model('looping'));
    expect(await columnOf(made, 'size')).toEqual({ a: '7', b: '7', c: '7' });
  });
});

describe('a plugin that was changed while its code failed', () => {
  it('is not quarantined for what its former code did', async () => {
    const size = (body: string) => plugins.write({ id: 'mended', dimensions: [onGuests('size', body)] });
    size('process.exit(1);');
    await server.client.call('reloadPlugin', { params: { id: 'mended' } });
    // Holds up whoever changes plugins: the quarantine comes after what is changed here.
    const other = await connect(server.databaseUrl);
    await other.query('BEGIN');
    await other.query('SELECT pg_advisory_xact_lock(4017283413)');
    const running = run(document(node('size', 'mended.size')));
    await eventually(async () => {
      const { rows } = await database.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      );
      return rows.length > 0 ? true : undefined;
    });
    size('return subjects.map(() => 9);');
    const [changed] = (
      await other.query<{ revision: string }>(
        'UPDATE terrace.plugin_revision SET revision = revision + 1 RETURNING revision',
      )
    ).rows;
    await other.query(`UPDATE terrace.plugin SET revision = $1 WHERE id = 'mended'`, [changed?.revision]);
    await other.query('COMMIT');
    await other.end();
    const made = await running;
    expect(await columnOf(made, 'size')).toEqual({ a: '9', b: '9', c: '9' });
    const { items } = await server.client.call('listPlugins');
    expect(items.find(({ id }) => id === 'mended')).toMatchObject({ state: 'enabled', problem: null });
  });
});

describe('stored values', () => {
  it('go with the data of their plugin', async () => {
    const count = async () => {
      const { rows } = await database.query('SELECT count(*)::integer AS count FROM data.code_value');
      return (rows[0] as { count: number }).count;
    };
    expect(await count()).toBeGreaterThan(0);
    for (const id of ['looping', 'nosy', 'stillborn', 'throwing', 'shaky', 'personal', 'mended'])
      await server.client.call('removePlugin', { params: { id } }).catch(() => undefined);
    await server.client.call('removePlugin', {
      params: { id: 'hotel' },
      query: { data: 'purge', confirm: 'hotel' },
    });
    expect(await count()).toBe(0);
  });
});
