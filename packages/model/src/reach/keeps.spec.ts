import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileDocument } from '../lowering/compile-document.js';
import { condition, dimension, model, numberDimension, rfmDocument, tier } from '../testing/documents.js';
import { keeps } from './keeps.js';

describe('keeps', () => {
  it('gives the ends between which each dimension keeps the tier', () => {
    const { tier: kept, dimensions } = keeps(rfmDocument(), { recency: 205, frequency: 5, monetary: 472 });
    expect(kept).toBe('potential_loyalist');
    const [recency, frequency, monetary] = dimensions;
    // Recency 3-5 (below 297.4 days), frequency 3-5 (at least 5), amount 2-5 (at least 255.8) of the segment.
    expect(recency).toMatchObject({ minimum: null, maximum: 297, above: 298, rise: 92, fall: null });
    expect(frequency).toMatchObject({ minimum: 5, below: 4, fall: 0, maximum: null });
    expect(monetary).toMatchObject({ minimum: 255.8, below: 255.79, fall: 216.2 });
    expect(recency?.sentence['zh-CN']).toBe('最近消费间隔为 205 天，不超过 297 天时层级不变。');
    expect(frequency?.sentence.en).toBe('Frequency is 5: the tier stays while it is at least 5.');
  });

  it('lists the texts that keep it', () => {
    const document = model(
      [
        dimension('city', 'text'),
        condition('rule', { in: [{ var: 'city' }, ['Shanghai', 'Beijing']] }, 'gold'),
        tier('gold', 1),
        tier('plain', 2),
      ],
      'plain',
    );
    expect(keeps(document, { city: 'Beijing' }).dimensions[0]).toMatchObject({
      options: ['Shanghai', 'Beijing'],
      minimum: null,
      sentence: { en: 'City is “Beijing”: the tier stays while it is “Shanghai” or “Beijing”.' },
    });
  });

  it('agrees with trying every value next to the present one, also through arithmetic', () => {
    const score = { '+': [{ '*': [{ var: 'a' }, 0.3] }, { '*': [{ var: 'b' }, 0.7] }] };
    const document = model(
      [
        numberDimension('a', { unit: 'piece' }),
        numberDimension('b', { unit: 'piece' }),
        condition('high', { '>=': [score, 20] }, 'gold'),
        condition('some', { and: [{ '>': [score, 5] }, { '!=': [{ var: 'a' }, 7] }] }, 'silver'),
        tier('gold', 1),
        tier('silver', 2),
        tier('plain', 3),
      ],
      'plain',
    );
    const { evaluate } = compileDocument(document);
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 60 }), fc.integer({ min: -20, max: 60 }), (a, b) => {
        const own = evaluate({ a, b }).tier;
        const walk = (step: number): number | null => {
          for (let value = a; Math.abs(value - a) < 300; value += step)
            if (evaluate({ a: value + step, b }).tier !== own) return value;
          return null;
        };
        const [range] = keeps(document, { a, b }).dimensions;
        expect([range?.minimum, range?.maximum]).toEqual([walk(-1), walk(1)]);
      }),
      { numRuns: 60 },
    );
  });
});
