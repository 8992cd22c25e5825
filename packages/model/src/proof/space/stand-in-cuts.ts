import type { ModelDocument } from '../../document/model-document.js';

/** The document with cut points 1, 2, 3, … in bands that were never calibrated, and the ids of those. */
export function withStandInCuts(document: ModelDocument): { document: ModelDocument; nodes: string[] } {
  const ids: string[] = [];
  const nodes = document.nodes.map((node) => {
    if (node.kind !== 'bands' || node.cuts.method === 'explicit' || node.cuts.values.length > 0) return node;
    ids.push(node.id);
    const values = node.outputs.slice(1).map((_, index) => String(index + 1));
    return { ...node, cuts: { ...node.cuts, values } };
  });
  return { document: ids.length === 0 ? document : { ...document, nodes }, nodes: ids };
}
