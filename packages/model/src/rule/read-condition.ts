import { literal, parseExpression, variablesOf, type ExpressionNode } from '@terrace/expression';
import type { JsonLogic } from '../document/json-logic.js';

/** A condition as it was written. One that cannot be read, of which the check of the document tells, holds for nobody. */
export function readCondition(logic: JsonLogic): ExpressionNode {
  const parsed = parseExpression(logic);
  return parsed.ok ? parsed.node : literal(false);
}

/** Names of what a condition reads, each once; none of one that cannot be read. */
export function conditionReferences(logic: JsonLogic | undefined): string[] {
  return logic === undefined ? [] : variablesOf(readCondition(logic));
}
