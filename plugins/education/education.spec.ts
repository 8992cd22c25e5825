import { describe, expect, it } from '@jest/globals';
import {
  generateSample,
  readPlugin,
  runTestCases,
  type LoadedPlugin,
  type SampleRecord,
} from '@terrace/plugin-sdk';
import { checkPlugin } from '@terrace/plugin-sdk/conformance';
import { createHash } from 'node:crypto';

async function education(): Promise<LoadedPlugin> {
  const result = await readPlugin(import.meta.dirname);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.plugin;
}

let generated: SampleRecord[] | undefined;

/** The sample's records, generated once for all tests. */
async function records(): Promise<SampleRecord[]> {
  const [sample] = (await education()).manifest.contributes.samples;
  if (sample === undefined) throw new Error('the plugin has no sample');
  generated ??= [...generateSample(sample)];
  return generated;
}

/** Every `{ en, zh-CN }` in `json`, with where it stands. */
function texts(json: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (json === null || typeof json !== 'object') return [];
  const own = 'en' in json || 'zh-CN' in json ? [{ path, text: json as Record<string, string> }] : [];
  return [...own, ...Object.entries(json).flatMap(([key, value]) => texts(value, `${path}/${key}`))];
}

describe('the education plugin', () => {
  it('is sound, its templates with their defaults included', async () => {
    const result = await readPlugin(import.meta.dirname);
    expect(result.ok ? [] : result.issues).toEqual([]);
  });

  it('passes every conformance check', async () => {
    const { checks } = await checkPlugin(import.meta.dirname);
    const inState = (wanted: string): string[] =>
      checks.filter(({ state }) => state === wanted).map(({ id }) => id);
    expect([inState('failed'), inState('warned')]).toEqual([[], []]);
  });

  it('brings what other parts name', async () => {
    const { contributes } = (await education()).manifest;
    expect(contributes.templates.map(({ id }) => id)).toEqual(['groups', 'renewal']);
    expect(contributes.subjectTypes.map(({ id }) => id)).toEqual(['student']);
    expect(contributes.eventTypes.map(({ id }) => id)).toEqual(['enrolment', 'referral']);
  });

  it('has every text in both languages, and Chinese in the Chinese ones', async () => {
    const { manifest, templates } = await education();
    const all = texts({ manifest, templates });
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(({ text }) => !text['en'] || !/[\u4e00-\u9fff]/.test(text['zh-CN'] ?? ''))).toEqual([]);
  });

  it('keeps the names of students out of logs', async () => {
    const [student] = (await education()).manifest.contributes.subjectTypes;
    const personal = student?.fields.filter(({ sensitivity }) => sensitivity === 'personal');
    expect(personal?.map(({ id }) => id)).toEqual(['name']);
  });

  it('passes its test cases', async () => {
    const { issues, results } = runTestCases(await education());
    expect(issues).toEqual([]);
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
    expect(results.length).toBe(37);
  });

  it('gives each of its tasks to the consultant or the class teacher', async () => {
    const { templates } = await education();
    const owners = Object.values(templates).flatMap((template) =>
      (template as { nodes: { kind: string; action?: { owner: object } }[] }).nodes.flatMap(
        ({ kind, action }) => (kind === 'action' ? [JSON.stringify(action?.owner)] : []),
      ),
    );
    expect(owners.length).toBe(8);
    expect(new Set(owners)).toEqual(new Set(['{"$parameter":"consultant"}', '{"$parameter":"teacher"}']));
  });
});

describe('the school sample', () => {
  it('has 1,200 students, 3,000 course purchases and 600 referrals of eighteen months', async () => {
    const all = await records();
    const events = all.filter((record) => record.kind === 'event');
    expect(all.length - events.length).toBe(1200);
    expect(events.filter(({ type }) => type === 'enrolment').length).toBe(3000);
    expect(events.filter(({ type }) => type === 'referral').length).toBe(600);
    const days = events.map(({ time }) => time.slice(0, 10)).sort();
    expect(days[0]! >= '2024-12-30').toBe(true);
    expect(days.at(-1)! <= '2026-06-30').toBe(true);
  });

  it('is the same on every machine', async () => {
    const text = (await records()).map((record) => JSON.stringify(record)).join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '9f377cf85a287a0cc49e4d59fd053199bde59cede9a5fb12738b6eab20f7954b',
    );
  });

  it('lets those stay away who do not mean to renew, and leaves a quarter unasked', async () => {
    const students = (await records()).filter((record) => record.kind === 'subject');
    const absence = (intention: string | null): number => {
      const days = students
        .filter(({ values }) => values['renewal_intention'] === intention)
        .map(({ values }) => (Date.parse('2026-06-30') - Date.parse(values['last_lesson_on']!)) / 86_400_000);
      return days.reduce((sum, each) => sum + each, 0) / days.length;
    };
    expect(absence('低')).toBeGreaterThan(2 * absence('中'));
    expect(absence('高')).toBeLessThan(absence('中'));
    const unasked = students.filter(({ values }) => values['renewal_intention'] === null).length;
    expect(unasked / students.length).toBeCloseTo(0.25, 1);
  });
});
