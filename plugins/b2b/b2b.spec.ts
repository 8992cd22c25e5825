import { describe, expect, it } from '@jest/globals';
import { readPluginOrThrow, recordsOf } from '@terrace/plugin-sdk';
import { createHash } from 'node:crypto';

const plugin = await readPluginOrThrow(import.meta.dirname);

describe('the b2b plugin', () => {
  it('brings the types and templates that other parts name', () => {
    const { subjectTypes, eventTypes, templates, nodeKinds } = plugin.manifest.contributes;
    expect(subjectTypes.map(({ id }) => id)).toEqual(['account', 'opportunity', 'dealer', 'tenant']);
    expect(eventTypes.map(({ id, subjectType }) => [id, subjectType])).toEqual([
      ['purchase', 'account'],
      ['interaction', 'account'],
      ['stage_event', 'opportunity'],
      ['dealer_order', 'dealer'],
      ['usage', 'tenant'],
    ]);
    expect(templates.map(({ id }) => id)).toEqual([
      'potential',
      'technical-fit',
      'lighthouse',
      'opportunity-stages',
      'opportunity-risk',
      'lead',
      'composite-value',
      'grading',
      'high-tech',
      'channel',
      'fmcg-dealer',
      'saas',
    ]);
    expect(nodeKinds.map(({ id }) => id)).toEqual(['reduction']);
  });

  it('gives no tier a worse basic service: what differs is added on top', () => {
    const { nodes } = plugin.templates['composite-value'] as {
      nodes: { kind: string; benefits?: { en: string }[] }[];
    };
    const benefits = nodes.filter(({ kind }) => kind === 'tier').map((node) => node.benefits ?? []);
    expect(benefits.every((list) => list.some(({ en }) => en.startsWith('The same basic service')))).toBe(
      true,
    );
  });
});

describe('the samples', () => {
  it.each([
    ['accounts', 800, 13_000, '62c2984ba9bb9f53'],
    ['pipeline', 1200, 6000, '16e85ba1b9360799'],
    ['dealers', 700, 14_000, '83913f9a80ee3950'],
    ['tenants', 600, 20_000, '998e09aee4152a47'],
  ])('%s has %i subjects and %i events, the same on every machine', (id, subjects, events, hash) => {
    const records = recordsOf(plugin, id);
    const kinds = records.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'subject').length).toBe(subjects);
    expect(kinds.filter((kind) => kind === 'event').length).toBe(events);
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(hash);
  });

  it('is what the stored cut points of the grading template were taken from', () => {
    const sums = new Map<string, { cents: number; orders: number }>();
    for (const record of recordsOf(plugin, 'accounts')) {
      // 12 months up to the end of 2025 begin with its first day.
      if (record.kind !== 'event' || record.type !== 'purchase' || record.time < '2025-01-01') continue;
      const cents = Math.round(Number(record.values['amount']) * 100);
      const sum = sums.get(record.subject) ?? { cents: 0, orders: 0 };
      sums.set(record.subject, { cents: sum.cents + cents, orders: sum.orders + (cents > 0 ? 1 : 0) });
    }
    const buyers = [...sums.values()].filter(({ cents }) => cents > 0);
    /** Type-7 quintiles of whole numbers, in fifths. */
    const quintiles = (values: number[]): number[] => {
      const sorted = values.toSorted((a, b) => a - b);
      return [1, 2, 3, 4].map((i) => {
        const position = (sorted.length - 1) * i;
        const low = sorted[Math.floor(position / 5)] ?? 0;
        const high = sorted[Math.floor(position / 5) + 1] ?? low;
        return low * 5 + (high - low) * (position % 5);
      });
    };
    const { nodes } = plugin.templates['grading'] as { nodes: { id: string; cuts?: { values: string[] } }[] };
    const stored = (id: string): number[] =>
      (nodes.find((node) => node.id === id)?.cuts?.values ?? []).map(Number);
    expect(stored('contribution_band').map((cut) => Math.round(cut * 500))).toEqual(
      quintiles(buyers.map(({ cents }) => cents)),
    );
    expect(stored('frequency_band').map((cut) => cut * 5)).toEqual(
      quintiles(buyers.map(({ orders }) => orders)),
    );
  });
});
