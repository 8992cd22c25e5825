import type { ExpressionNode } from './expression-node.js';
import type { OperandForm } from './variable-node.js';

/** An operator applied to operands. @since 0.1.0 */
export interface OperationNode {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly ExpressionNode[];
  readonly form: OperandForm;
}

/** Makes an {@link OperationNode}. @since 0.1.0 */
export function operation(
  operator: string,
  operands: readonly ExpressionNode[],
  form: OperandForm = 'list',
): OperationNode {
  return { kind: 'operation', operator, operands: operands.slice(), form };
}
