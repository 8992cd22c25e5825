import type { ModelNode } from '../document/node.js';
import { valueReferences } from './value-references.js';

/** Nodes in an order in which each comes after all it reads; `depth` is 0 for those that read nothing. */
export interface TopologicalOrder {
  readonly nodes: readonly { readonly node: ModelNode; readonly depth: number }[];
  /** Nodes that read each other in a circle, as ids along the circle; null when there is none. */
  readonly cycle: readonly string[] | null;
}

/** Orders nodes; references to nodes that are not there are passed over. Nodes of one depth keep the document's order. */
export function topologicalOrder(nodes: readonly ModelNode[]): TopologicalOrder {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const depths = new Map<string, number>();
  const trail: string[] = [];
  let cycle: string[] | null = null;
  // Recursion is as deep as the document's longest chain, at most 500 nodes.
  const visit = (node: ModelNode): number => {
    const known = depths.get(node.id);
    if (known !== undefined) return known;
    const start = trail.indexOf(node.id);
    if (start >= 0) {
      cycle ??= [...trail.slice(start), node.id];
      return 0;
    }
    trail.push(node.id);
    let depth = 0;
    for (const id of valueReferences(node)) {
      const read = byId.get(id);
      if (read !== undefined) depth = Math.max(depth, visit(read) + 1);
    }
    trail.pop();
    depths.set(node.id, depth);
    return depth;
  };
  const ordered = nodes.map((node, index) => ({ node, depth: visit(node), index }));
  ordered.sort((a, b) => a.depth - b.depth || a.index - b.index);
  return { nodes: ordered.map(({ node, depth }) => ({ node, depth })), cycle };
}
