import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPluginOrThrow } from './read-plugin-or-throw.js';
import { readPlugin } from './read-plugin.js';

const both = (text: string) => ({ en: text, 'zh-CN': text });

const tiers = [
  { kind: 'tier', id: 'good', name: both('Good'), rank: 1 },
  { kind: 'tier', id: 'other', name: both('Other'), rank: 2 },
];
const visits = {
  kind: 'dimension',
  id: 'visits',
  name: both('Visits'),
  valueType: 'number',
  source: { kind: 'aggregate', event: 'visit', measure: 'count' },
  missing: { policy: 'noMatch' },
};
const often = {
  kind: 'condition',
  id: 'often',
  name: both('Often'),
  when: { '>=': [{ var: 'visits' }, { $parameter: 'often' }] },
  tier: 'good',
};

function document(nodes: object[] = [visits, often, ...tiers]): object {
  return { schema: 1, name: both('Visits'), subjectType: 'guest', nodes, fallback: 'other' };
}

function manifest(contributes: object = {}): object {
  return {
    id: 'hotel',
    version: '1.0.0',
    host: '>=0.1.0',
    name: both('Hotel'),
    license: 'MIT',
    contributes: {
      subjectTypes: [
        { id: 'guest', name: both('Guest'), fields: [{ id: 'city', name: both('City'), type: 'text' }] },
      ],
      eventTypes: [{ id: 'visit', name: both('Visit'), subjectType: 'guest', fields: [] }],
      templates: [
        {
          id: 'by-visits',
          name: both('By visits'),
          file: 'models/visits.json',
          parameters: [{ id: 'often', name: both('Often'), type: 'integer', default: 3 }],
        },
      ],
      ...contributes,
    },
  };
}

