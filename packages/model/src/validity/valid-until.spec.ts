import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DimensionSource } from '../document/dimension-source.js';
import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import { compileDocument } from '../lowering/compile-document.js';
import { condition, model, numberDimension, tier } from '../testing/documents.js';
import { dateText, dayNumber, startOfDay, windowStart } from './calendar.js';
import { validUntil } from './valid-until.js';

const sourced = (id: string, source: DimensionSource, unit?: string) => ({
  ...numberDimension(id, unit === undefined ? {} : { unit }),
  source,
});
const window = { days: 30 } as const;
const dimensions = [
  sourced('recency', { kind: 'aggregate', event: 'order', measure: 'daysSinceLast' }, 'day'),
  sourced('recent', { kind: 'aggregate', event: 'order', measure: 'daysSinceLast', window }, 'day'),
  sourced('orders', { kind: 'aggregate', event: 'order', measure: 'count', window }, 'time'),
  sourced('age', { kind: 'daysSince', field: 'joined' }, 'day'),
];
const modelOf = (gold: JsonLogic, silver: JsonLogic): ModelDocument =>
  model(
    [
      ...dimensions,
      condition('g', gold, 'gold'),
      condition('s', silver, 'silver'),
      tier('gold', 1),
      tier('silver', 2),
      tier('plain', 3),
    ],
    'plain',
  );
const asOf = '2024-02-10';
const atMost = (id: string, value: number): JsonLogic => ({ '<=': [{ var: id }, value] });
const atLeast = (id: string, value: number): JsonLogic => ({ '>=': [{ var: id }, value] });

describe('validUntil', () => {
  it('gives the first day on which an age passes its edge', () => {
    const found = validUntil(
      modelOf(atMost('recency', 45), atMost('recency', 90)),
      { recency: 20 },
      { asOf },
    );
    expect(found).toMatchObject({
      tier: 'gold',
      at: '2024-03-07',
      days: 26,
      nextTier: 'silver',
      causes: ['recency'],
      isBound: false,
    });
    expect(found.sentence['zh-CN']).toBe(
      '若没有新记录，层级将于 2024-03-07 由“gold”变为“silver”（recency达到 46 天）。',
    );
  });

  it('lets the days since the last event go missing when it leaves the window', () => {
    const found = validUntil(modelOf(atLeast('recent', 0), false), { recent: 20 }, { asOf });
    expect(found).toMatchObject({ at: '2024-02-20', days: 10, nextTier: 'plain', causes: ['recent'] });
    expect(found.sentence.en).toContain('recent becomes missing');
  });

  it('gives only a bound where unknown events could leave a window, and none where that changes nothing', () => {
    const document = modelOf(atLeast('orders', 5), atMost('recency', 30));
    const values = { orders: 6, recency: 3 };
    expect(validUntil(document, values, { asOf })).toMatchObject({
      at: '2024-02-11',
      nextTier: null,
      isBound: true,
      causes: ['orders'],
    });
    expect(validUntil(document, values, { asOf, leaving: { orders: '2024-02-25' } })).toMatchObject({
      at: '2024-02-25',
      isBound: true,
    });
    expect(validUntil(document, values, { asOf, leaving: { orders: null } }).at).toBeNull();
    // Fewer orders than 4 are what it has already.
    expect(validUntil(document, { orders: 4, recency: 3 }, { asOf })).toMatchObject({
      days: 28,
      isBound: false,
      causes: ['recency'],
    });
  });

  it('says that nothing changes up to the horizon', () => {
    const found = validUntil(modelOf(atLeast('age', 10), false), { age: 400 }, { asOf, horizonDays: 100 });
    expect(found).toMatchObject({ at: null, nextTier: null, horizonDays: 100, isBound: false });
  });

  it('gives the instant at which the day begins where the subject is', () => {
    const found = validUntil(
      modelOf(atMost('recency', 45), false),
      { recency: 20 },
      { asOf: '2024-02-10T20:00:00.000Z', timeZone: 'Asia/Shanghai' },
    );
    // It is the 11th in Shanghai.
    expect(found).toMatchObject({ at: '2024-03-08', instant: '2024-03-07T16:00:00.000Z' });
  });
});

