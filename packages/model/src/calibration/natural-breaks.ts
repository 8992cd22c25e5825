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
 * deviations from the groups' means, found by his dynamic programme in groups · classes² / 2 steps.
 * @param classes - in ascending order; a class is never cut
 * @returns indexes of the first class of every group but the first, in ascending order; fewer than `groups - 1` when there are fewer classes
 * @see Fisher, On grouping for maximum homogeneity, Journal of the American Statistical Association 53 (1958)
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
    for (let to = group + 1; to <= size; to += 1)
      for (let from = group; from < to; from += 1) {
        const value = (best[from] ?? 0) + gain(from, to);
        if (value > (next[to] ?? 0)) {
          next[to] = value;
          begin[to] = from;
        }
      }
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
