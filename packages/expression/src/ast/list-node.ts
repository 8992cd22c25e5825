import type { ExpressionNode } from './expression-node.js';

/** A list written out, such as the second operand of `in`. @since 0.1.0 */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ExpressionNode[];
}

/** Makes a {@link ListNode}. @since 0.1.0 */
export function list(items: readonly ExpressionNode[]): ListNode {
  return { kind: 'list', items: items.slice() };
}
