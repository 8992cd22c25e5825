import type { ModelDocument } from '@terrace/model';
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
  const tierRank = (id: string): number => {
    const node = document.nodes.find((each) => each.id === id);
    return node?.kind === 'tier' ? node.rank : 0;
  };
  const children = document.nodes
    .toSorted((a, b) => tierRank(a.id) - tierRank(b.id))
    .map((node) => ({
      id: node.id,
      width: measured.get(node.id)?.width ?? 240,
      height: measured.get(node.id)?.height ?? 100,
      ...(node.kind === 'tier' ? { layoutOptions: { 'elk.position': `(0,${node.rank * 100})` } } : {}),
    }));
  const graph = await new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.layered.spacing.nodeNodeBetweenLayers': '80',
      'elk.spacing.nodeNode': '20',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
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
