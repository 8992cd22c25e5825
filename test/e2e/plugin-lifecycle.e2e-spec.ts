import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiError, type Client, type PluginSource, type Problem } from '@terrace/client';
import { createSigningKeys } from '@terrace/plugin-sdk';
import { startTestServer, type TestServer } from '@terrace/testing';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  both,
  guestType,
  packHotel,
  stayType,
  writeHotel,
  type PluginChange,
} from '../fixtures/plugin-package.js';
import { connect, eventually } from '../fixtures/tiering.js';
import { importFile } from './import-file.js';

const keys = createSigningKeys();
const home = mkdtempSync(join(tmpdir(), 'terrace-home-'));
let server: TestServer;
let client: Client;

beforeAll(async () => {
  // Left by a process that died long ago.
  const left = join(home, 'exports/data-left');
  mkdirSync(left, { recursive: true });
  utimesSync(left, 0, 0);
  server = await startTestServer({ env: { TERRACE_HOME: home } });
  ({ client } = server);
  await client.call('addSigningKey', { body: { name: 'Acme', publicKey: keys.publicKey } });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Sends the plugin `hotel` so changed, signed. */
async function send(change: PluginChange = {}, privateKey: string | undefined = keys.privateKey) {
  const stream = await packHotel(change, privateKey);
  return client.call('uploadPluginPackage', { stream });
}

async function sent(change: PluginChange = {}): Promise<PluginSource> {
  return { kind: 'upload', package: (await send(change)).package };
}

const install = async (change: PluginChange = {}) =>
  client.call('installPlugin', { body: { source: await sent(change) } });
const hotel = { params: { id: 'hotel' } };
const plugin = () => client.call('getPlugin', hotel);
const remove = (query: { data: 'keep' | 'purge'; confirm?: string }) =>
  client.call('removePlugin', { ...hotel, query });

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  return error.problem;
}

/** Status and codes of a refusal, whose every issue speaks both languages. */
async function refusalOf(call: Promise<unknown>): Promise<[number, ...string[]]> {
  const { status, issues = [] } = await problemOf(call);
  for (const { message } of issues) expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
  return [status, ...issues.map(({ code }) => code)];
}

async function importGuests(): Promise<void> {
  await importFile(client, {
    target: { kind: 'subject', type: 'guest' },
    mapping: { key: 'k', nights: 'n', city: 'c' },
    content: 'k,n,c\nA,12,"Köln, am Rhein"\nB,3,杭州\nC,1,\n',
  });
  await importFile(client, {
    target: { kind: 'event', type: 'stay' },
    mapping: { subject: 'k', time: 't', id: 'i', amount: 'a' },
    content: 'k,t,i,a\nA,2026-01-02,s1,120.50\n',
  });
}

async function makeModel(): Promise<string> {
  const { id } = await client.call('createModel', { body: { template: 'hotel/regulars' } });
  return id;
}

/** A computed run of the model's draft, or of its first version. */
async function compute(modelId: string, version?: number): Promise<string> {
  const { id } = await client.call('startRun', {
    body: version === undefined ? { modelId, draft: true } : { modelId, version },
  });
  for (;;) {
    const run = await client.call('getRun', { params: { id } });
    if (run.state !== 'queued' && run.state !== 'running') {
      expect(run.error).toBeNull();
      return id;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe('a packed plugin', () => {
  it('is looked into when it is sent, and installed when that is asked for', async () => {
    const staged = await send();
    expect(staged).toMatchObject({
      manifest: { id: 'hotel', version: '1.0.0', hasCode: false, counts: { recordTypes: 2, testCases: 1 } },
      signature: { state: 'trusted', signer: 'Acme', fingerprint: keys.fingerprint },
      issues: [],
      installedVersion: null,
    });
    expect((await send()).package).toBe(staged.package);
    expect((await client.call('listPlugins')).items.map(({ id }) => id)).not.toContain('hotel');

    const source = { kind: 'upload' as const, package: staged.package };
    expect(await client.call('installPlugin', { body: { source } })).toMatchObject({
      id: 'hotel',
      source: 'package',
      state: 'enabled',
      problem: null,
    });
    expect((await send()).installedVersion).toBe('1.0.0');
    expect(await refusalOf(client.call('installPlugin', { body: { source } }))).toEqual([
      409,
      'PLUGIN_INSTALLED',
    ]);
  });

  it('has a page that says what it adds, may do and is used for', async () => {
    await importGuests();
    const modelId = await makeModel();
    expect(await plugin()).toMatchObject({
      author: { name: 'Acme' },
      permissions: null,
      contributes: {
        recordTypes: [
          { kind: 'subject', id: 'guest', fieldCount: 2 },
          { kind: 'event', id: 'stay', fieldCount: 1 },
        ],
        templates: [{ id: 'hotel/regulars', subjectType: 'guest' }],
        dimensions: [{ id: 'hotel.nights' }],
        reports: [{ id: 'hotel.nights' }, { id: 'hotel.stays' }],
        testCaseCount: 3,
      },
      versions: [{ version: '1.0.0', isCurrent: true, signature: { state: 'trusted' } }],
      models: [{ id: modelId, template: 'hotel/regulars', publishedVersion: null }],
      data: [
        { kind: 'subject', type: 'guest', recordCount: 3 },
        { kind: 'event', type: 'stay', recordCount: 1 },
      ],
      faults: [],
    });
  });

  it('brings node kinds, tiers, actions and reports', async () => {
    const kinds = await client.call('listNodeKinds');
    expect(kinds.items.find(({ owner }) => owner === 'hotel')).toMatchObject({
      id: 'hotel.double',
      version: '1.0.0',
      definition: { valueType: 'number', expression: { '*': [{ var: 'value' }, 2] } },
    });
    const tiers = await client.call('listTierPresets');
    expect(tiers.items.find(({ owner }) => owner === 'hotel')).toMatchObject({ id: 'hotel.vip' });
    const actions = await client.call('listActionPresets');
    expect(actions.items.find(({ owner }) => owner === 'hotel')).toMatchObject({
      id: 'hotel.welcome',
      on: ['enter'],
      action: { type: 'task', owner: 'front desk' },
    });
    const runId = await compute(await makeModel());
    const { items } = await client.call('listRunReports', { params: { id: runId } });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      id: 'hotel.nights',
      measures: [{ unit: null }, { unit: 'share' }, { unit: 'night' }, { unit: 'share' }, { unit: 'night' }],
      tiers: [
        {
          tier: 'regular',
          values: { guests: '1', share: '0.333333', total: '12', part: '0.75', mean: '12' },
        },
        { tier: 'guest', values: { guests: '2', share: '0.666667', total: '4', part: '0.25', mean: '2' } },
      ],
      expectations: [
        { tier: 'regular', measure: 'part', actual: '0.75', isMet: true },
        { tier: 'regular', measure: 'guests', actual: '1', isMet: true },
      ],
    });
    expect(items[1]).toMatchObject({
      id: 'hotel.stays',
      tiers: [
        { tier: 'regular', values: { mean: '12', longest: '12' } },
        { tier: 'guest', values: { mean: '1', longest: '3' } },
      ],
    });
  });

  it('has no reports of a result that is gone, and says so', async () => {
    const runId = await compute(await makeModel());
    const database = await connect(server.databaseUrl);
    // As the clean-up of old results does it, before it notes that there is none any more.
    await database.query(`DROP TABLE data.run_${runId}`);
    await database.end();
    const reports = client.call('listRunReports', { params: { id: runId } });
    expect(await refusalOf(reports)).toEqual([409, 'RESULT_REMOVED']);
    const subjects = client.call('listRunSubjects', { params: { id: runId }, query: {} });
    expect(await refusalOf(subjects)).toEqual([409, 'RESULT_REMOVED']);
  });

  it('is disabled and enabled with everything it brings', async () => {
    const { models } = await client.call('previewDisabling', hotel);
    expect(models.map(({ effect }) => effect)).toEqual(['continues', 'continues', 'continues']);
    const disabled = await client.call('disablePlugin', hotel);
    expect(disabled).toMatchObject({ plugin: { state: 'disabled', isEnabled: false }, models });
    const brought = async () =>
      (await client.call('listTemplates')).items.some(({ owner }) => owner === 'hotel');
    expect(await brought()).toBe(false);
    expect(await refusalOf(makeModel())).toEqual([404, 'NOT_FOUND']);
    // Models are whole without it.
    await compute(models[0]?.id ?? '');
    expect(await client.call('enablePlugin', hotel)).toMatchObject({ state: 'enabled' });
    expect(await brought()).toBe(true);
  });

  it('goes back to use from quarantine when an administrator says so', async () => {
    const database = await connect(server.databaseUrl);
    await database.query(
      `UPDATE terrace.plugin SET state = 'quarantined', reason = $1, revision = revision + 1 WHERE id = 'hotel'`,
      [JSON.stringify({ en: 'It took too long.', 'zh-CN': '超时。' })],
    );
    await database.query('UPDATE terrace.plugin_revision SET revision = revision + 1');
    await database.end();
    expect(await plugin()).toMatchObject({
      state: 'quarantined',
      isEnabled: true,
      problem: { en: 'It took too long.' },
    });
    expect(await client.call('enablePlugin', hotel)).toMatchObject({ state: 'enabled', problem: null });
  });
});

const newer = {
  manifest: { version: '1.1.0' },
  regularFrom: 12,
  contributes: {
    subjectTypes: [guestType({ id: 'vip', name: { en: 'VIP', 'zh-CN': '贵宾' }, type: 'boolean' })],
    eventTypes: [],
  },
};

describe('an upgrade', () => {
  const preview = async (change: PluginChange) =>
    client.call('previewUpgrade', { ...hotel, body: { source: await sent(change) } });
  const upgrade = async (change: PluginChange) =>
    client.call('upgradePlugin', { ...hotel, body: { source: await sent(change) } });

  it('is shown before it is made', async () => {
    const shown = await preview(newer);
    expect(shown).toMatchObject({
      from: '1.0.0',
      to: '1.1.0',
      canUpgrade: true,
      issues: [],
      testCases: { passed: 3, failed: [] },
      newPermissions: [],
    });
    expect(shown.types.map(({ id, change, changes }) => [id, change, changes[0]?.en])).toEqual([
      ['guest', 'changed', 'The field "VIP" (vip) is added.'],
      ['stay', 'kept', 'The new version does not bring it any more; it is kept with its records.'],
    ]);
    expect(shown.templates).toHaveLength(1);
    expect(shown.templates[0]).toMatchObject({ id: 'hotel/regulars', change: 'changed' });
    expect(shown.templates[0]?.changes[0]?.en).toMatch(/10.*12/);
    expect(shown.templates[0]?.changes[0]?.['zh-CN']).toMatch(/10.*12/);
    // A model that was made from it differs by the same, and passes other cases.
    expect(shown.models[0]).toMatchObject({
      template: 'hotel/regulars',
      issues: [],
      testCases: { passed: 2, failed: [{ template: 'regulars', case: 1, note: 'below' }] },
    });
    expect(shown.models[0]?.changes[0]?.en).toMatch(/10.*12/);
    expect((await plugin()).version).toBe('1.0.0');
  });

  it.each<[string, PluginChange, string]>([
    ['an older version', { manifest: { version: '0.9.0' } }, 'NOT_NEWER'],
    ['the same version', {}, 'NOT_NEWER'],
    ['one for another host', { manifest: { version: '2.0.0', host: '>=99' } }, 'HOST_VERSION'],
    [
      'one that needs a plugin that is not there',
      { manifest: { version: '2.0.0', requires: { spa: '^1.0.0' } } },
      'REQUIRES_PLUGIN',
    ],
    [
      'one that changes the type of a field',
      {
        manifest: { version: '2.0.0' },
        contributes: {
          subjectTypes: [
            {
              ...guestType(),
              fields: [
                { id: 'nights', name: both('Nights'), type: 'number' },
                { id: 'city', name: both('City'), type: 'boolean' },
              ],
            },
          ],
        },
      },
      'FIELD_TYPE_CHANGED',
    ],
    [
      'one that brings the type of another plugin',
      {
        manifest: { version: '2.0.0' },
        contributes: { subjectTypes: [guestType(), { ...guestType(), id: 'customer' }] },
      },
      'TYPE_EXISTS',
    ],
    [
      'one whose test cases fail',
      {
        manifest: { version: '2.0.0' },
        files: {
          'tests/regulars.json': {
            template: 'regulars',
            cases: [{ values: { nights: 3 }, tier: 'regular' }],
          },
        },
      },
      'TEST_CASES_FAILED',
    ],
  ])('to %s is refused, and everything stays as it was', async (_what, change, code) => {
    const before = [await plugin(), (await client.call('listSubjectTypes')).items];
    const shown = await preview(change);
    expect([shown.canUpgrade, shown.issues.map((issue) => issue.code)]).toEqual([false, [code]]);
    expect(await refusalOf(upgrade(change))).toEqual([409, code]);
    expect([await plugin(), (await client.call('listSubjectTypes')).items]).toEqual(before);
  });

  it('to one that needs what only the old version brought is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'terrace-hotel-'));
    const spend = {
      kind: 'dimension',
      id: 'spend',
      name: both('Spend'),
      valueType: 'number',
      source: { kind: 'aggregate', event: 'stay', measure: 'sum', field: 'amount' },
      missing: { policy: 'noMatch' },
    };
    const dimensions = [{ subjectType: 'guest', node: spend }];
    writeHotel(folder, { manifest: { version: '1.1.0' }, contributes: { eventTypes: [], dimensions } });
    try {
      // The type is stored and stays, but no other server has it: the version would work here alone, and until it is read again.
      const source: PluginSource = { kind: 'folder', path: folder };
      const { status, issues = [] } = await problemOf(
        client.call('previewUpgrade', { ...hotel, body: { source } }),
      );
      expect([status, ...issues.map(({ message }) => message.en)]).toEqual([
        400,
        'There is no event type "stay" of "guest". Available: none.',
      ]);
      expect(issues[0]?.path.slice(0, 3)).toEqual(['contributes', 'dimensions', 0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('to another plugin is refused', async () => {
    const { package: other } = await send({ manifest: { id: 'inn', version: '2.0.0' } });
    const call = client.call('upgradePlugin', {
      ...hotel,
      body: { source: { kind: 'upload', package: other } },
    });
    expect(await refusalOf(call)).toEqual([409, 'OTHER_PLUGIN']);
  });

  it('is made as a whole, keeps records and models, and is in use at once', async () => {
    const [model] = (await plugin()).models;
    const before = await client.call('getModel', { params: { id: model?.id ?? '' } });
    expect(await upgrade(newer)).toMatchObject({ version: '1.1.0', state: 'enabled' });
    expect(await client.call('getModel', { params: { id: model?.id ?? '' } })).toEqual(before);
    const found = await plugin();
    expect(found.versions.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      ['1.1.0', true],
      ['1.0.0', false],
    ]);
    expect(found.data.map(({ type, recordCount }) => [type, recordCount])).toEqual([
      ['guest', 3],
      ['stay', 1],
    ]);
    const guest = (await client.call('listSubjectTypes')).items.find(({ id }) => id === 'guest');
    expect(guest?.fields.map(({ id }) => id)).toEqual(['nights', 'city', 'vip']);
    const made = await client.call('instantiateTemplate', { body: { template: 'hotel/regulars' } });
    expect(JSON.stringify(made.nodes)).toContain('12');
  });
});

describe('an upgrade of a disabled plugin', () => {
  it('leaves it disabled', async () => {
    await client.call('disablePlugin', hotel);
    const body = { source: await sent({ ...newer, manifest: { version: '1.1.1' } }) };
    expect(await client.call('upgradePlugin', { ...hotel, body })).toMatchObject({
      version: '1.1.1',
      state: 'disabled',
    });
    await client.call('enablePlugin', hotel);
  });
});

describe('fields added to the types of another plugin', () => {
  const spa = (id: string, more: object = {}): PluginChange => ({
    manifest: { id, name: both(id), requires: { hotel: '^1.0.0' }, ...more },
    contributes: {
      subjectTypes: [],
      eventTypes: [],
      dimensions: [],
      templates: [],
      reports: [],
      testCases: [],
      fields: [{ type: 'guest', field: { id: 'massages', name: both('Massages'), type: 'number' } }],
    },
  });
  const fieldsOfGuest = async () =>
    (await client.call('listSubjectTypes')).items
      .find(({ id }) => id === 'guest')
      ?.fields.map(({ id }) => id);

  it('belong to the one that added them', async () => {
    await install(spa('spa'));
    expect(await fieldsOfGuest()).toContain('massages');
    expect((await client.call('getPlugin', { params: { id: 'spa' } })).contributes.fields).toMatchObject([
      { type: 'guest', id: 'massages' },
    ]);
    const staged = await send(spa('wellness'));
    expect(staged.issues.map(({ code }) => code)).toEqual(['FIELD_TAKEN']);
    const source = { kind: 'upload' as const, package: staged.package };
    const { issues } = await problemOf(client.call('installPlugin', { body: { source } }));
    expect(issues?.[0]?.message.en).toMatch(/"guest.massages" belongs to "spa".*"wellness"/);
  });

  it('keep what they rest on: it can be neither disabled nor purged', async () => {
    expect(await refusalOf(client.call('disablePlugin', hotel))).toEqual([409, 'PLUGIN_REQUIRED']);
    expect(await refusalOf(remove({ data: 'keep' }))).toEqual([409, 'PLUGIN_REQUIRED']);
    const { purgeIssues } = await client.call('previewRemoval', hotel);
    expect(purgeIssues.map(({ code }) => code)).toEqual(['PLUGIN_REQUIRED', 'TYPE_IN_USE']);
    expect(await refusalOf(remove({ data: 'purge', confirm: 'hotel' }))).toEqual([
      409,
      'PLUGIN_REQUIRED',
      'TYPE_IN_USE',
    ]);
    const upgrade = client.call('upgradePlugin', {
      ...hotel,
      body: { source: await sent({ manifest: { version: '2.0.0' } }) },
    });
    expect(await refusalOf(upgrade)).toEqual([409, 'REQUIRED_VERSION']);
  });

  it('go with their values when that plugin is purged', async () => {
    const params = { id: 'spa' };
    const shown = await client.call('previewRemoval', { params });
    expect(shown.fields).toMatchObject([{ type: 'guest', id: 'massages' }]);
    await client.call('removePlugin', { params, query: { data: 'purge', confirm: 'spa' } });
    expect(await fieldsOfGuest()).toEqual(['nights', 'city', 'vip']);
    expect(await refusalOf(client.call('getPlugin', { params }))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('removing', () => {
  it('gives the records out before, as files that can be imported', async () => {
    const response = await client.call('exportPluginData', hotel);
    expect(response.headers.get('content-type')).toBe('application/gzip');
    const tar = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(tar).toContain('subject-guest.csv');
    expect(tar).toContain('key,nights,city,vip\nA,12,"Köln, am Rhein",\nB,3,杭州,\nC,1,,\n');
    expect(tar).toContain('subject,time,id,amount\nA,2026-01-02T00:00:00.000Z,s1,120.50\n');
    // The files it was made from are gone, with those that were left there before.
    await eventually(async () => (readdirSync(join(home, 'exports')).length === 0 ? true : undefined));
  });

  it('keeps the record types with their records, which come back with the plugin', async () => {
    await remove({ data: 'keep' });
    expect(await refusalOf(plugin())).toEqual([404, 'NOT_FOUND']);
    const types = (await client.call('listSubjectTypes')).items;
    expect(types.find(({ id }) => id === 'guest')).toMatchObject({ owner: 'hotel', recordCount: 3 });
    // Nobody else can take them meanwhile.
    const staged = await send({ manifest: { id: 'inn' } });
    expect(staged.issues.map(({ code }) => code)).toEqual(['TYPE_EXISTS', 'TYPE_EXISTS']);
    await install({ manifest: { version: '1.1.0' }, regularFrom: 12 });
    expect((await plugin()).data.map(({ recordCount }) => recordCount)).toEqual([3, 1]);
  });

  it('purges only what nothing else rests on, and only when it is confirmed', async () => {
    const all = (query: { data: 'purge'; confirm?: string }) => refusalOf(remove(query));
    expect(await all({ data: 'purge' })).toEqual([400, 'NOT_CONFIRMED']);
    expect(await all({ data: 'purge', confirm: 'hotels' })).toEqual([400, 'NOT_CONFIRMED']);
    await client.call('createEventType', {
      body: {
        ...stayType(),
        id: 'complaint',
        subjectAliases: [],
        timeAliases: [],
        idAliases: [],
        fields: [],
      },
    });
    expect(await all({ data: 'purge', confirm: 'hotel' })).toEqual([409, 'TYPE_IN_USE']);
    expect((await plugin()).data.map(({ recordCount }) => recordCount)).toEqual([3, 1]);
  });
});

describe('a trusted key', () => {
  it('is needed for a plugin to be installed', async () => {
    const stranger = createSigningKeys();
    const change = {
      manifest: { id: 'motel' },
      contributes: {
        subjectTypes: [],
        eventTypes: [],
        dimensions: [],
        templates: [],
        reports: [],
        testCases: [],
      },
    };
    for (const [key, state] of [
      [stranger.privateKey, 'untrusted'],
      [undefined, 'unsigned'],
    ] as const) {
      const staged = await client.call('uploadPluginPackage', { stream: await packHotel(change, key) });
      expect([staged.signature.state, staged.issues.map(({ code }) => code)]).toEqual([
        state,
        ['NOT_TRUSTED'],
      ]);
      const source = { kind: 'upload' as const, package: staged.package };
      const { package: _package, expiresAt: _expiresAt, ...candidate } = staged;
      expect(await client.call('inspectPlugin', { body: { source } })).toEqual(candidate);
      expect(await refusalOf(client.call('installPlugin', { body: { source } }))).toEqual([
        409,
        'NOT_TRUSTED',
      ]);
    }
    const added = await client.call('addSigningKey', {
      body: { name: ' Stranger ', publicKey: stranger.publicKey },
    });
    expect(added).toMatchObject({ name: 'Stranger', fingerprint: stranger.fingerprint });
    const staged = await client.call('uploadPluginPackage', {
      stream: await packHotel(change, stranger.privateKey),
    });
    expect(staged.signature).toMatchObject({ state: 'trusted', signer: 'Stranger' });
    await client.call('installPlugin', { body: { source: { kind: 'upload', package: staged.package } } });

    await client.call('removeSigningKey', { params: { fingerprint: stranger.fingerprint } });
    const motel = await client.call('getPlugin', { params: { id: 'motel' } });
    expect(motel).toMatchObject({
      state: 'faulty',
      isEnabled: false,
      signature: { state: 'untrusted' },
      faults: [{ code: 'NOT_TRUSTED' }],
    });
  });

  it('is a public Ed25519 key, once', async () => {
    const add = (publicKey: string) =>
      refusalOf(client.call('addSigningKey', { body: { name: 'x', publicKey } }));
    expect(await add('no key')).toEqual([400, 'NOT_A_PUBLIC_KEY']);
    expect(await add(keys.privateKey)).toEqual([400, 'NOT_A_PUBLIC_KEY']);
    expect(await add(keys.publicKey)).toEqual([409, 'KEY_TRUSTED']);
    const { items, allowUnsigned } = await client.call('listSigningKeys');
    expect([items.map(({ name }) => name), allowUnsigned]).toEqual([['Acme'], false]);
    expect(await refusalOf(client.call('removeSigningKey', { params: { fingerprint: 'none' } }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });
});
