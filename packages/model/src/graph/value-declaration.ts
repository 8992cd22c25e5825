import type { InputDeclaration } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';

/** Whether every output is a number; else they are labels. */
function areNumbers(values: readonly (number | string | undefined)[]): boolean {
  return values.every((value) => value === undefined || typeof value === 'number');
}

/**
 * The type of the value a node yields and whether it can be missing, as far as the node alone tells; null for a node that
 * yields none. A dimension with a default is never missing: the default stands in its column.
 */
export function declarationOfNode(node: ModelNode): InputDeclaration | null {
  switch (node.kind) {
    case 'dimension':
      return { type: node.valueType, nullable: node.missing.policy === 'noMatch' };
    case 'bands':
      return { type: areNumbers([...node.outputs, node.missing]) ? 'number' : 'text', nullable: true };
    case 'condition':
      return { type: 'boolean', nullable: false };
    case 'decisionTable':
      return { type: 'text', nullable: true };
    case 'tier':
    case 'action':
      return null;
  }
}
