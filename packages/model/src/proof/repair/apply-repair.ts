import type { ModelDocument } from '../../document/model-document.js';
import type { Repair } from '../proof.js';

/**
 * The document with a repair made: nodes replaced, added and removed; what is said of removed nodes outside of nodes (their place on
 * the canvas, their precedence) goes with them. Repairs are made one at a time: after one, prove anew.
 * @since 0.1.0
 */
export function applyRepair(
  document: ModelDocument,
  repair: Pick<Repair, 'replaced' | 'added' | 'removed'>,
): ModelDocument {
  const removed = new Set(repair.removed);
  const replaced = new Map(repair.replaced.map((node) => [node.id, node]));
  const nodes = [
    ...document.nodes.filter((node) => !removed.has(node.id)).map((node) => replaced.get(node.id) ?? node),
    ...repair.added,
  ];
  const priority = document.priority?.filter((tier) => !removed.has(tier));
  return {
    ...document,
    nodes,
    layout: Object.fromEntries(Object.entries(document.layout).filter(([id]) => !removed.has(id))),
    ...(priority === undefined ? {} : { priority }),
  };
}
