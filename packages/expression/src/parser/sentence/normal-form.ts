import type { ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation, type OperationNode } from '../../ast/operation-node.js';
import { variable } from '../../ast/variable-node.js';
import { namesOf } from '../../operator/missing.js';

const opposites: Readonly<Record<string, string>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };
const mirrored: Readonly<Record<string, string>> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' };

function negate(node: ExpressionNode): ExpressionNode {
  return operation('!', [node]);
}

function joined(operator: 'and' | 'or', parts: readonly ExpressionNode[]): ExpressionNode {
  const flat = parts.flatMap((part) =>
    part.kind === 'operation' && part.operator === operator ? part.operands : [part],
  );
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : operation(operator, flat);
}

function plain(nodes: readonly ExpressionNode[]): ExpressionNode[] {
  return nodes.map((node) => normal(node, false));
}

function connective({ operator, operands }: OperationNode, isNegated: boolean): ExpressionNode {
  const isAnd = (operator === 'and') !== isNegated;
  return joined(
    isAnd ? 'and' : 'or',
    operands.map((operand) => normal(operand, isNegated)),
  );
}

function pair(operator: string, left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  return left.kind === 'literal' && right.kind !== 'literal'
    ? operation(mirrored[operator] ?? operator, [right, left])
    : operation(operator, [left, right]);
}

function order(node: OperationNode, isNegated: boolean): ExpressionNode {
  const [left, right, last] = plain(node.operands);
  if (left === undefined || right === undefined) return node;
  const used = isNegated ? (opposites[node.operator] ?? node.operator) : node.operator;
  if (last === undefined) return pair(used, left, right);
  if (!isNegated) return operation(node.operator, [left, right, last]);
  return joined('or', [pair(used, left, right), pair(used, right, last)]);
}

function equality(node: OperationNode, isNegated: boolean): ExpressionNode {
  const isEqual = node.operator.startsWith('=') !== isNegated;
  const [left, right] = plain(node.operands);
  if (left === undefined || right === undefined) return node;
  const [value, other] = left.kind === 'literal' ? [left, right] : [right, left];
  if (value.kind === 'literal' && typeof value.value === 'boolean')
    return normal(other, value.value !== isEqual);
  return pair(isEqual ? '==' : '!=', left, right);
}

function missing(node: OperationNode, isNegated: boolean): ExpressionNode {
  const parts = (namesOf(node) ?? []).map((name) => operation('missing', [literal(name)]));
  if (parts.length === 0) return isNegated ? negate(node) : node;
  return joined(isNegated ? 'and' : 'or', isNegated ? parts.map(negate) : parts);
}

function choice(node: OperationNode, isNegated: boolean): ExpressionNode {
  const { operands } = node;
  const [first] = operands;
  if (operands.length === 1 && first !== undefined) return normal(first, isNegated);
  const parts = operands.map((operand, index) => {
    const isTest = index % 2 === 0 && index < operands.length - 1;
    return normal(operand, !isTest && isNegated);
  });
  const last = parts.at(-1);
  const isBare = parts.length % 2 === 1 && last?.kind === 'literal' && last.value === null;
  return operation('if', isBare ? parts.slice(0, -1) : parts);
}

function arithmetic(node: OperationNode): ExpressionNode {
  const parts = plain(node.operands);
  const [first] = parts;
  if (first !== undefined && parts.length === 1) {
    if (node.operator !== '-') return first;
    if (first.kind === 'literal' && typeof first.value === 'number') return literal(0 - first.value);
  }
  const isChain = first?.kind === 'operation' && first.operator === node.operator && node.operator !== '-';
  return operation(node.operator, isChain ? [...first.operands, ...parts.slice(1)] : parts);
}

const rules: Readonly<Record<string, (node: OperationNode, isNegated: boolean) => ExpressionNode>> = {
  '!': (node, isNegated) => normal(node.operands[0] ?? literal(null), !isNegated),
  '!!': (node, isNegated) => normal(node.operands[0] ?? literal(null), isNegated),
  and: connective,
  or: connective,
  '<': order,
  '<=': order,
  '>': order,
  '>=': order,
  '==': equality,
  '===': equality,
  '!=': equality,
  '!==': equality,
  missing,
  if: choice,
  '+': arithmetic,
  '-': arithmetic,
  '*': arithmetic,
};

function normal(node: ExpressionNode, isNegated: boolean): ExpressionNode {
  switch (node.kind) {
    case 'literal':
      return isNegated && typeof node.value === 'boolean' ? literal(!node.value) : node;
    case 'list':
      return list(plain(node.items));
    case 'variable': {
      const same = variable(node.name, node.fallback === null ? null : normal(node.fallback, false));
      return isNegated ? negate(same) : same;
    }
    case 'record':
      return node;
    case 'operation': {
      const rule = Object.hasOwn(rules, node.operator) ? rules[node.operator] : undefined;
      if (rule !== undefined) return rule(node, isNegated);
      const same = operation(node.operator, plain(node.operands));
      return isNegated ? negate(same) : same;
    }
  }
}

/**
 * The form in which a sentence says a rule; it means the same, also where inputs are missing. Negations stand at the
 * leaves (`not (a > 5)` is `a <= 5`, De Morgan), a fixed value stands on the right, `and` in `and` is one list, `===` is `==`,
 * `x == true` is `x`, `missing` of several is an `or` of them, an `else null` is left out, operands stand in lists.
 * @param node - a rule of which each part has the type its place needs (see `checkExpression`)
 * @see docs/sentences.md
 * @since 0.1.0
 */
export function sentenceForm(node: ExpressionNode): ExpressionNode {
  return normal(node, false);
}
