import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { compareText } from '../text-order.js';
import type { Scalar } from '../value-type.js';
import { literalValue, plainVariable, type TestTerm, type Turn, type VariableTest } from './variable-test.js';

type Known = number | string | boolean;

function compare(a: Known, b: Known): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The test of a variable, or of its opposite; what is missing passes neither. */
function term(
  name: string,
  turns: readonly Turn[],
  polarity: boolean,
  holds: (value: Known) => boolean,
): readonly TestTerm[] {
  const test: VariableTest = {
    name,
    turns,
    holds: (value: Scalar) => value !== null && holds(value) === polarity,
  };
  return [[test]];
}

/** A comparison of a variable with one literal, or its standing between two; null for any other. */
export function orderTests(
  node: OperationNode,
  polarity: boolean,
  id: '<' | '<=' | '>' | '>=',
  test: (order: number) => boolean,
): readonly TestTerm[] | null {
  const [first, second, third] = node.operands;
  // x < c and x >= c change from c on, x <= c and x > c after it; with the literal on the left it is the other way round.
  const [onRight, onLeft] =
    id === '<' || id === '>=' ? (['from', 'after'] as const) : (['after', 'from'] as const);
  const [left, right] = [plainVariable(first), plainVariable(second)];
  if (right !== null) {
    const low = literalValue(first);
    if (low === null) return null;
    if (third === undefined)
      return term(right.name, [{ kind: onLeft, value: low }], polarity, (value) => test(compare(low, value)));
    const high = literalValue(third);
    if (high === null) return null;
    const turns: Turn[] = [
      { kind: onLeft, value: low },
      { kind: onRight, value: high },
    ];
    return term(
      right.name,
      turns,
      polarity,
      (value) => test(compare(low, value)) && test(compare(value, high)),
    );
  }
  const high = literalValue(second);
  if (left === null || high === null || third !== undefined) return null;
  return term(left.name, [{ kind: onRight, value: high }], polarity, (value) => test(compare(value, high)));
}

/** Whether a variable is one of some literals; null when `items` are not all literals or `subject` is no variable. */
export function memberTests(
  subject: ExpressionNode | undefined,
  items: readonly ExpressionNode[],
  polarity: boolean,
): readonly TestTerm[] | null {
  const variable = plainVariable(subject);
  if (variable === null) return null;
  const values: Known[] = [];
  for (const item of items) {
    const value = literalValue(item);
    if (value === null) return null;
    values.push(value);
  }
  return term(
    variable.name,
    values.map((value) => ({ kind: 'point', value })),
    polarity,
    (value) => values.includes(value),
  );
}

/** `==` of a variable and a literal, whichever stands first. */
export function equalTests(node: OperationNode, polarity: boolean): readonly TestTerm[] | null {
  const [left, right] = node.operands;
  if (left === undefined || right === undefined) return null;
  return plainVariable(left) === null
    ? memberTests(right, [left], polarity)
    : memberTests(left, [right], polarity);
}
