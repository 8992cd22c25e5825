import type { ExpressionNode } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';
import { lowerBands } from '../node-kind/bands/lower-bands.js';
import { lowerCondition } from '../node-kind/condition/lower-condition.js';
import { lowerDecisionTable } from '../node-kind/decision-table/lower-decision-table.js';

/** What a node says, as an expression over dimensions and other nodes in which a missing value is not yet written out; null for a node that computes nothing. */
export function nodeSource(node: ModelNode): ExpressionNode | null {
  switch (node.kind) {
    case 'bands':
      return lowerBands(node);
    case 'condition':
      return lowerCondition(node);
    case 'decisionTable':
      return lowerDecisionTable(node);
    case 'dimension':
    case 'tier':
    case 'action':
      return null;
  }
}
