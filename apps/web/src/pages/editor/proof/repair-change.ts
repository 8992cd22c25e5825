import type { ModelDocument, Repair } from '@terrace/model';
import type { DocumentChange, Position } from '../../../store/document-change';

/** Room below the nodes beside which an added node is put, in canvas units. */
const below = 160;

/**
 * A repair as one change of the document, to be undone as one. Added nodes stand below the others of their kind.
 * @param places - where nodes stand on the canvas now
 */
export function repairChange(
  document: ModelDocument,
  repair: Repair,
  places: Readonly<Record<string, Position>>,
): DocumentChange {
  const placeOf = (kind: string, index: number): Position => {
    const same = document.nodes.flatMap((node) => (node.kind === kind ? [places[node.id]] : []));
    const known = (same.length > 0 ? same : Object.values(places)).filter((place) => place !== undefined);
    const x = known.length === 0 ? 0 : Math.min(...known.map((place) => place.x));
    const y = known.length === 0 ? 0 : Math.max(...known.map((place) => place.y)) + below;
    return { x, y: y + index * below };
  };
  return {
    type: 'all',
    changes: [
      ...repair.replaced.map((node) => ({ type: 'replace' as const, node })),
      ...repair.added.map((node, index) => ({
        type: 'add' as const,
        node,
        position: placeOf(node.kind, index),
      })),
      ...(repair.removed.length === 0 ? [] : [{ type: 'remove' as const, ids: repair.removed }]),
    ],
  };
}
