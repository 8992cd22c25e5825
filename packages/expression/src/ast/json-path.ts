import type { ExpressionNode } from './expression-node.js';

/** A way into JSON Logic, for example `['and', 0, '<', 1]`. @since 0.1.0 */
export type JsonPath = readonly (string | number)[];

/** Where the `index`-th child of `node` stands in the JSON that `node` was read from, below `path`. */
export function childPath(path: JsonPath, node: ExpressionNode, index: number): JsonPath {
  switch (node.kind) {
    case 'literal':
      return path;
    case 'list':
      return [...path, index];
    case 'variable':
      return [...path, 'var', 1];
    case 'operation':
      return node.form === 'bare' ? [...path, node.operator] : [...path, node.operator, index];
  }
}