describe('readPlugin', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plugin-'));
    await mkdir(join(folder, 'models'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(plugin: unknown, model: unknown = document()) {
    await writeFile(
      join(folder, 'plugin.json'),
      typeof plugin === 'string' ? plugin : JSON.stringify(plugin),
    );
    await writeFile(join(folder, 'models/visits.json'), JSON.stringify(model));
    return readPlugin(folder);
  }

  async function faults(plugin: unknown, model?: unknown): Promise<string[]> {
    const result = await read(plugin, model);
    return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
  }

  it('reads a plugin and leaves the parameters of its templates open', async () => {
    const result = await read(manifest());
    expect(result.ok && result.plugin.templates['by-visits']).toEqual(document());
    expect(result.ok && result.plugin.manifest.contributes.eventTypes[0]?.id).toBe('visit');
  });

  it('throws with every fault and its place where a sound plugin was wanted', async () => {
    await read(manifest());
    expect((await readPluginOrThrow(folder)).manifest.id).toBe('hotel');
    await read({ ...manifest(), version: 'one', license: 1 });
    const fault = await readPluginOrThrow(folder).then(String, String);
    expect(fault.split('\n').map((line) => line.split(':')[0])).toEqual(['Error', 'version', 'license']);
    expect(fault).toContain(`${folder} is no sound plugin:`);
  });

  it('tells of a folder without a manifest, and of one that is not JSON', async () => {
    const missing = await readPlugin(join(folder, 'none'));
    expect(missing.ok || missing.issues[0]?.code).toBe('PLUGIN_FILE_UNREADABLE');
    expect(await faults('{"id": ')).toEqual(['PLUGIN_FILE_NOT_JSON ']);
  });

  it('refuses a manifest that is too large to be one', async () => {
    expect(await faults(`{"id": "${'x'.repeat(4 * 1024 * 1024)}"}`)).toEqual(['PLUGIN_FILE_TOO_LARGE ']);
  });

  it('names every wrong place of a manifest, in both languages', async () => {
    const result = await read({ ...manifest(), id: 'No Id', version: 'one' });
    const issues = result.ok ? [] : result.issues;
    expect(issues.map(({ path }) => path)).toEqual([['id'], ['version']]);
    expect(issues[0]?.message.en).toContain('an id has 1 to 41 characters');
    expect(issues[0]?.message['zh-CN']).toMatch(/^id：/);
  });

  it('lets no template leave the folder', async () => {
    const template = { id: 'evil', name: both('Evil'), file: '../secret.json' };
    expect(await faults(manifest({ templates: [template] }))).toEqual([
      'INVALID_MANIFEST contributes.templates.0.file',
    ]);
  });

  it('finds ids used twice and references that lead nowhere', async () => {
    const type = { id: 'stay', name: both('Stay'), subjectType: 'room', fields: [] };
    const visit = { id: 'visit', name: both('Visit'), subjectType: 'guest', fields: [] };
    expect(await faults(manifest({ eventTypes: [visit, type, visit] }))).toEqual([
      'DUPLICATE_ID contributes.eventTypes.2.id',
      'UNKNOWN_REFERENCE contributes.eventTypes.1.subjectType',
    ]);
  });

  it('finds what a sample names and the plugin does not have', async () => {
    const key = { kind: 'key', prefix: 'G', width: 3 };
    const sample = {
      id: 'small',
      name: both('Small'),
      seed: 1,
      asOf: '2024-01-01',
      subjects: {
        type: 'guest',
        count: 2,
        key,
        fields: { town: { kind: 'start' }, city: { kind: 'summary', event: 'stay', measure: 'count' } },
      },
      events: [{ type: 'visit', count: 3, days: 5, withoutEvents: 0, fields: { price: key } }],
      template: 'by-money',
    };
    expect(await faults(manifest({ samples: [sample] }))).toEqual([
      'UNKNOWN_REFERENCE contributes.samples.0.subjects.fields.town',
      'UNKNOWN_REFERENCE contributes.samples.0.subjects.fields.city.event',
      'UNKNOWN_REFERENCE contributes.samples.0.events.0.fields.price',
      'UNKNOWN_REFERENCE contributes.samples.0.template',
    ]);
  });

  it('refuses a template that is no sound model with its defaults', async () => {
    const unsound = document([{ ...visits, source: { ...visits.source, event: 'stay' } }, often, ...tiers]);
    const result = await read(manifest(), unsound);
    expect(result.ok).toBe(false);
    expect(result.ok || result.issues[0]?.path.slice(0, 4)).toEqual(['contributes', 'templates', 0, 'file']);
  });

  it('refuses a catalog dimension over a field that does not exist', async () => {
    const node = { ...visits, valueType: 'text', source: { kind: 'field', field: 'town' } };
    const result = await read(manifest({ dimensions: [{ subjectType: 'guest', node }] }));
    expect(result.ok).toBe(false);
    expect(result.ok || result.issues[0]?.path.slice(0, 4)).toEqual(['contributes', 'dimensions', 0, 'node']);
  });

  it('refuses a node that is no dimension among the dimensions', async () => {
    const node = { kind: 'tier', id: 'vip', name: { en: 'VIP' }, rank: 1 };
    const result = await read(manifest({ dimensions: [{ subjectType: 'guest', node }] }));
    expect(result.ok).toBe(false);
    expect(result.ok || result.issues.map(({ path }) => path.join('.'))).toContain(
      'contributes.dimensions.0.node.kind',
    );
  });

  it('puts the texts of locale files in the places of their keys, in templates too', async () => {
    await mkdir(join(folder, 'locales'), { recursive: true });
    await writeFile(
      join(folder, 'locales/en.json'),
      JSON.stringify({ 'plugin.name': 'Hotel', visits: 'Visits' }),
    );
    await writeFile(
      join(folder, 'locales/zh.json'),
      JSON.stringify({ 'plugin.name': '酒店', visits: '到访' }),
    );
    const locales = { en: 'locales/en.json', 'zh-CN': 'locales/zh.json' };
    const localized = { ...manifest(), name: '%plugin.name%', locales };
    const result = await read(localized, document([{ ...visits, name: '%visits%' }, often, ...tiers]));
    expect(result.ok && result.plugin.manifest.name).toEqual({ en: 'Hotel', 'zh-CN': '酒店' });
    expect(result.ok && result.plugin.templates['by-visits']).toMatchObject({
      nodes: [{ name: { en: 'Visits', 'zh-CN': '到访' } }, {}, {}, {}],
    });
    await writeFile(join(folder, 'locales/zh.json'), JSON.stringify({ 'plugin.name': '酒店' }));
    const missing = await read(localized, document([{ ...visits, name: '%visits%' }, often, ...tiers]));
    expect(missing.ok || missing.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'MISSING_TRANSLATION contributes.templates.0.file.nodes.0.name',
    ]);
  });

  it('tells each text of a locale file that is none, and reads the others', async () => {
    await mkdir(join(folder, 'locales'), { recursive: true });
    const locales = { en: 'locales/en.json', 'zh-CN': 'locales/zh.json' };
    const texts = { 'plugin.name': 'Hotel', tier: { gold: 'Gold' }, long: 'x'.repeat(2001), none: null };
    await writeFile(join(folder, 'locales/en.json'), JSON.stringify(texts));
    await writeFile(join(folder, 'locales/zh.json'), '["酒店"]');
    const result = await read({ ...manifest(), locales });
    expect(result.ok || result.issues.map(({ path, message }) => [path.join('.'), message.en])).toEqual([
      ['locales.en.tier', expect.stringMatching(/^locales\/en\.json: what stands under "tier" /)],
      ['locales.en.long', expect.stringContaining('"long" is not a text of at most 2,000 characters.')],
      ['locales.en.none', expect.stringContaining('"none"')],
      ['locales.zh-CN', 'locales/zh.json is not an object of texts by key.'],
    ]);
  });

  it('names the file of declarations where a text of the code is missing or they are none', async () => {
    await mkdir(join(folder, 'locales'), { recursive: true });
    await mkdir(join(folder, 'dist'), { recursive: true });
    for (const name of ['en', 'zh']) await writeFile(join(folder, `locales/${name}.json`), '{}');
    await writeFile(join(folder, 'dist/index.js'), '');
    const coded = {
      ...manifest(),
      code: {},
      locales: { en: 'locales/en.json', 'zh-CN': 'locales/zh.json' },
    };
    const dimension = { id: 'calm', name: '%calm%', subjectType: 'guest', inputs: {}, valueType: 'number' };
    await writeFile(join(folder, 'dist/code.json'), JSON.stringify({ dimensions: [dimension], actions: [] }));
    const missing = await read(coded);
    const at = 'dist/code.json.dimensions.0.name';
    expect(missing.ok || missing.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
      expect.arrayContaining([`MISSING_TRANSLATION ${at}`]),
    );
    expect(missing.ok || missing.issues.every(({ path }) => path[0] === 'dist/code.json')).toBe(true);
    await writeFile(join(folder, 'dist/code.json'), '[]');
    const none = await read(coded);
    expect(none.ok || none.issues[0]?.message.en).toMatch(/^dist\/code\.json: /);
  });

  it('reads test cases, and names the file and place of what is wrong in one', async () => {
    await mkdir(join(folder, 'tests'), { recursive: true });
    const write = (json: object) => writeFile(join(folder, 'tests/visits.json'), JSON.stringify(json));
    const tested = manifest({ testCases: ['tests/visits.json'] });
    await write({ template: 'by-visits', cases: [{ values: { visits: 3 }, tier: 'good' }] });
    const result = await read(tested);
    expect(result.ok && result.plugin.testCases).toEqual([
      { template: 'by-visits', parameters: {}, base: {}, cases: [{ values: { visits: 3 }, tier: 'good' }] },
    ]);
    await write({ template: 'by-visits', cases: [{ values: { visits: 3 } }] });
    const wrong = await read(tested);
    expect(wrong.ok || wrong.issues[0]?.message.en).toMatch(/^tests\/visits\.json cases\.0\.tier: /);
    await write({ template: 'by-money', cases: [{ tier: 'good' }] });
    expect(await faults(tested)).toEqual(['UNKNOWN_REFERENCE contributes.testCases.0']);
  });

  it('reads what code declares, and says so when the code is not built', async () => {
    const coded = { ...manifest(), code: {} };
    expect(await faults(coded)).toEqual(['CODE_NOT_BUILT code.entry']);
    await mkdir(join(folder, 'dist'), { recursive: true });
    await writeFile(join(folder, 'dist/index.js'), 'throw new Error("nothing of a plugin is run");');
    const dimension = { id: 'calm', name: both('Calm'), subjectType: 'guest', valueType: 'number' };
    const write = (inputs: object) =>
      writeFile(
        join(folder, 'dist/code.json'),
        JSON.stringify({ dimensions: [{ ...dimension, inputs }], actions: [] }),
      );
    await write({ fields: { city: 'text' } });
    const result = await read(coded);
    expect(result.ok && result.plugin.code?.dimensions[0]?.inputs.fields).toEqual({ city: 'text' });
    await write({ fields: { town: 'text' } });
    expect(await faults(coded)).toEqual(['UNKNOWN_REFERENCE dist/code.json.dimensions.0.inputs.fields.town']);
    await write({ fields: { city: 'money' } });
    expect(await faults(coded)).toEqual(['INVALID_MANIFEST dist/code.json.dimensions.0.inputs.fields.city']);
  });

  it('builds on the record types of other plugins, and adds fields to them', async () => {
    const alone = manifest({
      subjectTypes: [],
      eventTypes: [],
      fields: [{ type: 'guest', field: { id: 'stars', name: both('Stars'), type: 'number' } }],
    });
    const stars = { ...visits, source: { kind: 'field', field: 'stars' } };
    const model = document([stars, often, ...tiers]);
    const guest = { id: 'guest', name: both('Guest'), keyAliases: [], fields: [] };
    await read(alone, model);
    const without = await readPlugin(folder);
    expect(without.ok || without.issues.map(({ code }) => code)).toContain('UNKNOWN_REFERENCE');
    const beside = await readPlugin(folder, { others: { subjectTypes: [guest], eventTypes: [] } });
    expect(beside.ok || beside.issues).toBe(true);
  });

  it('refuses ranges of versions that are none', async () => {
    expect(await faults({ ...manifest(), host: 'newest', requires: { retail: '1.x.y.z' } })).toEqual([
      'INVALID_RANGE host',
      'INVALID_RANGE requires.retail',
    ]);
  });
});
