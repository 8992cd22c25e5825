import { describe, expect, it } from '@jest/globals';
import { readPluginOrThrow, recordsOf } from '@terrace/plugin-sdk';
import { createHash } from 'node:crypto';

const plugin = await readPluginOrThrow(import.meta.dirname);

const records = recordsOf(plugin, 'school');

describe('the education plugin', () => {
  it('brings what other parts name', () => {
    const { contributes } = plugin.manifest;
    expect(contributes.templates.map(({ id }) => id)).toEqual(['groups', 'renewal']);
    expect(contributes.subjectTypes.map(({ id }) => id)).toEqual(['student']);
    expect(contributes.eventTypes.map(({ id }) => id)).toEqual(['enrolment', 'referral']);
  });

  it('keeps the names of students out of logs', () => {
    const [student] = plugin.manifest.contributes.subjectTypes;
    const personal = student?.fields.filter(({ sensitivity }) => sensitivity === 'personal');
    expect(personal?.map(({ id }) => id)).toEqual(['name']);
  });

  it('gives each of its tasks to the consultant or the class teacher', () => {
    const { templates } = plugin;
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
  it('has 1,200 students, 3,000 course purchases and 600 referrals of eighteen months', () => {
    const all = records;
    const events = all.filter((record) => record.kind === 'event');
    expect(all.length - events.length).toBe(1200);
    expect(events.filter(({ type }) => type === 'enrolment').length).toBe(3000);
    expect(events.filter(({ type }) => type === 'referral').length).toBe(600);
    const days = events.map(({ time }) => time.slice(0, 10)).sort();
    expect(days[0]! >= '2024-12-30').toBe(true);
    expect(days.at(-1)! <= '2026-06-30').toBe(true);
  });

  it('is the same on every machine', () => {
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '9f377cf85a287a0cc49e4d59fd053199bde59cede9a5fb12738b6eab20f7954b',
    );
  });

  it('lets those stay away who do not mean to renew, and leaves a quarter unasked', () => {
    const students = records.filter((record) => record.kind === 'subject');
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