describe('validUntil, with a lifecycle', () => {
  const document: ModelDocument = {
    ...modelOf(atMost('recency', 45), atMost('recency', 90)),
    lifecycle: { graceDays: 30 },
  };

  it('counts the grace period from the day on which the subject first fails', () => {
    const values = { recency: 40, previous: { tier: 'gold', days: 100 } };
    // Fails from day 6 on (46 days), and 30 days later the grace is over.
    expect(validUntil(document, values, { asOf })).toMatchObject({
      tier: 'gold',
      days: 36,
      nextTier: 'silver',
      causes: ['previous.failingDays'],
    });
  });

  it('goes on with a grace period that runs', () => {
    const values = { recency: 60, 'previous.tier': 'gold', 'previous.days': 100, 'previous.failingDays': 14 };
    const found = validUntil(document, values, { asOf });
    expect(found).toMatchObject({ days: 16, nextTier: 'silver', isBound: false });
    expect(found.sentence['zh-CN']).toContain('未达标时间达到 30 天');
  });
});

describe('the calendar', () => {
  it('begins windows where runs begin them', () => {
    const start = (day: string, months: number): string => dateText(windowStart(dayNumber(day), { months }));
    expect(dateText(windowStart(dayNumber('2024-12-31'), { days: 90 }))).toBe('2024-10-03');
    expect(start('2006-12-31', 12)).toBe('2006-01-01');
    expect(start('2024-05-30', 3)).toBe('2024-02-29');
  });

  it('begins days also where the clock is put forward at midnight', () => {
    expect(startOfDay(dayNumber('2024-07-01'), 'America/New_York')).toBe('2024-07-01T04:00:00.000Z');
    // Beirut skipped from 00:00 to 01:00 on this day.
    expect(startOfDay(dayNumber('2024-03-31'), 'Asia/Beirut')).toBe('2024-03-30T22:00:00.000Z');
  });
});

describe('validUntil, against histories replayed day by day', () => {
  const arbitraryTest = fc.oneof(
    fc.tuple(fc.constantFrom('recency', 'recent', 'age'), fc.integer({ min: 0, max: 80 })),
    fc.tuple(fc.constant('orders'), fc.integer({ min: 0, max: 5 })),
  );
  const arbitraryRule = fc
    .tuple(
      fc.constantFrom('and', 'or'),
      fc.array(fc.tuple(arbitraryTest, fc.boolean()), { minLength: 1, maxLength: 3 }),
    )
    .map(([operator, tests]): JsonLogic => ({
      [operator]: tests.map(([[id, value], isUpper]) => (isUpper ? atMost(id, value) : atLeast(id, value))),
    }));
  const arbitraryHistory = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 });

  it('is exact, or a bound that is never too late', () => {
    const today = dayNumber(asOf);
    fc.assert(
      fc.property(
        arbitraryRule,
        arbitraryRule,
        arbitraryHistory,
        fc.boolean(),
        (gold, silver, ages, isKnown) => {
          const document = modelOf(gold, silver);
          const { evaluate } = compileDocument(document);
          const valuesAfter = (days: number) => {
            const now = ages.map((age) => age + days).sort((a, b) => a - b);
            const inWindow = now.filter((age) => age < 30);
            return {
              recency: now[0] ?? null,
              recent: inWindow[0] ?? null,
              orders: inWindow.length,
              age: 17 + days,
            };
          };
          const own = evaluate(valuesAfter(0)).tier;
          let actual: number | null = null;
          for (let days = 1; days <= 150 && actual === null; days++)
            if (evaluate(valuesAfter(days)).tier !== own) actual = days;
          const oldest = Math.max(...ages.filter((age) => age < 30));
          const leaves = Number.isFinite(oldest) ? dateText(today + 30 - oldest) : null;
          const found = validUntil(document, valuesAfter(0), {
            asOf,
            horizonDays: 150,
            ...(isKnown ? { leaving: { orders: leaves } } : {}),
          });
          if (found.isBound) expect(found.days).toBeLessThanOrEqual(actual ?? Infinity);
          else expect(found.days).toBe(actual);
          if (!found.isBound && actual !== null)
            expect(found.nextTier).toBe(evaluate(valuesAfter(actual)).tier);
        },
      ),
      { numRuns: 120 },
    );
  });
});
