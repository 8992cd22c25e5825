import type { ExpressionNode } from '@terrace/expression';
import { readCondition } from '../../rule/read-condition.js';
import type { ConditionNode } from './condition-node.js';

/** The condition as it was written. */
export function lowerCondition(node: ConditionNode): ExpressionNode {
  return readCondition(node.when);
}
