import { describe, expect, it } from '@jest/globals';
import { bell, exponential, randomStream } from './random.js';

describe('randomStream', () => {
  it('gives the numbers of sfc32 after 15 rounds for a seed', () => {
    const next = randomStream(1, 2, 3);
    expect([next(), next(), next()].map((value) => value * 2 ** 32)).toEqual([
      3987121759, 92551270, 1122162139,
    ]);
  });

  it('gives other numbers for another seed, stream or substream', () => {
    const first = (...seeds: [number, number, number]): number => randomStream(...seeds)();
    expect(new Set([first(1, 1, 1), first(2, 1, 1), first(1, 2, 1), first(1, 1, 2)]).size).toBe(4);
  });

  it('spreads evenly over [0, 1)', () => {
    const next = randomStream(7, 0, 0);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i += 1) {
      const index = Math.floor(next() * 10);
      tenths[index] = (tenths[index] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(1850);
    expect(Math.max(...tenths)).toBeLessThan(2150);
  });
});

describe('bell', () => {
  it('has mean 0 and deviation 1', () => {
    const next = randomStream(3, 0, 0);
    const values = Array.from({ length: 20_000 }, () => bell(next));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});

describe('exponential', () => {
  it.each([-3, -1, 0, 0.5, 2])('is close to the exponential of %d', (x) => {
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(0.005);
  });
});
