import { describe, expect, it } from '@jest/globals';
import { fieldGeneratorSchema } from '../sample-schema.js';
import { fieldValue } from './field-value.js';
import { randomStream } from './random.js';

function values(generator: object, count = 2000, subject: Record<string, string> = {}): (string | null)[] {
  const parsed = fieldGeneratorSchema.parse(generator);
  const random = randomStream(3, 1, 1);
  const context = { random, number: 1, level: 0, asOf: '2024-03-01', record: { kind: 'a' }, subject };
  return Array.from({ length: count }, () => fieldValue(parsed, context));
}

const shareOf = (all: readonly unknown[], value: unknown): number =>
  all.filter((each) => each === value).length / all.length;

describe('fieldValue', () => {
  it('leaves the given share of values out', () => {
    const all = values({ kind: 'boolean', share: 0.5, missing: 0.25 });
    expect(Math.abs(shareOf(all, null) - 0.25)).toBeLessThan(0.03);
    expect(Math.abs(shareOf(all, 'true') - 0.375)).toBeLessThan(0.03);
  });

  it('gives days counted from the as-of day, both ends included', () => {
    const days = new Set(values({ kind: 'date', from: -1, to: 1 }));
    expect([...days].sort()).toEqual(['2024-02-29', '2024-03-01', '2024-03-02']);
  });

  it('cuts a bell curve off at its ends', () => {
    const all = values({ kind: 'normal', mean: 37, deviation: 1, minimum: 36, maximum: 39, decimals: 1 }).map(
      Number,
    );
    expect(Math.min(...all)).toBe(36);
    expect(Math.max(...all)).toBe(39);
    expect(Math.abs(all.reduce((sum, value) => sum + value, 0) / all.length - 37.05)).toBeLessThan(0.15);
  });

  it('chooses by the value of another field, of the subject too, and has something for all others', () => {
    const constant = (value: string) => ({ kind: 'choice', values: [{ value, weight: 1 }] });
    const by = { kind: 'by', field: 'kind', cases: { a: constant('A') }, otherwise: constant('other') };
    expect(values(by, 1)).toEqual(['A']);
    expect(values({ ...by, of: 'subject' }, 1)).toEqual(['other']);
    expect(values({ ...by, of: 'subject' }, 1, { kind: 'a' })).toEqual(['A']);
  });
});
