import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ApiError, type Client } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { guestType, packHotel, writeHotel, type PluginChange } from '../fixtures/plugin-package.js';
import { importFile } from './import-file.js';

jest.setTimeout(120_000);

let root: string;
let first: TestServer;
let database: pg.Client;
const running: TestServer[] = [];

/** Another process on the same database, with a home of its own unless it is named. */
async function another(
  home = `home-${running.length}`,
  env: Record<string, string> = {},
): Promise<TestServer> {
  const server = await startTestServer({
    env: {
      DATABASE_URL: first.databaseUrl,
      TERRACE_PLUGINS: join(root, 'plugins'),
      TERRACE_HOME: join(root, home),
      TERRACE_ALLOW_UNSIGNED_PLUGINS: '1',
      ...env,
    },
  });
  running.push(server);
  return server;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'terrace-processes-'));
  mkdirSync(join(root, 'plugins'));
  first = await startTestServer({
    env: { TERRACE_PLUGINS: join(root, 'plugins'), TERRACE_ALLOW_UNSIGNED_PLUGINS: '1' },
  });
  database = new pg.Client({ connectionString: first.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  for (const server of running) await server.stop().catch(() => undefined);
  await database.end();
  await first.stop();
  rmSync(root, { recursive: true, force: true });
});

async function sent(client: Client, change: PluginChange = {}) {
  const staged = await client.call('uploadPluginPackage', { stream: await packHotel(change) });
  return { kind: 'upload' as const, package: staged.package };
}

async function codesOf(call: Promise<unknown>): Promise<string[]> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  return (error.problem.issues ?? []).map(({ code }) => code);
}

