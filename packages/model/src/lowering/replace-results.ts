import { literal, operation, type ExpressionNode } from '@terrace/expression';

/**
 * A nest of `if` with other results: `replace` is asked for each text, and with null where there is no value.
 * @returns null where a result is no constant
 */
export function replaceResults(
  node: ExpressionNode,
  replace: (result: string | null) => ExpressionNode,
): ExpressionNode | null {
  if (node.kind === 'literal')
    return node.value === null || typeof node.value === 'string' ? replace(node.value) : null;
  if (node.kind !== 'operation' || node.operator !== 'if') return null;
  const { operands } = node;
  const complete = operands.length % 2 === 1 ? operands : [...operands, literal(null)];
  const replaced: ExpressionNode[] = [];
  for (const [index, operand] of complete.entries()) {
    const isTest = index % 2 === 0 && index + 1 < complete.length;
    const result = isTest ? operand : replaceResults(operand, replace);
    if (result === null) return null;
    replaced.push(result);
  }
  return operation('if', replaced);
}
