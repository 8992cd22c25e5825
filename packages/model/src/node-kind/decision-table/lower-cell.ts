import { list, literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { Cell } from '../../document/node.js';

/** A cell as a condition on `input`; null for one that accepts anything. A missing value satisfies only that and `missing`. */
export function lowerCell(cell: Cell, input: string): ExpressionNode | null {
  if (cell === null) return null;
  switch (cell.op) {
    case 'missing':
      return operation('!!', [operation('missing', [literal(input)])]);
    case 'between':
      if (cell.min === cell.max) return operation('==', [variable(input), literal(cell.min)]);
      return operation('<=', [literal(cell.min), variable(input), literal(cell.max)]);
    case 'in':
      return operation('in', [variable(input), list(cell.values.map((value) => literal(value)))]);
    default:
      return operation(cell.op, [variable(input), literal(cell.value)]);
  }
}
