import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import { readCondition } from '../../rule/read-condition.js';
import type { JsonLogic } from '../../document/json-logic.js';
import type { Decider } from '../decider.js';
import type { TierNode } from './tier-node.js';

/** Which of the tier's own conditions holds first: `entry` or `keep`. */
export function decideTier(node: TierNode): Decider[] {
  const tests: ExpressionNode[] = [];
  if (node.entry !== undefined) tests.push(readCondition(node.entry), literal('entry'));
  if (node.keep !== undefined) tests.push(keepTest(node.id, node.keep), literal('keep'));
  if (tests.length === 0) return [];
  return [{ code: node.id, expression: operation('if', [...tests, literal(null)]) }];
}

/** A keep condition asks only those who have the tier. */
export function keepTest(tier: string, keep: JsonLogic): ExpressionNode {
  return operation('and', [operation('==', [variable('previous.tier'), literal(tier)]), readCondition(keep)]);
}
