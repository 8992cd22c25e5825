import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '@terrace/testing';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '@terrace/testing';
import { createTypes, importFile } from './import-file.js';

let plugins: string;
let server: TestServer;

/** Copies the retail plugin into `folder` with a changed manifest. */
function copyPlugin(folder: string, change: (manifest: Record<string, unknown>) => void): void {
  const target = join(plugins, folder);
  cpSync(join(repositoryRoot, 'plugins/retail'), target, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  const file = join(target, 'plugin.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}

beforeAll(async () => {
  plugins = mkdtempSync(join(tmpdir(), 'terrace-plugins-'));
  copyPlugin('a-retail', () => undefined);
  copyPlugin('b-same-types', (manifest) => (manifest['id'] = 'other'));
  copyPlugin('c-same-id', () => undefined);
  copyPlugin('d-newer-host', (manifest) => {
    manifest['id'] = 'future';
    manifest['host'] = '>=99';
  });
  mkdirSync(join(plugins, 'e-broken'));
  writeFileSync(join(plugins, 'e-broken/plugin.json'), '{');
  mkdirSync(join(plugins, 'f-empty'));
  server = await startTestServer({ env: { TERRACE_PLUGINS: plugins } });
}, 120_000);

afterAll(async () => {
  await server.stop();
  rmSync(plugins, { recursive: true });
});

describe('plugins', () => {
  it('that cannot be used are listed with their reason, and the others work', async () => {
    // The database knows the plugins that come with Terrace; this server's folder has others.
    const folders = new Set(['retail', 'other', 'c-same-id', 'future', 'e-broken', 'f-empty']);
    const listed = await server.client.call('listPlugins');
    const items = listed.items.filter(({ id }) => folders.has(id));
    expect(items.map(({ id, isEnabled }) => [id, isEnabled])).toEqual([
      ['retail', true],
      ['other', false],
      ['c-same-id', false],
      ['future', false],
      ['e-broken', false],
      ['f-empty', false],
    ]);
    const problems = items.map(({ problem }) => problem?.en ?? '');
    expect(problems[1]).toMatch(/"customer" belongs to "retail".*"other"/);
    expect(problems[2]).toMatch(/"a-retail" and "c-same-id" both have the id "retail"/);
    expect(problems[3]).toContain('>=99');
    expect(problems[4]).toContain('plugin.json is not JSON');
    expect(items.every(({ isEnabled, problem }) => isEnabled || problem?.['zh-CN'] !== '')).toBe(true);
  });

  it('bring templates and dimensions', async () => {
    const templates = await server.client.call('listTemplates');
    const eventTypes = Object.fromEntries(
      templates.items.map((template) => [template.id, template.eventTypes]),
    );
    expect(eventTypes).toMatchObject({
      'retail/rfm': ['order'],
      'retail/rfm-summary': [],
      'retail/value': ['order'],
    });
    const dimensions = await server.client.call('listDimensions', { query: { subjectType: 'customer' } });
    expect(dimensions.items.map(({ id }) => id)).toContain('retail.recency');
    const none = await server.client.call('listDimensions', { query: { subjectType: 'patient' } });
    expect(none.items).toEqual([]);
  });

  it('add new fields of a newer version to stored types and keep fields added by hand', async () => {
    const field = { id: 'by_hand', name: { en: 'By hand' }, type: 'text' } as const;
    await server.client.call('addSubjectField', { params: { id: 'customer' }, body: field });
    copyPlugin('a-retail', (manifest) => {
      const contributes = manifest['contributes'] as { subjectTypes: { fields: unknown[] }[] };
      contributes.subjectTypes[0]?.fields.push({ id: 'newer', name: { en: 'Newer' }, type: 'number' });
    });
    const again = await startTestServer({
      env: { DATABASE_URL: server.databaseUrl, TERRACE_PLUGINS: plugins },
    });
    try {
      const { items } = await again.client.call('listSubjectTypes');
      const ids = items.find(({ id }) => id === 'customer')?.fields.map(({ id }) => id);
      expect(ids?.slice(-2)).toEqual(['newer', 'by_hand']);
      const done = await importFile(again.client, {
        target: { kind: 'subject', type: 'customer' },
        mapping: { key: 'k', newer: 'n', by_hand: 'b' },
        content: 'k,n,b\nA,1.50,x\n',
      });
      expect(done.counts.added).toBe(1);
      const subject = await again.client.call('getSubject', { params: { type: 'customer', key: 'A' } });
      expect(subject.fields).toMatchObject({ newer: '1.50', by_hand: 'x' });
    } finally {
      await again.stop();
    }
  }, 60_000);
});

describe('a sample', () => {
  async function load(id: string) {
    await server.client.call('loadSample', { params: { id } });
    while (true) {
      const found = await server.client.call('getSampleLoad', { params: { id } });
      if (found.state !== 'queued' && found.state !== 'running') return found;
      await pause(100);
    }
  }

  it('is loaded with its published model, and again without changing anything', async () => {
    const id = 'retail.retail';
    expect((await server.client.call('getSampleLoad', { params: { id } })).state).toBe('none');
    const first = await load(id);
    expect(first).toMatchObject({ state: 'done', progress: 1, error: null });
    const model = await server.client.call('getModel', { params: { id: first.modelId ?? '' } });
    expect([model.template, model.publishedVersion, model.issues]).toEqual(['retail/rfm', 1, []]);
    const types = async () => [
      (await server.client.call('listSubjectTypes')).items.map(({ id: type, recordCount }) => [
        type,
        recordCount,
      ]),
      (await server.client.call('listEventTypes')).items.map(({ id: type, recordCount }) => [
        type,
        recordCount,
      ]),
    ];
    const before = await types();
    expect(before[1]).toContainEqual(['order', 30_000]);
    const second = await load(id);
    expect(second.modelId).toBe(first.modelId);
    expect(await types()).toEqual(before);
    const { items } = await server.client.call('listPlugins');
    const loads = items.flatMap(({ samples }) => samples.map((sample) => [sample.id, sample.load] as const));
    expect(Object.fromEntries(loads)[id]).toEqual(second);
    const notLoaded = { state: 'none', progress: 0, error: null, modelId: null };
    for (const [other, found] of loads) if (other !== id) expect(found).toEqual(notLoaded);
    expect(loads.length).toBeGreaterThan(1);
  }, 60_000);

  it('that nobody brings is not found', async () => {
    await expect(server.client.call('loadSample', { params: { id: 'retail.none' } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});

describe('record types made by hand', () => {
  it('can be filled at once, and are refused when their id is taken or they contradict themselves', async () => {
    await createTypes(server.client);
    await expect(createTypes(server.client)).rejects.toMatchObject({
      problem: { status: 409, issues: [{ code: 'TYPE_EXISTS' }] },
    });
    const field = { name: { en: 'F' }, type: 'number' } as const;
    const call = server.client.call('createEventType', {
      body: {
        id: 'room_call',
        name: { en: 'Call' },
        subjectType: 'guest',
        fields: [
          { ...field, id: 'time' },
          { ...field, id: 'a', minimum: 2, maximum: 1 },
          { ...field, id: 'a' },
          { ...field, id: 'kind', type: 'enumeration' },
        ],
      },
    });
    await expect(call).rejects.toMatchObject({
      problem: {
        status: 400,
        issues: [
          { code: 'FIELD_ID_RESERVED', path: ['body', 'fields', 0, 'id'] },
          { code: 'LIMITS_CROSSED' },
          { code: 'DUPLICATE_FIELD' },
          { code: 'ENUMERATION_WITHOUT_VALUES' },
        ],
      },
    });
    const orphan = { id: 'room_call', name: { en: 'Call' }, subjectType: 'nobody', fields: [] };
    await expect(server.client.call('createEventType', { body: orphan })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});
