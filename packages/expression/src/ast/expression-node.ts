import type { ListNode } from './list-node.js';
import type { LiteralNode } from './literal-node.js';
import type { OperationNode } from './operation-node.js';
import type { RecordNode } from './record-node.js';
import type { VariableNode } from './variable-node.js';

/** A node of an expression: a plain object with a `kind`, never changed once it is made. @since 0.1.0 */
export type ExpressionNode = LiteralNode | ListNode | RecordNode | VariableNode | OperationNode;

const noChildren: readonly ExpressionNode[] = Object.freeze([]);

/** The nodes directly below `node`, in order. @since 0.1.0 */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'record':
      return noChildren;
    case 'list':
      return node.items;
    case 'variable':
      return node.fallback === null ? noChildren : [node.fallback];
    case 'operation':
      return node.operands;
  }
}
