import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { canonicalInstantText } from '../date-text.js';
import type { ExpressionType } from '../value-type.js';

/** A literal beside an instant, written so that it sorts as text in every reader. */
export function canonicalLiteral(node: ExpressionNode, type: ExpressionType): ExpressionNode {
  if (type !== 'instant' || node.kind !== 'literal' || typeof node.value !== 'string') return node;
  return literal(canonicalInstantText(node.value) ?? node.value);
}
