import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  generateSample,
  readPlugin,
  runTestCases,
  type LoadedPlugin,
  type SampleRecord,
} from '@terrace/plugin-sdk';
import { createHash } from 'node:crypto';

let plugin: LoadedPlugin;
beforeAll(async () => {
  const result = await readPlugin(import.meta.dirname);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  plugin = result.plugin;
});

/** Every `{ en, zh-CN }` in `json`, with where it stands. */
function texts(json: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (json === null || typeof json !== 'object') return [];
  const own = 'en' in json || 'zh-CN' in json ? [{ path, text: json as Record<string, string> }] : [];
  return [...own, ...Object.entries(json).flatMap(([key, value]) => texts(value, `${path}/${key}`))];
}

function recordsOf(id: string): SampleRecord[] {
  const sample = plugin.manifest.contributes.samples.find((each) => each.id === id);
  if (sample === undefined) throw new Error(`no sample ${id}`);
  return [...generateSample(sample)];
}

describe('the healthcare plugin', () => {
  it('brings the types and templates that other parts name', () => {
    const { subjectTypes, eventTypes, templates } = plugin.manifest.contributes;
    expect(subjectTypes.map(({ id }) => id)).toEqual(['visit', 'consultation', 'appointment']);
    expect(eventTypes.map(({ id }) => id)).toEqual(['vital_sign']);
    expect(templates.map(({ id }) => id)).toEqual([
      'ats',
      'early-warning',
      'early-warning-monitored',
      'consultation',
      'referral',
    ]);
  });

  it('has every text in both languages, and Chinese in the Chinese ones', () => {
    const { manifest, templates } = plugin;
    const all = texts({ manifest, templates }).filter(({ path }) => path !== '/manifest/locales');
    expect(all.length).toBeGreaterThan(500);
    const symbols = /^(NEWS2|L\d)?[\d\s–-]*$/;
    expect(
      all.filter(
        ({ text }) =>
          !text['en'] || !(/[\u4e00-\u9fff]/.test(text['zh-CN'] ?? '') || symbols.test(text['zh-CN'] ?? '')),
      ),
    ).toEqual([]);
  });

  it('has no column header that two fields of a type claim', () => {
    const { subjectTypes, eventTypes } = plugin.manifest.contributes;
    const fold = (text: string): string => text.toLowerCase().replace(/[\s\p{P}]/gu, '');
    const claims = [
      ...subjectTypes.map((type) => [type.keyAliases, ...type.fields.map(({ aliases }) => aliases)]),
      ...eventTypes.map((type) => [
        type.subjectAliases,
        type.timeAliases,
        type.idAliases,
        ...type.fields.map(({ aliases }) => aliases),
      ]),
    ];
    for (const groups of claims) {
      const headers = groups.flatMap((group) => [...new Set(group.map(fold))]);
      expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
    }
  });

  it('calls personal what could tell who a patient is, and holds no name, address or number of one', () => {
    const fields = plugin.manifest.contributes.subjectTypes.flatMap((type) =>
      type.fields.map(({ name, sensitivity }) => ({ type: type.id, name, sensitivity })),
    );
    const personal = fields.filter(({ sensitivity }) => sensitivity === 'personal');
    expect(personal.map(({ type, name }) => `${type}: ${name.en}`)).toEqual([
      'visit: Sex',
      'visit: Age',
      'visit: Chief complaint',
      'visit: Diagnosis',
      "consultation: Patient's age",
    ]);
    const all = fields.map(({ name }) => name.en).join('\n');
    expect(all).not.toMatch(/\b(name|birth|phone|address|identity)\b/i);
  });

  it('passes its test cases, which reach every tier of every template', () => {
    const { results, issues } = runTestCases(plugin);
    expect(issues).toEqual([]);
    expect(results.length).toBeGreaterThan(200);
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
    for (const { id } of plugin.manifest.contributes.templates) {
      const { nodes } = plugin.templates[id] as { nodes: { kind: string; id: string }[] };
      const reached = new Set(results.filter(({ template }) => template === id).map(({ tier }) => tier));
      const tiers = nodes.filter(({ kind }) => kind === 'tier').map((node) => node.id);
      expect([id, [...reached].sort()]).toEqual([id, tiers.sort()]);
    }
  });
});

describe('the samples', () => {
  it.each([
    ['emergency', 1500, 3000, '6a5d1dea74fe83e9'],
    ['remote', 600, 0, '0d1df5ddb7b175b8'],
    ['booking', 1000, 0, '538e424436f23d7d'],
  ])('%s has %i subjects and %i events, the same on every machine', (id, subjects, events, hash) => {
    const records = recordsOf(id);
    const kinds = records.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'subject').length).toBe(subjects);
    expect(kinds.filter((kind) => kind === 'event').length).toBe(events);
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(hash);
  });
});
