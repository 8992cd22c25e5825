import type { Scalar } from '@terrace/expression';

/**
 * A range of atoms per axis, both ends included. With `values` it is a single subject, whose values lie in the (then single) atoms.
 */
export interface Box {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly values: readonly Scalar[] | null;
}

export function copyBox(box: Box): Box {
  return { low: box.low.slice(), high: box.high.slice(), values: box.values };
}

export function contains(outer: Box, inner: Box): boolean {
  return inner.low.every(
    (low, axis) => low >= (outer.low[axis] ?? 0) && (inner.high[axis] ?? 0) <= (outer.high[axis] ?? 0),
  );
}

export function intersects(a: Box, b: Box): boolean {
  return a.low.every((low, axis) => low <= (b.high[axis] ?? 0) && (a.high[axis] ?? 0) >= (b.low[axis] ?? 0));
}

/** Number of cells, as far as a double holds it. */
export function volume(box: Box): number {
  return box.low.reduce((product, low, axis) => product * ((box.high[axis] ?? 0) - low + 1), 1);
}

/** What is left of `box` without `hole`, as boxes that do not overlap. */
export function subtract(box: Box, hole: Box): Box[] {
  if (!intersects(box, hole)) return [box];
  const rest: Box[] = [];
  const low = box.low.slice();
  const high = box.high.slice();
  for (let axis = 0; axis < low.length; axis += 1) {
    const [from, to] = [low[axis] ?? 0, high[axis] ?? 0];
    const [holeFrom, holeTo] = [hole.low[axis] ?? 0, hole.high[axis] ?? 0];
    if (holeFrom > from) {
      const below = high.slice();
      below[axis] = holeFrom - 1;
      rest.push({ low: low.slice(), high: below, values: null });
      low[axis] = holeFrom;
    }
    if (holeTo < to) {
      const above = low.slice();
      above[axis] = holeTo + 1;
      rest.push({ low: above, high: high.slice(), values: null });
      high[axis] = holeTo;
    }
  }
  return rest;
}

/** `box` with another range on one axis. */
export function withRange(box: Box, axis: number, from: number, to: number): Box {
  const low = box.low.slice();
  const high = box.high.slice();
  low[axis] = from;
  high[axis] = to;
  return { low, high, values: null };
}
