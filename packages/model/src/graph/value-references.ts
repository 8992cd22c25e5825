import type { ModelNode } from '../document/node.js';
import { kindOf } from '../node-kind/registry.js';

/** Ids of the nodes whose values `node` reads, each once, in the order they stand. */
export function valueReferences(node: ModelNode): readonly string[] {
  return kindOf(node).references(node);
}
