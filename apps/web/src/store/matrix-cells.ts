import type { MatrixNode } from '@terrace/model';
import type { CategoryValue } from './node-value';

export type MatrixAxis = MatrixNode['axes'][number];

/** How many cells the axes have. */
export const cellCount = (axes: readonly MatrixAxis[]): number =>
  axes.reduce((count, { values }) => count * values.length, 1);

/** The index of the cell at a place of every axis; the last axis is the fastest. */
export const cellIndex = (axes: readonly MatrixAxis[], places: readonly number[]): number =>
  axes.reduce((index, { values }, axis) => index * values.length + (places[axis] ?? 0), 0);

/** The place on every axis of the cell at `index`. */
export function placesOf(axes: readonly MatrixAxis[], index: number): number[] {
  const places: number[] = [];
  let rest = index;
  for (const { values } of axes.toReversed()) {
    places.unshift(rest % values.length);
    rest = Math.floor(rest / values.length);
  }
  return places;
}

/** The matrix with one axis replaced. Tiers stay with their values; with another input they stay in their places. */
export function withAxis(matrix: MatrixNode, at: number, axis: MatrixAxis): MatrixNode {
  const before = matrix.axes[at];
  const axes = matrix.axes.map((each, index) => (index === at ? axis : each));
  const oldPlace = (place: number): number => {
    if (before === undefined) return -1;
    if (before.input !== axis.input) return place < before.values.length ? place : -1;
    return before.values.indexOf(axis.values[place] as CategoryValue);
  };
  const cells = Array.from({ length: cellCount(axes) }, (_, index) => {
    const places = placesOf(axes, index).map((place, i) => (i === at ? oldPlace(place) : place));
    return places.includes(-1) ? null : (matrix.cells[cellIndex(matrix.axes, places)] ?? null);
  });
  return { ...matrix, axes, cells };
}

/** The matrix with a further axis; every cell is repeated along it. */
export function addAxis(matrix: MatrixNode, axis: MatrixAxis): MatrixNode {
  const cells = matrix.cells.flatMap((tier) => axis.values.map(() => tier));
  return { ...matrix, axes: [...matrix.axes, axis], cells };
}

/** The matrix without one of its axes: what stood at that axis' first value stays. */
export function removeAxis(matrix: MatrixNode, at: number): MatrixNode {
  const axes = matrix.axes.filter((_, index) => index !== at);
  const cells = Array.from({ length: cellCount(axes) }, (_, index) => {
    const places = placesOf(axes, index);
    places.splice(at, 0, 0);
    return matrix.cells[cellIndex(matrix.axes, places)] ?? null;
  });
  return { ...matrix, axes, cells };
}
