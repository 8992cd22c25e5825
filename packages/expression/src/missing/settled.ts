import type { ExpressionNode } from '../ast/expression-node.js';

const settledNodes = new WeakSet<ExpressionNode>();

/**
 * Marks a total condition that says exactly what it says: with its margin, or asking for an empty text. Writing it out once more
 * leaves it as it is.
 */
export function settled(node: ExpressionNode): ExpressionNode {
  settledNodes.add(node);
  return node;
}

export const isSettled = (node: ExpressionNode): boolean => settledNodes.has(node);
