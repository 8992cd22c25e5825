import { describe, expect, it } from '@jest/globals';
import { normalised, sumOfWeights } from './weights';

describe('weights', () => {
  it('are summed exactly', () => {
    expect(sumOfWeights({ a: '0.1', b: '0.2', c: '99.7' })).toBe('100');
    expect(sumOfWeights({ a: '33.33', b: '33.33', c: '33.33' })).toBe('99.99');
    expect(sumOfWeights({ a: '-5', b: '2.5' })).toBe('-2.5');
    expect(sumOfWeights({})).toBe('0');
  });

  it('keep their proportions and sum to 100 when normalised', () => {
    expect(normalised({ a: '1', b: '1', c: '1' })).toEqual({ a: '33.34', b: '33.33', c: '33.33' });
    expect(normalised({ a: '30', b: '50' })).toEqual({ a: '37.5', b: '62.5' });
    expect(sumOfWeights(normalised({ a: '7', b: '11', c: '13', d: '17' }))).toBe('100');
  });

  it('become equal when all are 0', () => {
    expect(normalised({ a: '0', b: '0' })).toEqual({ a: '50', b: '50' });
  });
});
