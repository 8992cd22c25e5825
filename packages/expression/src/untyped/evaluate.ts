import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import type { Budget } from './budget.js';
import { operations, truthy } from './operations.js';
import { readPath } from './read-path.js';

/** Operations that decide themselves which of their operands are evaluated, and over which data. */
type Form = (node: OperationNode, data: unknown, budget: Budget) => unknown;

function at(node: OperationNode, index: number, data: unknown, budget: Budget): unknown {
  const operand = node.operands[index];
  return operand === undefined ? undefined : evaluate(operand, data, budget);
}

const choose: Form = (node, data, budget) => {
  let index = 0;
  for (; index < node.operands.length - 1; index += 2)
    if (truthy(at(node, index, data, budget))) return at(node, index + 1, data, budget);
  return node.operands.length === index + 1 ? at(node, index, data, budget) : null;
};

/** `and` gives the first false operand, `or` the first true one; else the last. */
const connect =
  (decisive: boolean): Form =>
  (node, data, budget) => {
    let value: unknown;
    for (const operand of node.operands) {
      value = evaluate(operand, data, budget);
      if (truthy(value) === decisive) return value;
    }
    return value;
  };

/** The list that an operation goes through; null when the first operand gives none. */
function listOf(node: OperationNode, data: unknown, budget: Budget): readonly unknown[] | null {
  const list = at(node, 0, data, budget);
  return Array.isArray(list) ? (list as unknown[]) : null;
}

const overList =
  (
    otherwise: unknown,
    apply: (list: readonly unknown[], body: (item: unknown) => unknown) => unknown,
  ): Form =>
  (node, data, budget) => {
    const list = listOf(node, data, budget);
    return list === null ? otherwise : apply(list, (item) => at(node, 1, item, budget));
  };

const reduce: Form = (node, data, budget) => {
  const list = listOf(node, data, budget);
  const initial = node.operands[2] === undefined ? null : at(node, 2, data, budget);
  if (list === null) return initial;
  return list.reduce((accumulator, current) => at(node, 1, { current, accumulator }, budget), initial);
};

const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['if', choose],
  ['?:', choose],
  ['and', connect(false)],
  ['or', connect(true)],
  ['map', overList([], (list, body) => list.map((item) => body(item)))],
  ['filter', overList([], (list, body) => list.filter((item) => truthy(body(item))))],
  ['reduce', reduce],
  ['all', overList(false, (list, body) => list.length > 0 && list.every((item) => truthy(body(item))))],
  ['some', overList(false, (list, body) => list.some((item) => truthy(body(item))))],
  ['none', overList(true, (list, body) => !list.some((item) => truthy(body(item))))],
]);

/** The value of a node over `data`, with JSON Logic's own conversions. The tree's depth is bounded by the parser. */
export function evaluate(node: ExpressionNode, data: unknown, budget: Budget): unknown {
  budget.step();
  switch (node.kind) {
    case 'literal':
    case 'record':
      return node.value;
    case 'list':
      return node.items.map((item) => evaluate(item, data, budget));
    case 'variable':
      return readPath(
        data,
        node.name,
        node.fallback === null ? undefined : evaluate(node.fallback, data, budget),
      );
    case 'operation': {
      const form = forms.get(node.operator);
      if (form !== undefined) return form(node, data, budget);
      const operation = operations.get(node.operator);
      if (operation === undefined) throw new TypeError(`there is no operator "${node.operator}"`);
      const operands = node.operands.map((operand) => evaluate(operand, data, budget));
      return operation(operands, data, budget);
    }
  }
}
