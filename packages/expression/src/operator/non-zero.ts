import type { ExpressionNode } from '../ast/expression-node.js';
import { marginOf } from '../missing/margin.js';
import type { Typed } from './operator.js';

const nothing: readonly ExpressionNode[] = [];

function numberOf(node: ExpressionNode | undefined): number | null {
  return node?.kind === 'literal' && typeof node.value === 'number' ? node.value : null;
}

/** Whether `0 op value` holds, where a value closer to 0 than `margin` counts as 0. */
const passesZero: Readonly<Record<string, (value: number, margin: number) => boolean>> = {
  '==': (value, margin) => Math.abs(value) <= margin,
  '===': (value, margin) => Math.abs(value) <= margin,
  '!=': (value, margin) => Math.abs(value) > margin,
  '!==': (value, margin) => Math.abs(value) > margin,
  '<': (value, margin) => 0 < value - margin,
  '<=': (value, margin) => 0 <= value + margin,
  '>': (value, margin) => 0 > value + margin,
  '>=': (value, margin) => 0 >= value - margin,
};
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/**
 * Expressions that are not 0 once `test` held (`holds`), or once it did not hold. A missing one may be among them: dividing by it
 * gives a missing result, never a fault.
 */
export function nonZeroAfter(
  test: ExpressionNode,
  holds: boolean,
  typeOf: (node: ExpressionNode) => Typed,
): readonly ExpressionNode[] {
  if (test.kind !== 'operation') return nothing;
  const { operator, operands } = test;
  if (operator === (holds ? 'and' : 'or'))
    return operands.flatMap((operand) => nonZeroAfter(operand, holds, typeOf));
  // What is unknown does not hold either, so the opposite only counts for the operand itself.
  if (operator === '!!' && operands[0] !== undefined) return nonZeroAfter(operands[0], holds, typeOf);
  if (operands.length !== 2) return nothing;
  const [left, right] = operands;
  if (left === undefined || right === undefined) return nothing;
  const [subject, value, id] =
    numberOf(right) !== null
      ? [left, numberOf(right), operator]
      : [right, numberOf(left), mirrored[operator] ?? operator];
  const passes = passesZero[id];
  if (passes === undefined || value === null) return nothing;
  const margin = typeOf(subject).exact === false ? marginOf(value) : 0;
  return passes(value, margin) === holds ? nothing : [subject];
}