/** A connection of its own that holds what `lock` takes until it is ended. */
async function hold(lock: string): Promise<pg.Client> {
  const holder = new pg.Client({ connectionString: first.databaseUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(lock);
  return holder;
}

/** What the database says of the plugin, and of the fields of its subject type. */
async function stored(): Promise<string[]> {
  const { rows } = await database.query<{ version: string; fields: string }>(
    `SELECT p.version, (SELECT string_agg(f->>'id', ' ') FROM terrace.record_type t,
       jsonb_array_elements(t.definition->'fields') f WHERE t.id = 'guest') AS fields
     FROM terrace.plugin p WHERE p.id = 'hotel'`,
  );
  const columns = await database.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'data' AND table_name = 'subject_guest' AND column_name LIKE 'f\\_%' ORDER BY ordinal_position`,
  );
  return [
    ...rows.map(({ version, fields }) => `${version}: ${fields}`),
    columns.rows.map(({ name }) => name).join(' '),
  ];
}

const hotel = { params: { id: 'hotel' } };
const withField = (version: string, ...fields: string[]): PluginChange => ({
  manifest: { version },
  contributes: {
    subjectTypes: [guestType(...fields.map((id) => ({ id, name: { en: id, 'zh-CN': id }, type: 'text' })))],
  },
});

describe('several processes', () => {
  it('see what one of them installs, disables, upgrades and removes', async () => {
    const second = await another();
    await first.client.call('installPlugin', { body: { source: await sent(first.client) } });
    // It has the files from the database.
    const templates = async ({ client }: TestServer) =>
      (await client.call('listTemplates')).items.map(({ id }) => id).filter((id) => id.startsWith('hotel/'));
    const within = async (wanted: string[]): Promise<void> => {
      for (let tries = 0; tries < 100; tries += 1) {
        if ((await templates(second)).join() === wanted.join()) return;
        await pause(50);
      }
      expect(await templates(second)).toEqual(wanted);
    };
    await within(['hotel/regulars']);
    await second.client.call('disablePlugin', hotel);
    expect(await first.client.call('getPlugin', hotel)).toMatchObject({ state: 'disabled' });
    expect(await first.client.call('enablePlugin', hotel)).toMatchObject({ state: 'enabled' });
    await within(['hotel/regulars']);
    await second.client.call('upgradePlugin', {
      ...hotel,
      body: { source: await sent(first.client, withField('1.1.0', 'room')) },
    });
    expect(await first.client.call('getPlugin', hotel)).toMatchObject({ version: '1.1.0' });
    await first.client.call('removePlugin', hotel);
    await within([]);
    await second.stop();
  });

  it('change a plugin one after the other', async () => {
    const second = await another();
    const source = await sent(first.client, withField('1.1.0', 'room'));
    const results = await Promise.allSettled(
      [first, second, first, second].map(({ client }) => client.call('installPlugin', { body: { source } })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect((result.reason as ApiError).problem.issues?.[0]?.code).toBe('PLUGIN_INSTALLED');
    await second.stop();
  });
});

describe('a process that is killed', () => {
  it('in the middle of an upgrade leaves everything as it was, and nothing of it behind', async () => {
    const before = await stored();
    expect(before).toEqual(['1.1.0: nights city room', 'f_nights f_city f_room']);
    const victim = await another('shared');
    const source = await sent(victim.client, withField('1.2.0', 'room', 'pet'));
    // The upgrade waits here, after it has changed the types and before it ends.
    const holder = await hold('SELECT FROM terrace.plugin_revision FOR UPDATE');
    const call = victim.client.call('upgradePlugin', { ...hotel, body: { source } }).catch(() => undefined);
    for (;;) {
      const { rows } = await database.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%plugin_revision%'`,
      );
      if (rows.length > 0) break;
      await pause(20);
    }
    await victim.kill();
    await holder.end();
    await call;
    // A folder that was being written when a process ended, long ago.
    const left = join(root, 'shared/plugins/.new-0123456789abcdef');
    mkdirSync(left, { recursive: true });
    utimesSync(left, 1, 1);
    const next = await another('shared');
    expect(await stored()).toEqual(before);
    expect(await next.client.call('getPlugin', hotel)).toMatchObject({ version: '1.1.0', state: 'enabled' });
    expect(await next.client.call('upgradePlugin', { ...hotel, body: { source } })).toMatchObject({
      version: '1.2.0',
    });
    expect(await stored()).toEqual(['1.2.0: nights city room pet', 'f_nights f_city f_room f_pet']);
    for (let tries = 0; existsSync(left) && tries < 100; tries += 1) await pause(20);
    expect(existsSync(left)).toBe(false);
    await next.stop();
  });

  it('at any instant leaves the old version or the new one', async () => {
    let version = 2;
    for (const delay of [2, 30, 90]) {
      const victim = await another('shared');
      const source = await sent(victim.client, withField(`1.${version + 1}.0`, 'room', `extra_${version}`));
      const call = victim.client.call('upgradePlugin', { ...hotel, body: { source } }).then(
        () => true,
        () => false,
      );
      await pause(delay);
      await victim.kill();
      const isDone = await call;
      const [row = '', columns = ''] = await stored();
      const isNew = row.startsWith(`1.${version + 1}.0: `);
      if (isDone) expect(isNew).toBe(true);
      // Types and version changed together, or neither.
      expect(row.includes(`extra_${version}`)).toBe(isNew);
      expect(columns.includes(`f_extra_${version}`)).toBe(isNew);
      if (isNew) version += 1;
    }
    const next = await another('shared');
    expect(await next.client.call('getPlugin', hotel)).toMatchObject({
      version: `1.${version}.0`,
      state: 'enabled',
    });
    for (const name of readdirSync(join(root, 'shared/plugins')))
      expect(name).toMatch(/^([0-9a-f]{64}|\.new-.*)$/);
    await next.stop();
  });
});

