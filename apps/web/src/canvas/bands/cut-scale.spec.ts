import { describe, expect, it } from '@jest/globals';
import { cutScale, decimalOf, niceStep } from './cut-scale';

describe('the scale of bands', () => {
  it('puts cut points in order with room at both ends, and reads places back', () => {
    const scale = cutScale([30, 60, 90]);
    expect(scale.place(30)).toBeCloseTo(0.18);
    expect(scale.place(90)).toBeCloseTo(0.82);
    expect(scale.valueAt(scale.place(47))).toBeCloseTo(47);
  });

  it('spreads crowded amounts logarithmically', () => {
    const scale = cutScale([100, 200, 400, 20_000]);
    expect(scale.place(200) - scale.place(100)).toBeGreaterThan(0.06);
    expect(scale.valueAt(scale.place(400))).toBeCloseTo(400);
  });

  it('works for a single cut point, equal cut points and zero', () => {
    expect(cutScale([5]).place(5)).toBe(0.5);
    expect(cutScale([0]).valueAt(0.5)).toBe(0);
    expect(cutScale([2, 2]).place(2)).toBe(0.5);
  });

  it('gives decimals without binary noise that stay between the neighbours', () => {
    expect(decimalOf(0.30000000000000004, 0.1, 0, 1)).toBe('0.3');
    expect(decimalOf(1234.4, 5, 0, 9999)).toBe('1235');
    expect(decimalOf(12, 1, 15, 20)).toBe('15');
    expect(decimalOf(-0.2, 1, -5, 5)).toBe('0');
    expect(niceStep(0.07)).toBeCloseTo(0.05);
  });
});
