import type { ExpressionNode } from './expression-node.js';

/** How an operation's operands stood in the JSON: `{"!": x}` is bare, `{"!": [x]}` a list. Kept so that nothing is lost. @since 0.1.0 */
export type OperandForm = 'bare' | 'list';

/** The value of an input, JSON Logic's `var`; `fallback` is its second operand, used when the input is missing. @since 0.1.0 */
export interface VariableNode {
  readonly kind: 'variable';
  readonly name: string;
  readonly fallback: ExpressionNode | null;
  readonly form: OperandForm;
}

/** Makes a {@link VariableNode}. @since 0.1.0 */
export function variable(
  name: string,
  fallback: ExpressionNode | null = null,
  form: OperandForm = fallback === null ? 'bare' : 'list',
): VariableNode {
  return { kind: 'variable', name, fallback, form };
}
