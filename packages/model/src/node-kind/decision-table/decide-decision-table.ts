import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { Decider } from '../decider.js';
import type { DecisionTableNode, TableRow } from './decision-table-node.js';
import { lowerRow } from './lower-decision-table.js';

/**
 * The id of the row that decided. The value of the table says already which rows it can be, so only those with the same result
 * are looked at: the first of them that holds is it, and the last needs no test.
 */
export function decideDecisionTable(node: DecisionTableNode): Decider[] {
  if (node.hit === 'collect') return [];
  const groups = new Map<string | number, TableRow[]>();
  for (const row of node.rows) {
    const result = row.tier ?? row.value;
    if (result !== undefined) groups.set(result, [...(groups.get(result) ?? []), row]);
  }
  if (groups.size === 0) return [];
  const operands = [...groups].flatMap(([result, rows]): ExpressionNode[] => [
    operation('==', [variable(node.id), literal(result)]),
    firstOf(node, rows),
  ]);
  return [{ code: node.id, expression: operation('if', [...operands, literal(null)]) }];
}

function firstOf(node: DecisionTableNode, rows: readonly TableRow[]): ExpressionNode {
  const last = literal(rows.at(-1)?.id ?? null);
  const operands = rows.slice(0, -1).flatMap((row) => [lowerRow(node, row), literal(row.id)]);
  return operands.length === 0 ? last : operation('if', [...operands, last]);
}
