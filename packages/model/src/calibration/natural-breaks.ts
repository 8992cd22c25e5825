import { fraction, fractionOf, multiply, subtract } from './fraction.js';
import type { ValueClass } from './statistics.js';

/** Weights and sums of classes from the first to each, around the first class so that large values with small differences keep theirs. */
function runningSums(classes: readonly ValueClass[]): { weights: Float64Array; sums: Float64Array } {
  const weights = new Float64Array(classes.length + 1);
  const sums = new Float64Array(classes.length + 1);
  const middle = fractionOf(classes[classes.length >> 1]?.minimum ?? '0');
  classes.forEach(({ count, sum }, index) => {
    const centred = subtract(fractionOf(sum), multiply(middle, fraction(BigInt(count))));
    weights[index + 1] = (weights[index] ?? 0) + count;
    // One division of doubles, so that the sum of a class is as exact as a double is.
    sums[index + 1] = (sums[index] ?? 0) + quotient(centred.numerator, centred.denominator);
  });
  return { weights, sums };
}

/** A fraction as a double; numerator and denominator may each be past what a double holds. */
function quotient(numerator: bigint, denominator: bigint): number {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  const scale = 10n ** 20n;
  return Number(whole) + Number((rest * scale) / denominator) / 1e20;
}

/**
 * Where Fisher's optimal groups begin: of all ways to cut ordered classes into `groups` groups, the one with the least sum of squared
 * deviations from the groups' means, found by his dynamic programme. The best beginning never moves back as classes are added, so
 * it takes about groups · classes · log2(classes) steps.
 * @param classes - in ascending order; a class is never cut
 * @returns indexes of the first class of every group but the first, in ascending order; fewer than `groups - 1` when there are fewer classes
 * @see Fisher, On grouping for maximum homogeneity, Journal of the American Statistical Association 53 (1958)
 * @see Wang and Song, Ckmeans.1d.dp, The R Journal 3/2 (2011), for the programme in one dimension
 */
export function naturalBreaks(classes: readonly ValueClass[], groups: number): number[] {
  const size = classes.length;
  const used = Math.min(groups, size);
  const { weights, sums } = runningSums(classes);
  // The squares inside classes are the same for every grouping, so the least deviation is the greatest sum of S²/W.
  const gain = (from: number, to: number): number => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return (sum * sum) / ((weights[to] ?? 0) - (weights[from] ?? 0));
  };
  let best = new Float64Array(size + 1);
  for (let to = 1; to <= size; to += 1) best[to] = gain(0, to);
  const begins: Int32Array[] = [];
  for (let group = 1; group < used; group += 1) {
    const next = new Float64Array(size + 1).fill(-Infinity);
    const begin = new Int32Array(size + 1);
    // Where the last group of more classes begins, that of fewer begins there or before; so the middle one halves the search.
    const solve = (low: number, high: number, first: number, last: number): void => {
      if (low > high) return;
      const to = (low + high) >> 1;
      let found = Math.max(group, first);
      for (let from = found; from <= Math.min(last, to - 1); from += 1) {
        const value = (best[from] ?? 0) + gain(from, to);
        if (value <= (next[to] ?? 0)) continue;
        next[to] = value;
        found = from;
      }
      begin[to] = found;
      solve(low, to - 1, first, found);
      solve(to + 1, high, found, last);
    };
    solve(group + 1, size, group, size - 1);
    begins.push(begin);
    best = next;
  }
  const breaks: number[] = [];
  let to = size;
  for (const begin of begins.reverse()) {
    to = begin[to] ?? 0;
    breaks.unshift(to);
  }
  return breaks;
}
