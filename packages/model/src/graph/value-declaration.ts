import type { InputDeclaration } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';
import { perNode } from '../node-kind/per-node.js';
import { kindOf } from '../node-kind/registry.js';

/**
 * The type of the value a node yields and whether it can be missing, as far as the node alone tells; null for a node that
 * yields none.
 * @since 0.1.0
 */
export const declarationOfNode: (node: ModelNode) => InputDeclaration | null = perNode((node: ModelNode) =>
  kindOf(node).declaration(node),
);
