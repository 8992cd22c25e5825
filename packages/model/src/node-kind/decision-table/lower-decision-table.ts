import { literal, operation, type ExpressionNode } from '@terrace/expression';
import type { DecisionTableNode } from './decision-table-node.js';
import { lowerCell } from '../../cell/lower-cell.js';

type Row = DecisionTableNode['rows'][number];

/** A row as a condition: all its cells. */
export function lowerRow(node: DecisionTableNode, row: Row): ExpressionNode {
  const cells = node.inputs.flatMap((input, index) => {
    const cell = lowerCell(row.cells[index] ?? null, input);
    return cell === null ? [] : [cell];
  });
  const [first] = cells;
  if (first === undefined) return literal(true);
  return cells.length === 1 ? first : operation('and', cells);
}

/** The table as one `if`: its rows in their order, then `otherwise`. */
export function lowerDecisionTable(node: DecisionTableNode, otherwise: string | null = null): ExpressionNode {
  if (node.rows.length === 0) return literal(otherwise);
  return operation('if', [
    ...node.rows.flatMap((row) => [lowerRow(node, row), literal(row.tier ?? null)]),
    literal(otherwise),
  ]);
}
