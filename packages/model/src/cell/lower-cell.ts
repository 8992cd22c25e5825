import { list, literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { Cell } from './cell.js';

/** The ends of a range that are there; one without ends holds for every value that is not missing. */
function lowerRange(cell: Extract<Cell, { op: 'range' }>, input: ExpressionNode): ExpressionNode {
  const { min, max, closed } = cell;
  const low = closed === 'left' || closed === 'both' ? '>=' : '>';
  const high = closed === 'right' || closed === 'both' ? '<=' : '<';
  const ends = [
    ...(min === undefined ? [] : [operation(low, [input, literal(min)])]),
    ...(max === undefined ? [] : [operation(high, [input, literal(max)])]),
  ];
  const [only] = ends;
  if (only === undefined) return operation('==', [input, input]);
  return ends.length === 1 ? only : operation('and', ends);
}

/** A cell as a condition on `input`; null for one that accepts anything. A missing value satisfies only that and `missing`. */
export function lowerCell(cell: Cell, input: string): ExpressionNode | null {
  if (cell === null) return null;
  switch (cell.op) {
    case 'missing':
      return operation('!!', [operation('missing', [literal(input)])]);
    case 'between':
      if (cell.min === cell.max) return operation('==', [variable(input), literal(cell.min)]);
      return operation('<=', [literal(cell.min), variable(input), literal(cell.max)]);
    case 'range':
      return lowerRange(cell, variable(input));
    case 'in':
      return operation('in', [variable(input), list(cell.values.map((value) => literal(value)))]);
    default:
      return operation(cell.op, [variable(input), literal(cell.value)]);
  }
}
