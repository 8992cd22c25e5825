import { describe, expect, it } from '@jest/globals';
import type { JsonLogic } from '../document/json-logic.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { condition, model, numberDimension, tier } from '../testing/documents.js';
import { validUntil } from '../validity/valid-until.js';
import { axisOf } from './axis.js';
import { keeps } from './keeps.js';
import { reach } from './reach.js';

const sensitivity = (constants: readonly number[], isComputed = false) =>
  ({ constants: new Set(constants), isComputed, isLinear: true }) as Parameters<typeof axisOf>[1];
const amount = numberDimension('amount') as DimensionNode;

function axis(constants: readonly number[], value: number, isComputed = false) {
  const found = axisOf(amount, sensitivity(constants, isComputed), value);
  if (found === null) throw new Error('a number has an axis');
  return found;
}

describe('the axis of a number', () => {
  it.each([0, 0.1, 0.3, 0.7, 1.1, 2.3, -0.1, -4.7, 123_456.7, 999_999_999.9])(
    'numbers %d and what lies beside it',
    (value) => {
      const { floor, valueAt, isExact } = axis([0.5], 0);
      expect(valueAt(floor(value))).toBe(value);
      expect(isExact(value)).toBe(true);
      expect(floor(value + 0.05)).toBe(floor(value));
      expect(floor(value - 0.05)).toBe(floor(value) - 1);
    },
  );

  it.each([1e16, 1e300, Number.MAX_VALUE, Infinity])('ends before %d, and counts there', (value) => {
    const { floor, first, last } = axis([0.123456789], value);
    expect([floor(value), floor(-value)]).toEqual([last, first]);
    expect(last - 1).toBeLessThan(last);
  });

  it('counts in coarser steps as far as a computed value lies, and a constant', () => {
    expect(axis([0.123456789], 1e16, true).step).toBe(10);
    expect(axis([0.5, 1e300], 0).step).toBe(1e285);
    expect(axis([0.5], Infinity, true).step).toBe(0.01);
  });
});

const modelOf = (rule: JsonLogic) =>
  model([amount, condition('rule', rule, 'gold'), tier('gold', 1), tier('plain', 2)], 'plain');
const huge = [9_999_999.99, 1e16, 1e300, -1e300];

describe('a value of any size', () => {
  it.each(huge)('is told what keeps its tier and what changes it: %d', (value) => {
    const document = modelOf({ '>': [{ var: 'amount' }, 0.123456789] });
    const [range] = keeps(document, { amount: value }).dimensions;
    const [kept, changed] = value > 0 ? [range?.minimum, range?.below] : [range?.maximum, range?.above];
    expect([kept, changed].sort()).toEqual([0.123456789, 0.12345679]);
    const { plans } = reach(document, { amount: value }, value > 0 ? 'plain' : 'gold');
    expect(plans[0]?.changes[0]?.to).toBeCloseTo(0.123456789, 8);
    expect(validUntil(document, { amount: value }, { asOf: '2025-12-31' }).at).toBeNull();
  });

  it.each([...huge, Infinity, -Infinity])('ends also where the model computes with it: %d', (value) => {
    const document = modelOf({ '>=': [{ '*': [{ var: 'amount' }, 0.123456789] }, 12] });
    expect(keeps(document, { amount: value }).dimensions).toHaveLength(1);
    const { search } = reach(document, { amount: value }, value > 0 ? 'plain' : 'gold');
    expect(search.evaluations).toBeLessThan(5000);
  });
});
