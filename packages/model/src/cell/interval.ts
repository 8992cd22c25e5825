import type { Cell } from './cell.js';

/** One end of an interval of numbers; `isClosed` when the number itself belongs to it. */
export interface IntervalEnd {
  readonly value: number;
  readonly isClosed: boolean;
}

/** The numbers between two ends; an end that is null is open to infinity. */
export interface Interval {
  readonly low: IntervalEnd | null;
  readonly high: IntervalEnd | null;
}

const end = (value: number | undefined, isClosed: boolean): IntervalEnd | null =>
  value === undefined ? null : { value, isClosed };

/** The numbers that a cell takes, where they are one interval; null for any other cell. */
export function intervalOf(cell: Cell): Interval | null {
  if (cell === null) return { low: null, high: null };
  switch (cell.op) {
    case 'between':
      return { low: end(cell.min, true), high: end(cell.max, true) };
    case 'range':
      return {
        low: end(cell.min, cell.closed === 'left' || cell.closed === 'both'),
        high: end(cell.max, cell.closed === 'right' || cell.closed === 'both'),
      };
    case '<':
    case '<=':
      return typeof cell.value === 'number' ? { low: null, high: end(cell.value, cell.op === '<=') } : null;
    case '>':
    case '>=':
      return typeof cell.value === 'number' ? { low: end(cell.value, cell.op === '>='), high: null } : null;
    default:
      return null;
  }
}

/** Whether `next` begins exactly where `before` ends, with nothing between them or in both. */
function continues(before: Interval, next: Interval): boolean {
  return (
    before.high !== null &&
    next.low !== null &&
    before.high.value === next.low.value &&
    before.high.isClosed !== next.low.isClosed
  );
}

/**
 * The upper ends of intervals that cover every number once, in their order from the lowest up; null when they do not. The last has
 * none. Then "not above the first end, else not above the second, else …" says the same as the cells themselves, and no number is
 * left over.
 */
export function chainOf(cells: readonly Cell[]): readonly IntervalEnd[] | null {
  const intervals = cells.map(intervalOf);
  const ends: IntervalEnd[] = [];
  for (const [index, interval] of intervals.entries()) {
    const before = intervals[index - 1];
    if (interval === null || (index === 0 && interval.low !== null)) return null;
    if (before !== undefined && before !== null && !isNext(before, interval)) return null;
    const isLast = index === intervals.length - 1;
    if ((interval.high === null) !== isLast) return null;
    if (interval.high !== null) ends.push(interval.high);
  }
  return ends.length === cells.length - 1 ? ends : null;
}

/** First match wins, so a cell may also begin lower than where the one before it ends. */
function isNext(before: Interval, next: Interval): boolean {
  if (continues(before, next)) return true;
  if (before.high === null) return false;
  const reaches = next.low === null || next.low.value < before.high.value;
  return reaches && (next.high === null || next.high.value > before.high.value);
}
