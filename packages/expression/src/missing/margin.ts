import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { operation } from '../ast/operation-node.js';
import { comparableNumbers } from '../operator/numeric-text.js';
import { bounded, sizeOf } from './bounded.js';
import { settled } from './settled.js';

/**
 * Calculated numbers differ between readers from the 16th digit on: SQL calculates in decimals, JavaScript in doubles. Where one is
 * compared, values this close to each other count as equal. Below the smallest step of what people enter (a billionth), above the
 * error of a few hundred double operations (2^-53 each), and of a form that no entered value has.
 * @see docs/decisions/0008-margin-where-arithmetic-was-done.md
 */
const absoluteMargin = 7.3e-10;
const relativeMargin = 4e-15;

/**
 * How far from `value` a calculated number counts as equal to it: max(7.3e-10, 4e-15 · |value|), in the unit of `value`.
 * @see docs/decisions/0008-margin-where-arithmetic-was-done.md
 * @since 0.1.0
 */
export function marginOf(value: number): number {
  return Math.max(absoluteMargin, relativeMargin * Math.abs(value));
}

/** `node` a margin higher or lower; of a literal it is a literal, so that no reader calculates. */
export function shifted(node: ExpressionNode, direction: 1 | -1): ExpressionNode {
  if (node.kind === 'literal' && typeof node.value === 'number')
    return literal(node.value + direction * marginOf(node.value));
  const margin = operation('max', [
    literal(absoluteMargin),
    operation('*', [literal(relativeMargin), node]),
    operation('*', [literal(-relativeMargin), node]),
  ]);
  // Writes `node` four times; literals, the usual case, never grow.
  return bounded(operation(direction === 1 ? '+' : '-', [node, margin]));
}

export type OrderId = '<' | '<=' | '>' | '>=';

const mirrored: Readonly<Record<OrderId, OrderId>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Which side of an edge counts: `x >= c` and `x < c` meet below it, `x > c` and `x <= c` above. */
const directions: Readonly<Record<OrderId, 1 | -1>> = { '>=': -1, '<': -1, '>': 1, '<=': 1 };

/** The side that is written several times is the smaller one. */
function isSmaller(left: ExpressionNode, right: ExpressionNode): boolean {
  if (right.kind === 'literal') return false;
  return left.kind === 'literal' || sizeOf(left) < sizeOf(right);
}

/** `left id right` with the margin. */
export function orderedWithMargin(id: OrderId, left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  if (isSmaller(left, right)) return orderedWithMargin(mirrored[id], right, left);
  return settled(operation(id, comparableNumbers([left, shifted(right, directions[id])])));
}

/** `left == right` with the margin. */
export function equalWithMargin(left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  if (isSmaller(left, right)) return equalWithMargin(right, left);
  return settled(operation('<=', comparableNumbers([shifted(right, -1), left, shifted(right, 1)])));
}

/** `low id middle id high` with the margin, where both ends are literals. */
export function betweenWithMargin(
  id: '<' | '<=',
  low: ExpressionNode,
  middle: ExpressionNode,
  high: ExpressionNode,
): ExpressionNode {
  const outward = id === '<=' ? 1 : -1;
  const ends = [shifted(low, outward === 1 ? -1 : 1), shifted(high, outward)] as const;
  return settled(operation(id, comparableNumbers([ends[0], middle, ends[1]])));
}
