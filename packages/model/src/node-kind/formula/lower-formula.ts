import { literal, parseExpression, type ExpressionNode } from '@terrace/expression';
import type { FormulaNode } from './formula-node.js';

/** The formula as it was written. One that cannot be read, of which the check of the document tells, has no value. */
export function readFormula(node: FormulaNode): ExpressionNode {
  const parsed = parseExpression(node.expression);
  return parsed.ok ? parsed.node : literal(null);
}
