import {
  add,
  compare,
  fraction,
  fractionOf,
  multiply,
  roundedText,
  subtract,
} from '../calibration/fraction.js';
import { attainableRange } from './attainable-range.js';
import type { PointsTable } from './points-table.js';

/** The cut-offs between the tiers of a card. @since 0.1.0 */
export interface TierCuts {
  /** Ascending decimal texts; a total at or above one of them is in the tier above it. */
  readonly cuts: readonly string[];
  /** `usual`: 400, 500, 600, 700, which the card spans; `equal`: five equally wide bands over what it can give. */
  readonly method: 'given' | 'usual' | 'equal';
}

const usualCuts = ['400', '500', '600', '700'];
const equalBands = 5;

/**
 * The cut-offs of a card: those that are given, else the usual 400, 500, 600 and 700 where the totals it can give reach from below the first to
 * the last, else four between five equally wide bands. A card with one possible total is cut there.
 * @param given - ascending decimal texts
 * @since 0.1.0
 */
export function tierCuts(table: PointsTable, given?: readonly string[]): TierCuts {
  if (given !== undefined) return { cuts: given, method: 'given' };
  const range = attainableRange(table);
  const [low, high] = [fractionOf(range.minimum), fractionOf(range.maximum)];
  const spansUsual = compare(low, fractionOf('400')) < 0 && compare(high, fractionOf('700')) >= 0;
  if (spansUsual) return { cuts: usualCuts, method: 'usual' };
  const width = multiply(subtract(high, low), fraction(1n, BigInt(equalBands)));
  const cuts = Array.from({ length: equalBands - 1 }, (_, index) =>
    roundedText(add(low, multiply(width, fraction(BigInt(index + 1))))),
  );
  return { cuts: [...new Set(cuts)], method: 'equal' };
}
