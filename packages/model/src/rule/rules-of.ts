import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { TierNode } from '../node-kind/tier/tier-node.js';
import type { NodeRules, Rule } from './rule.js';
import { nodeRules } from './rules-of-node.js';
import { tiersByPrecedence } from './tiers-by-precedence.js';

/** A rule and its place in its node. @since 0.1.0 */
export interface DocumentRule extends Rule {
  /** `first`: it counts only where no rule of its node with a smaller `position` holds. */
  readonly choice: NodeRules['choice'];
  /** Place among the rules of its node, from 0. */
  readonly position: number;
}

/** The rules by which one node leads to one tier, in the node's order. */
export interface Way {
  readonly node: ModelNode;
  readonly rules: readonly DocumentRule[];
}

/** A tier and everything that leads to it: nodes in the order of the document, the keep condition last. */
export interface TierWays {
  readonly tier: TierNode;
  readonly ways: readonly Way[];
}

function rulesOfNode(node: ModelNode): DocumentRule[] {
  const found = nodeRules(node);
  if (found === null) return [];
  return found.rules.map((rule, position) => ({ ...rule, choice: found.choice, position }));
}

interface GrowingWay extends Way {
  readonly rules: DocumentRule[];
}

/** What leads to every tier, the tiers in order of precedence. */
export function waysToTiers(document: ModelDocument): TierWays[] {
  const byTier = new Map<string, GrowingWay[]>();
  const keeps = new Map<string, GrowingWay[]>();
  for (const node of document.nodes) {
    for (const rule of rulesOfNode(node)) {
      const target = rule.isKeep === true ? keeps : byTier;
      const ways = target.get(rule.tier) ?? [];
      target.set(rule.tier, ways);
      const last = ways.at(-1);
      if (last?.node === node) last.rules.push(rule);
      else ways.push({ node, rules: [rule] });
    }
  }
  return tiersByPrecedence(document).map((tier) => ({
    tier,
    ways: [...(byTier.get(tier.id) ?? []), ...(keeps.get(tier.id) ?? [])],
  }));
}

/**
 * All rules of a document in order of precedence: by the tier they lead to (see {@link tiersByPrecedence}), for one tier as they stand
 * in the document, its keep condition last. The first in this order that counts gives the tier a subject qualifies for and its reason;
 * a rule whose `choice` is `first` counts only where no rule of its node before it holds.
 * @since 0.1.0
 */
export function rulesOf(document: ModelDocument): DocumentRule[] {
  return waysToTiers(document).flatMap(({ ways }) => ways.flatMap(({ rules }) => rules));
}
