import type { MatrixNode } from './matrix-node.js';

/** How many cells the axes make. */
export function cellCount(node: MatrixNode): number {
  return node.axes.reduce((count, axis) => count * axis.values.length, 1);
}

/** Positions on the axes of a cell, the last axis fastest. */
export function positionsOf(node: MatrixNode, cell: number): number[] {
  let rest = cell;
  return node.axes
    .map((axis) => axis.values.length)
    .reduceRight<number[]>((positions, length) => {
      const position = rest % length;
      rest = Math.floor(rest / length);
      return [position, ...positions];
    }, []);
}

/** The cell at positions on the axes. */
export function cellAt(node: MatrixNode, positions: readonly number[]): number {
  return node.axes.reduce((cell, axis, index) => cell * axis.values.length + (positions[index] ?? 0), 0);
}
