import type { ModelDocument, ModelNode } from '@terrace/model';
import type { Edge } from '@xyflow/react';
import type { Position } from '../store/document-change';
import type { CanvasNode } from '../store/editor-store';

/** Places nodes in layers from left to right. The layout engine is large and loaded when it is first needed. */
export async function autoLayout(
  document: ModelDocument,
  nodes: readonly CanvasNode[],
  edges: readonly Edge[],
): Promise<Record<string, Position>> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const measured = new Map(nodes.map((node) => [node.id, node.measured]));
  const children = inReadingOrder(document).map(({ id }) => ({
    id,
    width: measured.get(id)?.width ?? 200,
    height: measured.get(id)?.height ?? 100,
  }));
  const graph = await new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': '44',
      'elk.layered.spacing.edgeNodeBetweenLayers': '12',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '4',
      'elk.spacing.nodeNode': '14',
      'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
      'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    },
    children,
    edges: [...edges, ...edgesToLooseTiers(document, edges)].map(({ id, source, target }) => ({
      id,
      sources: [source],
      targets: [target],
    })),
  });
  return Object.fromEntries(
    (graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
}

/** The nodes as a layer lists them from above: tiers by rank, what belongs to them beside them, inputs as they are used. */
export function inReadingOrder({ nodes }: ModelDocument): ModelNode[] {
  const places = new Map(nodes.map((node, index) => [node.id, node.kind === 'tier' ? node.rank : index]));
  const place = (node: ModelNode): number => {
    if (node.kind === 'action') return places.get(node.tier) ?? Infinity;
    if (node.kind !== 'dimension') return places.get(node.id) ?? 0;
    const user = nodes.findIndex((each) => each.kind === 'bands' && each.input === node.id);
    return user < 0 ? nodes.length : user;
  };
  return nodes.toSorted((a, b) => place(a) - place(b));
}

/** A tier that no line leads to, such as the fallback, is placed as if one did, so that it stands among the others. */
function edgesToLooseTiers(
  document: ModelDocument,
  edges: readonly Edge[],
): { id: string; source: string; target: string }[] {
  const tiers = new Set(document.nodes.filter(({ kind }) => kind === 'tier').map(({ id }) => id));
  const source = edges.find(({ target }) => tiers.has(target))?.source;
  if (source === undefined) return [];
  return [...tiers]
    .filter((id) => !edges.some(({ target }) => target === id))
    .map((target) => ({ id: `loose->${target}`, source, target }));
}