describe('purging', () => {
  it('is decided by what there is when its turn comes', async () => {
    /** Purges the hotel, which waits for another change of plugins: one that ends with `statement`. */
    const purgeAfter = async (statement: string, ...values: unknown[]): Promise<string[]> => {
      const holder = await hold('SELECT pg_advisory_xact_lock(4017283413)');
      const codes = codesOf(
        first.client.call('removePlugin', { ...hotel, query: { data: 'purge', confirm: 'hotel' } }),
      );
      const isWaiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
      while ((await database.query(isWaiting)).rows.length === 0) await pause(20);
      await holder.query(statement, values);
      await holder.query('COMMIT');
      await holder.end();
      return codes;
    };
    const before = await stored();
    const complaint = { id: 'complaint', name: { en: 'Complaint' }, subjectType: 'guest', fields: [] };
    expect(
      await purgeAfter(
        `INSERT INTO terrace.record_type (kind, id, owner, definition) VALUES ('event', 'complaint', 'spa', $1)`,
        JSON.stringify(complaint),
      ),
    ).toEqual(['TYPE_IN_USE']);
    await database.query(`DELETE FROM terrace.record_type WHERE id = 'complaint'`);
    expect(
      await purgeAfter(
        `WITH next AS (UPDATE terrace.plugin_revision SET revision = revision + 1 RETURNING revision)
         UPDATE terrace.plugin SET revision = next.revision FROM next WHERE id = 'hotel'`,
      ),
    ).toEqual(['PLUGIN_CHANGED']);
    expect(await stored()).toEqual(before);
  });

  it('deletes records, models, tiers and files of imports, and nothing else', async () => {
    const { client } = first;
    await importFile(client, {
      target: { kind: 'subject', type: 'guest' },
      mapping: { key: 'k', nights: 'n' },
      content: 'k,n\nA,12\nB,1\nC,many\n',
    });
    const model = await client.call('createModel', { body: { template: 'hotel/regulars' } });
    await client.call('publish', { params: { id: model.id }, body: { revision: model.revision, note: '' } });
    const { id: runId } = await client.call('startRun', { body: { modelId: model.id, version: 1 } });
    while ((await client.call('getRun', { params: { id: runId } })).state !== 'computed') await pause(30);
    await client.call('applyRun', { params: { id: runId } });
    const count = async (table: string): Promise<number> => {
      const { rows } = await database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM ${table}`,
      );
      return rows[0]?.count ?? -1;
    };
    const tables = [
      'model',
      'run',
      'assignment',
      'transition',
      'import',
      'bad_row',
      'upload',
      'upload_chunk',
    ];
    const counts = async () => {
      const found: Record<string, number> = {};
      for (const table of tables) found[table] = await count(`terrace.${table}`);
      return found;
    };
    expect(await counts()).toEqual({
      model: 1,
      run: 1,
      assignment: 2,
      transition: 2,
      import: 1,
      bad_row: 1,
      upload: 1,
      upload_chunk: 1,
    });
    const shown = await client.call('previewRemoval', hotel);
    expect(shown).toMatchObject({
      data: [{ type: 'guest', recordCount: 2 }, { type: 'stay' }],
      purgedModels: [{ id: model.id, assignments: 2, transitions: 2, tasks: 0, runs: 1 }],
      purgeIssues: [],
    });

    // A run that reads the records keeps them a while; then it is said, and nothing has happened.
    const holder = await hold('LOCK TABLE "data".subject_guest IN ACCESS SHARE MODE');
    const query = { data: 'purge' as const, confirm: 'hotel' };
    expect(await codesOf(client.call('removePlugin', { ...hotel, query }))).toEqual(['DATA_IN_USE']);
    await holder.end();
    expect((await counts())['model']).toBe(1);

    await client.call('removePlugin', { ...hotel, query });
    expect(Object.values(await counts())).toEqual(tables.map(() => 0));
    const types = (await client.call('listSubjectTypes')).items.map(({ id }) => id);
    expect(types).toContain('customer');
    expect(types).not.toContain('guest');
    const left = async () =>
      count(
        `pg_tables WHERE schemaname = 'data' AND (tablename IN ('subject_guest', 'event_stay') OR tablename LIKE 'run%')`,
      );
    for (let tries = 0; (await left()) > 0 && tries < 200; tries += 1) await pause(50);
    expect(await left()).toBe(0);
    expect((await client.call('listPlugins')).items.map(({ id }) => id)).not.toContain('hotel');
  });
});

describe('a plugin in the folder of the program', () => {
  const inn = { params: { id: 'inn' } };
  const folder = () => join(root, 'plugins/inn');
  const write = (change: PluginChange = {}) => {
    mkdirSync(folder(), { recursive: true });
    writeHotel(folder(), { ...change, manifest: { id: 'inn', ...change.manifest } });
  };

  it('is enabled when it first appears, and what an administrator decides lasts', async () => {
    write();
    const one = await another();
    expect(await one.client.call('getPlugin', inn)).toMatchObject({
      source: 'bundled',
      state: 'enabled',
      signature: { state: 'bundled' },
    });
    await one.client.call('disablePlugin', inn);
    await one.stop();
    const two = await another();
    expect(await two.client.call('getPlugin', inn)).toMatchObject({ state: 'disabled' });
    await two.client.call('enablePlugin', inn);
    // Removed, it is there to be taken back.
    await two.client.call('removePlugin', { ...inn, query: { data: 'purge', confirm: 'inn' } });
    expect(await two.client.call('getPlugin', inn)).toMatchObject({ state: 'available', data: [] });
    await two.stop();
    const three = await another();
    expect(await three.client.call('getPlugin', inn)).toMatchObject({ state: 'available' });
    expect(await three.client.call('enablePlugin', inn)).toMatchObject({ state: 'enabled' });
    expect((await three.client.call('getPlugin', inn)).data).toHaveLength(2);
    await three.stop();
  });

  it('is read anew at every start, and when that is asked for', async () => {
    write(withField('1.1.0', 'floor'));
    const one = await another();
    expect(await one.client.call('getPlugin', inn)).toMatchObject({ version: '1.1.0' });
    write(withField('1.2.0', 'floor', 'view'));
    expect(await one.client.call('getPlugin', inn)).toMatchObject({ version: '1.1.0' });
    expect(await one.client.call('reloadPlugin', inn)).toMatchObject({ version: '1.2.0' });
    const guest = (await one.client.call('listSubjectTypes')).items.find(({ id }) => id === 'guest');
    expect(guest?.fields.map(({ id }) => id)).toEqual(['nights', 'city', 'floor', 'view']);

    writeFileSync(join(folder(), 'plugin.json'), '{ half');
    expect(await codesOf(one.client.call('reloadPlugin', inn))).toEqual(['PLUGIN_FILE_NOT_JSON']);
    expect(await one.client.call('getPlugin', inn)).toMatchObject({ version: '1.2.0', state: 'enabled' });
    await one.stop();
    const two = await another();
    expect(await two.client.call('getPlugin', inn)).toMatchObject({
      state: 'faulty',
      faults: [{ code: 'PLUGIN_FILE_NOT_JSON' }],
    });
    expect(await codesOf(two.client.call('enablePlugin', inn))).toEqual(['PLUGIN_FILE_NOT_JSON']);
    write(withField('1.2.0', 'floor', 'view'));
    expect(await two.client.call('enablePlugin', inn)).toMatchObject({ state: 'enabled', problem: null });
    await two.stop();
  });

  it('gives way to a newer package of it, and comes back when that is removed', async () => {
    const one = await another('inn-home');
    const source = await sent(one.client, { manifest: { id: 'inn', version: '2.0.0' } });
    expect(await one.client.call('upgradePlugin', { ...inn, body: { source } })).toMatchObject({
      version: '2.0.0',
      source: 'package',
    });
    await one.stop();
    writeFileSync(join(root, 'inn-home/plugins', source.package, 'plugin.json'), '');
    const two = await another('inn-home');
    // Its files on this machine were damaged meanwhile; the database has them.
    const list = (await two.client.call('listPlugins')).items.filter(({ id }) => id.startsWith('inn'));
    expect(list).toMatchObject([{ version: '2.0.0', source: 'package', state: 'enabled' }]);
    await two.client.call('removePlugin', inn);
    expect(await two.client.call('getPlugin', inn)).toMatchObject({ source: 'bundled', state: 'available' });
    await two.stop();
    // One that is there no more is not listed any longer.
    rmSync(folder(), { recursive: true });
    const three = await another();
    expect((await three.client.call('listPlugins')).items.map(({ id }) => id)).not.toContain('inn');
    await three.stop();
  });

  it('that could not be used is enabled once it is mended', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), 'plugin.json'), '[]');
    const one = await another();
    expect(await one.client.call('getPlugin', inn)).toMatchObject({
      state: 'faulty',
      faults: [{ code: 'INVALID_MANIFEST' }],
    });
    expect(await codesOf(one.client.call('disablePlugin', inn))).toEqual(['PLUGIN_NOT_INSTALLED']);
    write();
    expect(await one.client.call('enablePlugin', inn)).toMatchObject({ id: 'inn', state: 'enabled' });
    expect((await one.client.call('listPlugins')).items.filter(({ id }) => id === 'inn')).toHaveLength(1);
    await one.stop();
  });
});

describe('a plugin in a folder of the server', () => {
  const lodge = { params: { id: 'lodge' } };

  it('is installed by its path, reloaded quickly, and read anew at every start', async () => {
    const folder = join(root, 'lodge');
    const write = (version: string) => {
      mkdirSync(folder, { recursive: true });
      writeHotel(folder, {
        manifest: { id: 'lodge', version },
        contributes: {
          subjectTypes: [{ ...guestType(), id: 'hiker' }],
          eventTypes: [],
          dimensions: [],
          templates: [],
          reports: [],
          testCases: [],
        },
      });
    };
    write('1.0.0');
    const one = await another();
    const source = { kind: 'folder' as const, path: folder };
    expect(await one.client.call('installPlugin', { body: { source } })).toMatchObject({
      source: 'folder',
      signature: { state: 'unsigned' },
    });
    expect((await one.client.call('getPlugin', lodge)).folder).toBe(folder);
    write('1.0.1');
    const begun = performance.now();
    expect(await one.client.call('reloadPlugin', lodge)).toMatchObject({ version: '1.0.1' });
    expect(performance.now() - begun).toBeLessThan(2000);
    await one.stop();
    write('1.0.2');
    const two = await another();
    expect(await two.client.call('getPlugin', lodge)).toMatchObject({ version: '1.0.2', state: 'enabled' });
    await two.stop();
    // Where unsigned plugins are not allowed, it falls out of use, and its records stay.
    const strict = await another('strict', { TERRACE_ALLOW_UNSIGNED_PLUGINS: '0' });
    expect(await strict.client.call('getPlugin', lodge)).toMatchObject({
      state: 'faulty',
      faults: [{ code: 'NOT_TRUSTED' }],
      data: [{ type: 'hiker' }],
    });
    await strict.stop();
    rmSync(folder, { recursive: true });
    const three = await another();
    expect(await three.client.call('getPlugin', lodge)).toMatchObject({
      state: 'faulty',
      faults: [{ code: 'PLUGIN_FOLDER_MISSING' }],
    });
    await three.client.call('removePlugin', lodge);
    await three.stop();
  });

  it('is refused when it has the id or the types of another', async () => {
    const folder = join(root, 'copy');
    mkdirSync(folder);
    const codes = async (id: string) => {
      writeHotel(folder, { manifest: { id } });
      const source = { kind: 'folder' as const, path: folder };
      return codesOf(first.client.call('installPlugin', { body: { source } }));
    };
    expect(await codes('inn')).toEqual(['PLUGIN_INSTALLED']);
    expect(await codes('copy')).toEqual(['TYPE_EXISTS', 'TYPE_EXISTS']);
  });
});
