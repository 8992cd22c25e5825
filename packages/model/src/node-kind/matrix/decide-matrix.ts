import type { Decider } from '../decider.js';
import { lowerCells } from './lower-matrix.js';
import type { MatrixNode } from './matrix-node.js';

/** The number of the cell, counted from 0 with the last axis fastest; none for an empty cell and outside the matrix. */
export function decideMatrix(node: MatrixNode): Decider[] {
  const expression = lowerCells(node, (index) => (node.cells[index] == null ? null : String(index)));
  return expression.kind === 'literal' ? [] : [{ code: node.id, expression }];
}
