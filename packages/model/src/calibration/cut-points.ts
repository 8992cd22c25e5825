import {
  add,
  fraction,
  fractionOf,
  multiply,
  roundedText,
  squareRoot,
  subtract,
  type Fraction,
} from './fraction.js';
import { naturalBreaks } from './natural-breaks.js';
import {
  quantilePositions,
  statisticsFor,
  statisticsOf,
  topShareRank,
  type CalibratedCuts,
  type Statistics,
} from './statistics.js';

/** Values by rank, as they were asked for. */
function orderOf(cuts: CalibratedCuts, count: number, statistics: Statistics): (rank: number) => Fraction {
  const request = statisticsFor(cuts, count);
  if (statistics.kind !== 'order' || request.kind !== 'order')
    throw new TypeError('order statistics are needed');
  const values = new Map(request.ranks.map((rank, index) => [rank, statistics.values[index]]));
  return (rank) => fractionOf(values.get(rank) ?? '');
}

/** Mean and sample standard deviation; of a single value the deviation is 0. */
function deviationOf(count: number, statistics: Statistics): { mean: Fraction; deviation: Fraction } {
  if (statistics.kind !== 'moments') throw new TypeError('sums are needed');
  const n = fraction(BigInt(count));
  const sum = fractionOf(statistics.sum);
  const mean = multiply(sum, fraction(1n, BigInt(count)));
  if (count < 2) return { mean, deviation: fraction(0n) };
  const squares = subtract(multiply(n, fractionOf(statistics.sumOfSquares)), multiply(sum, sum));
  const variance = multiply(squares, fraction(1n, BigInt(count) * BigInt(count - 1)));
  return { mean, deviation: squareRoot(variance) };
}

/** Cut points before they are rounded, in ascending order. */
function exactCuts(cuts: CalibratedCuts, count: number, statistics: Statistics): Fraction[] {
  switch (cuts.method) {
    case 'quantile': {
      const at = orderOf(cuts, count, statistics);
      const offset = fractionOf(cuts.offset);
      return quantilePositions(count, cuts.count).map(({ lower, numerator, denominator }) => {
        const low = add(at(lower), offset);
        if (numerator === 0) return low;
        const way = fraction(BigInt(numerator), BigInt(denominator));
        return add(low, multiply(subtract(at(lower + 1), at(lower)), way));
      });
    }
    case 'equalWidth': {
      const at = orderOf(cuts, count, statistics);
      const width = subtract(at(count), at(1));
      return Array.from({ length: cuts.count - 1 }, (_, index) =>
        add(at(1), multiply(width, fraction(BigInt(index + 1), BigInt(cuts.count)))),
      );
    }
    case 'topShare': {
      const at = orderOf(cuts, count, statistics);
      return cuts.shares.map((share) => at(topShareRank(share, count))).reverse();
    }
    case 'standardDeviation': {
      const { mean, deviation } = deviationOf(count, statistics);
      return cuts.steps.map((step) => add(mean, multiply(fractionOf(step), deviation)));
    }
    case 'naturalBreaks': {
      if (statistics.kind !== 'classes') throw new TypeError('classes of values are needed');
      const { classes } = statistics;
      const begins = naturalBreaks(classes, cuts.count).map((index) => classes[index]?.minimum ?? '');
      // Fewer values than bands: the topmost bands but one stay empty, so that the highest value is in the highest band.
      const top = begins.at(-1) ?? classes[0]?.minimum ?? '';
      while (begins.length < cuts.count - 1) begins.push(top);
      return begins.map(fractionOf);
    }
  }
}

/**
 * The cut points of calibrated bands, from what {@link statisticsFor} asks of a population: so that a database only counts, adds and
 * sorts, and the arithmetic is the same everywhere. Exact until the last step, which rounds to 15 significant digits.
 * @param count - how many subjects the population has, at least 1
 * @param statistics - the answer to `statisticsFor(cuts, count)`
 * @returns decimals in ascending order, one fewer than there are bands; equal ones where bands are empty
 * @see bandsNodeSchema for the definition of every method
 * @since 0.1.0
 */
export function cutPointsFrom(cuts: CalibratedCuts, count: number, statistics: Statistics): string[] {
  return exactCuts(cuts, count, statistics).map(roundedText);
}

/**
 * The cut points of calibrated bands over values at hand. Missing values (null, `''`) do not count.
 * @returns decimals in ascending order; none when there are no values
 * @throws RangeError for a value that is no finite decimal number
 * @example
 * cutPointsOf({ method: 'quantile', count: 2, offset: '0', values: [] }, [1, 2, 4]); // ['2']
 * @since 0.1.0
 */
export function cutPointsOf(
  cuts: CalibratedCuts,
  values: readonly (number | string | null | undefined)[],
): string[] {
  const present = values.filter(
    (value): value is number | string => value !== null && value !== undefined && value !== '',
  );
  if (present.length === 0) return [];
  return cutPointsFrom(cuts, present.length, statisticsOf(statisticsFor(cuts, present.length), present));
}
