import { childrenOf, type ExpressionNode } from '../ast/expression-node.js';
import { ExpressionError } from '../issue.js';

/** Parts a written-out expression may have. Rules of people have hundreds; only contrived ones come near. */
const maxSize = 200_000;

const sizes = new WeakMap<ExpressionNode, number>();

/** Parts of `node`, itself among them. */
export function sizeOf(node: ExpressionNode): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const size = childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
  sizes.set(node, size);
  return size;
}

/**
 * Hands `node` through. Asking whether a condition is known writes it twice, so conditions compared inside conditions grow
 * exponentially with their depth; this is where that stops.
 * @throws ExpressionError `TOO_LARGE`
 */
export function bounded(node: ExpressionNode): ExpressionNode {
  if (sizeOf(node) > maxSize)
    throw new ExpressionError(
      'TOO_LARGE',
      `the expression would have more than ${maxSize} parts once missing values are written out`,
    );
  return node;
}
