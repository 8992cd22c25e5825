import type { ExpressionNode } from '../ast/expression-node.js';
import { keyOf } from '../missing/build.js';

const nothing: ReadonlySet<string> = new Set();

function numberOf(node: ExpressionNode | undefined): number | null {
  return node?.kind === 'literal' && typeof node.value === 'number' ? node.value : null;
}

/** What `x op value` says about x being 0: whether 0 itself would pass. */
const passesZero: Readonly<Record<string, (value: number) => boolean>> = {
  '==': (value) => value === 0,
  '===': (value) => value === 0,
  '!=': (value) => value !== 0,
  '!==': (value) => value !== 0,
  '<': (value) => 0 < value,
  '<=': (value) => 0 <= value,
  '>': (value) => 0 > value,
  '>=': (value) => 0 >= value,
};
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/**
 * Expressions (as JSON text) that are not 0 once `test` held (`holds`), or once it did not hold. A missing one may be
 * among them: dividing by it gives a missing result, never a fault.
 */
export function nonZeroAfter(test: ExpressionNode, holds: boolean): ReadonlySet<string> {
  if (test.kind !== 'operation') return nothing;
  const { operator, operands } = test;
  if (operator === (holds ? 'and' : 'or'))
    return new Set(operands.flatMap((operand) => [...nonZeroAfter(operand, holds)]));
  // What is unknown does not hold either, so the opposite only counts for the operand itself.
  if (operator === '!!' && operands[0] !== undefined) return nonZeroAfter(operands[0], holds);
  if (operands.length !== 2) return nothing;
  const [left, right] = operands;
  if (left === undefined || right === undefined) return nothing;
  const [subject, value, id] =
    numberOf(right) !== null
      ? [left, numberOf(right), operator]
      : [right, numberOf(left), mirrored[operator] ?? operator];
  const passes = passesZero[id];
  if (passes === undefined || value === null || passes(value) === holds) return nothing;
  return new Set([keyOf(subject)]);
}
