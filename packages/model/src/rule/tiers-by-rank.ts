import type { ModelDocument } from '../document/model-document.js';
import type { TierNode } from '../node-kind/tier/tier-node.js';

/** The tiers of a document, best rank first. */
export function tiersByRank(document: ModelDocument): TierNode[] {
  return document.nodes
    .filter((node): node is TierNode => node.kind === 'tier')
    .sort((a, b) => a.rank - b.rank);
}
