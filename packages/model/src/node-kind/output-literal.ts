import { literal, type ExpressionNode } from '@terrace/expression';

/** An output as an expression of its node's type; one that is not given is missing. */
export function outputLiteral(value: number | string | undefined, type: 'number' | 'text'): ExpressionNode {
  if (value === undefined) return literal(null);
  return literal(type === 'number' ? value : String(value));
}
