import type { Decider } from '../decider.js';
import { lowerCells } from './lower-matrix.js';
import type { MatrixNode } from './matrix-node.js';

/** The number of the cell, counted from 0 with the last axis fastest; none outside the matrix. */
export function decideMatrix(node: MatrixNode): Decider[] {
  return [{ code: node.id, expression: lowerCells(node, (cell) => String(cell)) }];
}
