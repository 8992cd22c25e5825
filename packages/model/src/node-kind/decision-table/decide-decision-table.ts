import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { Decider } from '../decider.js';
import { outputLiteral } from '../output-literal.js';
import type { DecisionTableNode, TableRow } from './decision-table-node.js';
import { lowerRow } from './lower-decision-table.js';
import { tableType } from './table-result.js';

/**
 * The id of the row that decided. The value of the table says already which rows it can be, so only those with the same result
 * are looked at: the first of them that holds is it, and the last needs no test.
 */
export function decideDecisionTable(node: DecisionTableNode): Decider[] {
  if (node.hit === 'collect') return [];
  const groups = new Map<string, { result: string | number; rows: TableRow[] }>();
  for (const row of node.rows) {
    const result = row.tier ?? row.value;
    if (result === undefined) continue;
    const group = groups.get(String(result)) ?? { result, rows: [] };
    group.rows.push(row);
    groups.set(String(result), group);
  }
  if (groups.size === 0) return [];
  const type = tableType(node);
  const operands = [...groups.values()].flatMap(({ result, rows }): ExpressionNode[] => [
    operation('==', [variable(node.id), outputLiteral(result, type)]),
    firstOf(node, rows),
  ]);
  return [{ code: node.id, expression: operation('if', [...operands, literal(null)]) }];
}

function firstOf(node: DecisionTableNode, rows: readonly TableRow[]): ExpressionNode {
  const last = literal(rows.at(-1)?.id ?? null);
  const operands = rows.slice(0, -1).flatMap((row) => [lowerRow(node, row), literal(row.id)]);
  return operands.length === 0 ? last : operation('if', [...operands, last]);
}
