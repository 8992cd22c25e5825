import type { ModelNode } from '../document/node.js';
import { checkBands } from '../node-kind/bands/check-bands.js';
import { checkDecisionTable } from '../node-kind/decision-table/check-decision-table.js';
import { checkDimension } from '../node-kind/dimension/check-dimension.js';
import type { CheckContext } from './check-context.js';

/** Checks one node by its kind. */
export function checkNode(node: ModelNode, index: number, context: CheckContext): void {
  const path = ['nodes', index];
  switch (node.kind) {
    case 'dimension':
      return checkDimension(node, path, context);
    case 'bands':
      return checkBands(node, path, context);
    case 'decisionTable':
      return checkDecisionTable(node, path, context);
    case 'condition':
      context.checkCondition(node.when, context.values, [...path, 'when'], node.id);
      if (node.tier !== undefined) context.checkTier(node.tier, [...path, 'tier'], node.id);
      return;
    case 'action':
      return context.checkTier(node.tier, [...path, 'tier'], node.id);
    case 'tier':
      return;
  }
}
