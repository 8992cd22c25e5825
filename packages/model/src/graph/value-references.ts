import type { ModelNode } from '../document/node.js';
import { perNode } from '../node-kind/per-node.js';
import { kindOf } from '../node-kind/registry.js';

/** Ids of the nodes whose values `node` reads, each once, in the order they stand. */
export const valueReferences: (node: ModelNode) => readonly string[] = perNode((node: ModelNode) =>
  kindOf(node).references(node),
);
