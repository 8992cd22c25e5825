import { describe, expect, it } from '@jest/globals';
import type { LoadedPlugin } from '../reader/read-plugin.js';
import { sampleSchema, type Sample, type SampleEvents } from '../sample-schema.js';
import { generateSample } from './generate-sample.js';
import { recordsOf } from './records-of.js';

function sample(change: Partial<Sample> = {}): Sample {
  const base = sampleSchema.parse({
    id: 'shop',
    name: { en: 'Shop', 'zh-CN': '门店' },
    seed: 5,
    asOf: '2024-02-29',
    subjects: {
      type: 'customer',
      count: 40,
      key: { kind: 'key', prefix: 'C', width: 3 },
      fields: {
        joined_on: { kind: 'start' },
        total: { kind: 'summary', event: 'order', measure: 'sum', field: 'amount' },
        first_visit: { kind: 'uniform', minimum: 2, maximum: 3, decimals: 1 },
      },
    },
    events: [
      {
        type: 'order',
        count: 500,
        days: 31,
        withoutEvents: 0.2,
        fields: { amount: { kind: 'uniform', minimum: -5, maximum: 5, decimals: 2 } },
      },
    ],
  });
  return { ...base, ...change };
}

describe('generateSample', () => {
  it('gives every subject before the first event, and exactly as many as asked for', () => {
    const kinds = [...generateSample(sample())].map(({ kind }) => kind);
    expect(kinds.lastIndexOf('subject')).toBe(39);
    expect(kinds.indexOf('event')).toBe(40);
    expect(kinds.length).toBe(540);
  });

  it('keeps events between the start of their subject and the as-of day', () => {
    const starts = new Map<string, string>();
    for (const record of generateSample(sample())) {
      if (record.kind === 'subject') starts.set(record.key, record.values['joined_on'] ?? '');
      else {
        const day = record.time.slice(0, 10);
        expect(day >= (starts.get(record.subject) ?? '9')).toBe(true);
        expect(day >= '2024-01-30' && day <= '2024-02-29').toBe(true);
      }
    }
  });

  it('sums negative amounts without rounding', () => {
    const cents = new Map<string, bigint>();
    const totals = new Map<string, string | null>();
    for (const record of generateSample(sample())) {
      if (record.kind === 'subject') totals.set(record.key, record.values['total'] ?? null);
      else {
        const amount = BigInt((record.values['amount'] ?? '').replace('.', ''));
        cents.set(record.subject, (cents.get(record.subject) ?? 0n) + amount);
      }
    }
    for (const [key, total] of totals)
      expect(BigInt((total ?? '').replace('.', ''))).toBe(cents.get(key) ?? 0n);
    expect([...totals.values()].some((total) => total?.startsWith('-'))).toBe(true);
  });

  it('sums amounts that have more or fewer digits after the point', () => {
    const amount = (value: string) => ({ kind: 'choice', values: [{ value, weight: 1 }] });
    const [events] = sample().events;
    const fields = {
      paid: { kind: 'boolean', share: 0.5 },
      amount: {
        kind: 'by',
        field: 'paid',
        of: 'record',
        cases: { true: amount('5') },
        otherwise: amount('-0.25'),
      },
    } as unknown as SampleEvents['fields'];
    const totals = new Map<string, string | null>();
    const paid = new Map<string, number[]>();
    for (const record of generateSample(sample({ events: [{ ...events!, fields }] })))
      if (record.kind === 'subject') totals.set(record.key, record.values['total'] ?? null);
      else
        paid.set(record.subject, [
          ...(paid.get(record.subject) ?? []),
          record.values['paid'] === 'true' ? 5 : -0.25,
        ]);
    expect(paid.size).toBeGreaterThan(20);
    for (const [key, amounts] of paid)
      expect(totals.get(key)).toBe(
        amounts.every((each) => each === 5)
          ? String(5 * amounts.length)
          : amounts.reduce((sum, each) => sum + each, 0).toFixed(2),
      );
  });

  it('changes with the seed and with nothing else', () => {
    const text = (seed: number): string => JSON.stringify([...generateSample(sample({ seed }))]);
    expect(text(5)).toBe(text(5));
    expect(text(6)).not.toBe(text(5));
  });

  it('gives the first subjects alone, as they are among all', () => {
    const all = [...generateSample(sample())];
    const keys = new Set(all.slice(0, 3).map((record) => (record.kind === 'subject' ? record.key : '')));
    const first = [...generateSample(sample(), 3)];
    expect(first).toEqual(
      all.filter((record) => keys.has(record.kind === 'subject' ? record.key : record.subject)),
    );
    expect(first.length).toBeGreaterThan(3);
    expect([...generateSample(sample(), 1000)]).toEqual(all);
  });

  it('gives no event at all when every subject is to be without', () => {
    const [events] = sample().events;
    const records = [...generateSample(sample({ events: [{ ...events!, withoutEvents: 1 }] }))];
    expect(records.length).toBe(40);
  });
});

describe('recordsOf', () => {
  const plugin = {
    manifest: { id: 'market', contributes: { samples: [sample()] } },
  } as unknown as LoadedPlugin;

  it('gives every record of a sample', () => {
    expect(recordsOf(plugin, 'shop')).toEqual([...generateSample(sample())]);
  });

  it('names the samples there are when there is none of the name', () => {
    expect(() => recordsOf(plugin, 'mall')).toThrow('The plugin market has no sample mall; it has: shop.');
  });
});
