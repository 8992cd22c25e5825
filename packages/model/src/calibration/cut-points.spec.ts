import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutPointsOf } from './cut-points.js';
import { statisticsFor, statisticsOf, type CalibratedCuts } from './statistics.js';

const quantile = (count: number, offset = '0'): CalibratedCuts => ({
  method: 'quantile',
  count,
  offset,
  values: [],
});
const equalWidth = (count: number): CalibratedCuts => ({ method: 'equalWidth', count, values: [] });
const breaks = (count: number): CalibratedCuts => ({ method: 'naturalBreaks', count, values: [] });
const deviation = (...steps: string[]): CalibratedCuts => ({
  method: 'standardDeviation',
  steps,
  values: [],
});
const topShare = (...shares: string[]): CalibratedCuts => ({ method: 'topShare', shares, values: [] });
const all = [quantile(4), equalWidth(3), breaks(3), deviation('-1', '0', '1.5'), topShare('5', '20')];

/** The least sum of squared deviations over every way to cut sorted values into groups. */
function leastDeviation(sorted: readonly number[], groups: number): number {
  const deviationOf = (part: readonly number[]): number => {
    const mean = part.reduce((a, b) => a + b, 0) / part.length;
    return part.reduce((a, b) => a + (b - mean) ** 2, 0);
  };
  if (groups === 1) return deviationOf(sorted);
  let least = Infinity;
  for (let first = 1; first <= sorted.length - groups + 1; first += 1)
    least = Math.min(
      least,
      deviationOf(sorted.slice(0, first)) + leastDeviation(sorted.slice(first), groups - 1),
    );
  return least;
}

function deviationOfCuts(sorted: readonly number[], cuts: readonly number[]): number {
  const groups = [...cuts, Infinity].map((high, index) =>
    sorted.filter((value) => value >= (cuts[index - 1] ?? -Infinity) && value < high),
  );
  return groups.reduce((sum, group) => (group.length === 0 ? sum : sum + leastDeviation(group, 1)), 0);
}

describe('cut points', () => {
  it('are type-7 quantiles, interpolated exactly', () => {
    expect(cutPointsOf(quantile(4), [1, 2, 3, 4, 10])).toEqual(['2', '3', '4']);
    expect(cutPointsOf(quantile(5, '1'), ['0.1', '0.2', '0.3'])).toEqual(['1.14', '1.18', '1.22', '1.26']);
    expect(cutPointsOf(quantile(3), [0, 1])).toEqual(['0.333333333333333', '0.666666666666667']);
  });

  it('divide the range evenly', () => {
    expect(cutPointsOf(equalWidth(4), ['0.1', '100.1', '3'])).toEqual(['25.1', '50.1', '75.1']);
    expect(cutPointsOf(equalWidth(3), [0, 1])).toEqual(['0.333333333333333', '0.666666666666667']);
  });

  it('lie whole steps of the sample standard deviation from the mean', () => {
    // Mean 5, squares 32, sample variance 32 / 7.
    expect(cutPointsOf(deviation('-1', '0', '1'), [2, 4, 4, 4, 5, 5, 7, 9])).toEqual([
      '2.8619100647006',
      '5',
      '7.1380899352994',
    ]);
    expect(cutPointsOf(deviation('-2', '2'), [1, 3])).toEqual(['-0.82842712474619', '4.82842712474619']);
  });

  it('let the top share in, ties included, and at least one', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(cutPointsOf(topShare('5', '20'), hundred)).toEqual(['81', '96']);
    expect(cutPointsOf(topShare('2.5', '100'), hundred)).toEqual(['1', '99']);
    expect(cutPointsOf(topShare('5'), [3, 1, 2])).toEqual(['3']);
    // Floor(50 · 5 / 100) is 2: the second from the top shares its value with the third and fourth, who are in too.
    expect(cutPointsOf(topShare('50'), [9, 7, 7, 7, 1])).toEqual(['7']);
  });

  it('break where the gaps are', () => {
    expect(cutPointsOf(breaks(3), [1, 2, 1, 50, 51, 49, 900])).toEqual(['49', '900']);
    // Fisher's own kind of example: the pair 4, 5 is split off, not the single 10.
    expect(cutPointsOf(breaks(2), [1, 2, 3, 11, 12])).toEqual(['11']);
    expect(cutPointsOf(breaks(2), ['1000000000000.1', '1000000000000.2', '1000000000000.9'])).toEqual([
      '1000000000000.9',
    ]);
  });

  it('have the least deviation of all that there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 4 }),
        (values, groups) => {
          const sorted = [...values].sort((a, b) => a - b);
          const cuts = cutPointsOf(breaks(groups), values).map(Number);
          expect(cuts).toHaveLength(groups - 1);
          const possible = Math.min(groups, new Set(values).size);
          expect(deviationOfCuts(sorted, cuts)).toBeCloseTo(leastDeviation(sorted, possible), 9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('put many distinct values together into classes that never cut equal values', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => Math.floor(index / 2));
    const found = statisticsOf(statisticsFor(breaks(2), values.length), values);
    if (found.kind !== 'classes') throw new Error(found.kind);
    expect(found.distinctCount).toBe(5000);
    expect(found.classes.length).toBeLessThanOrEqual(3000);
    expect(found.classes.reduce((sum, each) => sum + each.count, 0)).toBe(10_000);
    expect(found.classes.every((each) => each.count % 2 === 0)).toBe(true);
    expect(cutPointsOf(breaks(2), values)).toHaveLength(1);
  });

  it.each(all)('of equal values are that value ($method)', (cuts) => {
    expect(new Set(cutPointsOf(cuts, ['0.5', '0.5', 0.5]))).toEqual(new Set(['0.5']));
    expect(new Set(cutPointsOf(cuts, ['0.5', null, '']))).toEqual(new Set(['0.5']));
  });

  it.each(all)('ascend, and there are none without values ($method)', (cuts) => {
    expect(cutPointsOf(cuts, [null, undefined, ''])).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(-5, 0, 0.1, 0.25, 7, 1e9, 1e-7), { minLength: 1, maxLength: 30 }),
        (values) => {
          const found = cutPointsOf(cuts, values).map(Number);
          found.forEach((cut, index) => expect(cut).toBeGreaterThanOrEqual(found[index - 1] ?? -Infinity));
        },
      ),
      { numRuns: 60 },
    );
  });
});
