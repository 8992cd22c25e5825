import type { ModelNode } from '../document/node.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { kindOf } from '../node-kind/registry.js';
import type { CheckContext } from './check-context.js';

/** Names of the columns of a result that are no node's. */
const reservedNames: ReadonlySet<string> = new Set([
  'key',
  'tier',
  'tier_name',
  'previous',
  'qualified',
  'reason',
  'policy',
]);

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
  kindOf(node).check(node, path, context);
}
