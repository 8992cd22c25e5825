import type { InputDeclaration } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';
import { kindOf } from '../node-kind/registry.js';

/**
 * The type of the value a node yields and whether it can be missing, as far as the node alone tells; null for a node that
 * yields none.
 * @since 0.1.0
 */
export function declarationOfNode(node: ModelNode): InputDeclaration | null {
  return kindOf(node).declaration(node);
}
