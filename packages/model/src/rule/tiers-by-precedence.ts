import type { ModelDocument } from '../document/model-document.js';
import type { TierNode } from '../node-kind/tier/tier-node.js';

/**
 * The tiers of a document in the order in which they win where rules of several hold: those of `priority` as they stand there, then
 * the others, best rank first.
 * @since 0.1.0
 */
export function tiersByPrecedence(document: ModelDocument): TierNode[] {
  const places = new Map((document.priority ?? []).map((id, index) => [id, index]));
  return document.nodes
    .filter((node): node is TierNode => node.kind === 'tier')
    .sort((a, b) => (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity) || a.rank - b.rank);
}
