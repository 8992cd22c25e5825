import { documentEdges, type ModelDocument } from '@terrace/model';
import { MarkerType, type Edge } from '@xyflow/react';

const muted = 'var(--t-border-strong)';

/** The lines on the canvas: one per reference, in the colour of the tier they lead to. */
export function canvasEdges(document: ModelDocument, selected: ReadonlySet<string>): Edge[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return documentEdges(document).map(({ id, source, target, sourceHandle, role }) => {
    const end = nodes.get(target);
    const isSelected = selected.has(id);
    // What calibration is limited to is no input of the bands, and what a tier's own conditions read does not give the tier: a
    // thinner, broken line.
    const isAside =
      (end?.kind === 'bands' && end.input !== source) || (end?.kind === 'tier' && role === 'value');
    const tierColor = end?.kind === 'tier' ? end.color : undefined;
    const color = isSelected ? 'var(--t-primary)' : (tierColor ?? muted);
    return {
      id,
      source,
      target,
      selected: isSelected,
      ...(sourceHandle === undefined ? {} : { sourceHandle }),
      style: {
        stroke: color,
        strokeWidth: isSelected ? 2.5 : isAside ? 1 : 1.5,
        ...(isAside ? { strokeDasharray: '4 4', opacity: 0.6 } : {}),
      },
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color },
    };
  });
}
