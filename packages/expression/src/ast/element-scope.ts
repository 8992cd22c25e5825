import type { OperationNode } from './operation-node.js';

const scoped: ReadonlySet<string> = new Set(['map', 'filter', 'reduce', 'all', 'none', 'some']);

/**
 * Whether the `index`-th operand of `node` is evaluated once per element of a list: its variables are the element's, not the
 * inputs'.
 * @see https://jsonlogic.com/operations.html#array-operations
 * @since 0.1.0
 */
export function isElementScope(node: OperationNode, index: number): boolean {
  return index === 1 && scoped.has(node.operator);
}
