import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { DecisionTableNode } from '../node-kind/decision-table/decision-table-node.js';
import type { TierNode } from '../node-kind/tier/tier-node.js';

/** The table that alone routes subjects to tiers; null when conditions or several tables do. */
export function onlyTable(document: ModelDocument): DecisionTableNode | null {
  const routing = document.nodes.filter(
    (node) => node.kind === 'decisionTable' || (node.kind === 'condition' && node.tier !== undefined),
  );
  const [first] = routing;
  return routing.length === 1 && first?.kind === 'decisionTable' ? first : null;
}

/** The tiers of a document, best rank first. */
export function tiersByRank(document: ModelDocument): TierNode[] {
  return document.nodes
    .filter((node): node is TierNode => node.kind === 'tier')
    .sort((a, b) => a.rank - b.rank);
}

/** The nodes that can give `tier`. */
export function candidatesOf(document: ModelDocument, tier: string): ModelNode[] {
  return document.nodes.filter(
    (node) =>
      (node.kind === 'condition' && node.tier === tier) ||
      (node.kind === 'decisionTable' && node.rows.some((row) => row.tier === tier)),
  );
}

/**
 * The tier id as an expression over the values of conditions and tables: of all that hold, the tier with the best rank; else the
 * fallback.
 */
export function tierSource(document: ModelDocument): ExpressionNode {
  const table = onlyTable(document);
  if (table !== null)
    return operation('if', [
      operation('missing', [literal(table.id)]),
      literal(document.fallback),
      variable(table.id),
    ]);
  const operands = tiersByRank(document).flatMap((tier): ExpressionNode[] => {
    const tests = candidatesOf(document, tier.id).map((node) =>
      node.kind === 'condition' ? variable(node.id) : operation('==', [variable(node.id), literal(tier.id)]),
    );
    const [first] = tests;
    if (first === undefined) return [];
    return [tests.length === 1 ? first : operation('or', tests), literal(tier.id)];
  });
  if (operands.length === 0) return literal(document.fallback);
  return operation('if', [...operands, literal(document.fallback)]);
}
