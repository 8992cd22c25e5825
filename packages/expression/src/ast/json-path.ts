import type { ExpressionNode } from './expression-node.js';

/** A way into JSON Logic, for example `['and', 0, '<', 1]`. @since 0.1.0 */
export type JsonPath = readonly (string | number)[];

/** The steps from `node` to its `index`-th child in the JSON that `node` was read from. */
export function stepsTo(node: ExpressionNode, index: number): JsonPath {
  switch (node.kind) {
    case 'literal':
    case 'record':
      return [];
    case 'list':
      return [index];
    case 'variable':
      return ['var', 1];
    case 'operation':
      return node.form === 'bare' ? [node.operator] : [node.operator, index];
  }
}
