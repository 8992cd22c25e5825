import type { ModelNode } from '../document/node.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { checkBands } from '../node-kind/bands/check-bands.js';
import { checkDecisionTable } from '../node-kind/decision-table/check-decision-table.js';
import { checkDimension } from '../node-kind/dimension/check-dimension.js';
import type { CheckContext } from './check-context.js';

/** Names of the columns of a result that are no node's. */
const reservedNames: ReadonlySet<string> = new Set(['key', 'tier', 'tier_name']);

/** Checks one node by its kind. */
export function checkNode(node: ModelNode, index: number, context: CheckContext): void {
  const path = ['nodes', index];
  if (reservedNames.has(node.id) && declarationOfNode(node) !== null)
    context.report(
      'RESERVED_NAME',
      [...path, 'id'],
      `"${node.id}" is the name of a column of every result. Give the node another id.`,
      `“${node.id}”是结果中固定的列名，请为该节点换一个标识。`,
      { nodeId: node.id },
    );
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
