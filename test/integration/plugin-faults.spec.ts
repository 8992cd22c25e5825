import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createClient } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { both, guestType, writeHotel } from '../fixtures/plugin-package.js';
import { connect, eventually } from '../fixtures/tiering.js';

const plugins = mkdtempSync(join(tmpdir(), 'terrace-plugins-'));
const env = { TERRACE_PLUGINS: plugins, TERRACE_ALLOW_UNSIGNED_PLUGINS: '1' };
let first: TestServer;
let database: pg.Client;

beforeAll(async () => {
  mkdirSync(join(plugins, 'hotel'));
  writeHotel(join(plugins, 'hotel'));
  first = await startTestServer({ env });
  database = await connect(first.databaseUrl);
});
afterAll(async () => {
  await database.end();
  await first.stop();
  rmSync(plugins, { recursive: true });
});

it('a plugin whose types could not be stored at the start is used as soon as they can be', async () => {
  const vip = { id: 'vip', name: both('VIP'), type: 'boolean' };
  const contributes = { subjectTypes: [guestType(vip)] };
  writeHotel(join(plugins, 'hotel'), { manifest: { version: '1.1.0' }, contributes });
  // As an import does; the new column has to wait for it.
  await database.query('BEGIN');
  await database.query('LOCK TABLE data.subject_guest IN ROW EXCLUSIVE MODE');
  const second = await startTestServer({ env: { ...env, DATABASE_URL: first.databaseUrl } });
  try {
    const hotel = async () => {
      const { items } = await second.client.call('listPlugins');
      return items.find(({ id }) => id === 'hotel');
    };
    expect(await hotel()).toMatchObject({
      state: 'faulty',
      problem: { en: expect.stringMatching(/in use by an import or a run/) },
    });
    await database.query('ROLLBACK');
    const used = await eventually(async () => {
      const found = await hotel();
      return found?.state === 'enabled' ? found : undefined;
    });
    expect(used).toMatchObject({ version: '1.1.0', problem: null });
    const { items } = await second.client.call('listSubjectTypes');
    expect(items.find(({ id }) => id === 'guest')?.fields.map(({ id }) => id)).toContain('vip');
  } finally {
    await second.stop();
  }
});

it('where a plugin is on the server is shown to administrators alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'terrace-inn-'));
  const nothing = {
    subjectTypes: [],
    eventTypes: [],
    dimensions: [],
    templates: [],
    reports: [],
    testCases: [],
  };
  writeHotel(folder, { manifest: { id: 'inn' }, contributes: nothing });
  try {
    await first.client.call('installPlugin', { body: { source: { kind: 'folder', path: folder } } });
    const { secret } = await first.client.call('createToken', { body: { name: 'viewer', role: 'viewer' } });
    const viewer = createClient({ baseUrl: first.url, token: secret });
    const inn = { params: { id: 'inn' } };
    expect((await first.client.call('getPlugin', inn)).folder).toBe(folder);
    expect(await viewer.call('getPlugin', inn)).toMatchObject({ id: 'inn', source: 'folder', folder: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const second = await startTestServer({ env: { ...env, DATABASE_URL: first.databaseUrl } });
  try {
    const inn = await second.client.call('getPlugin', { params: { id: 'inn' } });
    expect(inn.problem?.en).toBe('Its folder on the server is not there any more.');
  } finally {
    await second.stop();
  }
});
