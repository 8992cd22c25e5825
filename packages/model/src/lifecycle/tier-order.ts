import type { ModelDocument } from '../document/model-document.js';
import { tiersByRank } from '../rule/tiers-by-rank.js';

/**
 * The tiers of a document from the lowest to the highest: along the stages of its lifecycle where it has some, else along ranks. "Up"
 * and "down" mean along this order.
 * @since 0.1.0
 */
export function tierOrder(document: ModelDocument): string[] {
  const stages = document.lifecycle?.stages;
  if (stages !== undefined) return [...stages];
  return tiersByRank(document)
    .map((tier) => tier.id)
    .reverse();
}
