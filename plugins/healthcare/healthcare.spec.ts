import { describe, expect, it } from '@jest/globals';
import { readPluginOrThrow, recordsOf } from '@terrace/plugin-sdk';
import { createHash } from 'node:crypto';

const plugin = await readPluginOrThrow(import.meta.dirname);

describe('the healthcare plugin', () => {
  it('brings the types and templates that other parts name', () => {
    const { subjectTypes, eventTypes, templates } = plugin.manifest.contributes;
    expect(subjectTypes.map(({ id }) => id)).toEqual(['visit', 'consultation', 'appointment']);
    expect(eventTypes.map(({ id }) => id)).toEqual(['vital_sign']);
    expect(templates.map(({ id }) => id)).toEqual(['ats', 'early-warning', 'consultation', 'referral']);
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
});

describe('the samples', () => {
  it.each([
    ['emergency', 1500, 3000, 'a449fc58342977a4'],
    ['remote', 600, 0, '0d1df5ddb7b175b8'],
    ['booking', 1000, 0, '538e424436f23d7d'],
  ])('%s has %i subjects and %i events, the same on every machine', (id, subjects, events, hash) => {
    const records = recordsOf(plugin, id);
    const kinds = records.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'subject').length).toBe(subjects);
    expect(kinds.filter((kind) => kind === 'event').length).toBe(events);
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(hash);
  });
});
