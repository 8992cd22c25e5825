import { describe, expect, it } from '@jest/globals';
import { Fraction } from './fraction.js';

const of = (value: number) => Fraction.ofNumber(value);

describe('Fraction', () => {
  it('adds decimals as on paper', () => {
    expect(of(0.1).plus(of(0.2)).compare(of(0.3))).toBe(0);
    expect(of(1e-7).times(of(1e21)).toNumber()).toBe(1e14);
  });

  it('divides and takes remainders with the sign of the dividend', () => {
    expect(of(1).dividedBy(of(3)).times(of(3)).compare(of(1))).toBe(0);
    expect(of(-7).remainder(of(3)).toNumber()).toBe(-1);
    expect(of(7.5).remainder(of(2)).toNumber()).toBe(1.5);
  });

  it('gives the nearest double', () => {
    expect(of(297.399999999999).toNumber()).toBe(297.399999999999);
    expect(of(-0.5).toNumber()).toBe(-0.5);
    expect(of(1).dividedBy(of(3)).toNumber()).toBe(1 / 3);
  });
});
