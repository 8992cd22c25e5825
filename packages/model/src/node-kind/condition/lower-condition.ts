import { parseExpression, type ExpressionNode } from '@terrace/expression';
import type { ConditionNode } from './condition-node.js';

/** The condition as it was written; its faults were reported by the check of the document. */
export function lowerCondition(node: ConditionNode): ExpressionNode {
  const parsed = parseExpression(node.when);
  if (!parsed.ok) throw new TypeError(`condition "${node.id}" cannot be read`);
  return parsed.node;
}
