import { literal, operation, type ExpressionNode } from '@terrace/expression';
import { lowerCell } from '../../cell/lower-cell.js';
import type { ModelDocument } from '../../document/model-document.js';
import { tiersByPrecedence } from '../../rule/tiers-by-precedence.js';
import { perNode } from '../per-node.js';
import { outputLiteral } from '../output-literal.js';
import type { DecisionTableNode, TableRow } from './decision-table-node.js';
import { tableType } from './table-result.js';

const rowsOf = perNode(
  (node: DecisionTableNode): ReadonlyMap<TableRow, ExpressionNode> =>
    new Map(node.rows.map((row) => [row, conditionOf(node, row)])),
);

/** A row as a condition: all its cells. */
export function lowerRow(node: DecisionTableNode, row: TableRow): ExpressionNode {
  return rowsOf(node).get(row) ?? conditionOf(node, row);
}

function conditionOf(node: DecisionTableNode, row: TableRow): ExpressionNode {
  const cells = node.inputs.flatMap((input, index) => {
    const cell = lowerCell(row.cells[index] ?? null, input);
    return cell === null ? [] : [cell];
  });
  const [first] = cells;
  if (first === undefined) return literal(true);
  return cells.length === 1 ? first : operation('and', cells);
}

/** `rows` as one `if`: the first that holds gives its result. */
function firstOf(
  node: DecisionTableNode,
  rows: readonly TableRow[],
  resultOf: (row: TableRow) => ExpressionNode,
): ExpressionNode {
  if (rows.length === 0) return literal(null);
  return operation('if', [...rows.flatMap((row) => [lowerRow(node, row), resultOf(row)]), literal(null)]);
}

/** The rows in the order in which their tiers win; of one tier, and of tiers that are not there, as they stand. */
function byPrecedence(rows: readonly TableRow[], document: ModelDocument): TableRow[] {
  const places = new Map(tiersByPrecedence(document).map((tier, index) => [tier.id, index]));
  const placeOf = (row: TableRow): number => places.get(row.tier ?? '') ?? places.size;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

/** One number of the values of all rows that hold. */
function collect(node: DecisionTableNode): ExpressionNode {
  const { aggregate = 'sum', rows } = node;
  const numberOf = (row: TableRow): number => Number(row.value ?? 0);
  if (aggregate === 'minimum' || aggregate === 'maximum') {
    // Values are constants, so the least one that holds is the first that holds in ascending order.
    const sign = aggregate === 'minimum' ? 1 : -1;
    const sorted = [...rows].sort((a, b) => sign * (numberOf(a) - numberOf(b)));
    return firstOf(node, sorted, (row) => literal(numberOf(row)));
  }
  const parts = rows.map((row) =>
    operation('if', [lowerRow(node, row), literal(aggregate === 'count' ? 1 : numberOf(row)), literal(0)]),
  );
  const [only] = parts;
  if (only === undefined) return literal(0);
  return parts.length === 1 ? only : operation('+', parts);
}

/** The table's value: the tier or the value of the row that counts, or what it makes of all rows that hold. */
export function lowerDecisionTable(node: DecisionTableNode, document: ModelDocument): ExpressionNode {
  if (node.hit === 'collect') return collect(node);
  const rows = node.hit === 'priority' ? byPrecedence(node.rows, document) : node.rows;
  const type = tableType(node);
  return firstOf(node, rows, (row) => outputLiteral(row.tier ?? row.value, type));
}
