import { isElementScope } from '../../ast/element-scope.js';
import { childrenOf, type ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { variablesOf } from '../../ast/variables-of.js';
import type { ProgramStep } from './program.js';

/** Levels an expression may have after conditions were put into it, so that no reader's stack is at risk. */
const maxDepth = 100;

/** `node` with other nodes in the place of variables; null keeps a variable. Elements of lists have variables of their own. */
function replaced(
  node: ExpressionNode,
  replacement: (name: string) => ExpressionNode | null,
): ExpressionNode {
  switch (node.kind) {
    case 'literal':
    case 'record':
      return node;
    case 'variable':
      return node.fallback === null ? (replacement(node.name) ?? node) : node;
    case 'list': {
      const items = node.items.map((item) => replaced(item, replacement));
      return items.every((item, index) => item === node.items[index]) ? node : list(items);
    }
    case 'operation': {
      const operands = node.operands.map((operand, index) =>
        isElementScope(node, index) ? operand : replaced(operand, replacement),
      );
      return operands.every((operand, index) => operand === node.operands[index])
        ? node
        : operation(node.operator, operands, node.form);
    }
  }
}

function depthOf(node: ExpressionNode): number {
  return childrenOf(node).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0) + 1;
}

/** How often each name is read as a variable; a name that `missing` asks for counts as read often. */
function readsOf(steps: readonly ProgramStep[]): ReadonlyMap<string, number> {
  const reads = new Map<string, number>();
  for (const { expression } of steps) {
    const withoutVariables = replaced(expression, (name) => {
      reads.set(name, (reads.get(name) ?? 0) + 1);
      return literal(null);
    });
    for (const name of variablesOf(withoutVariables)) reads.set(name, Infinity);
  }
  return reads;
}

/**
 * Puts conditions that one place reads, and that are no outputs, into that place: the criteria of a tier are then only computed where
 * no tier before it was found.
 */
export function inlineConditions(
  steps: readonly ProgramStep[],
  outputs: readonly string[],
  isCondition: (name: string) => boolean,
): readonly ProgramStep[] {
  const candidates = new Set(
    steps.filter((step) => !outputs.includes(step.name) && isCondition(step.name)).map((step) => step.name),
  );
  if (candidates.size === 0) return steps;
  const reads = readsOf(steps);
  const known = new Map<string, ExpressionNode>();
  const rest: ProgramStep[] = [];
  for (const step of steps) {
    const inlined = replaced(step.expression, (name) => known.get(name) ?? null);
    const expression = inlined !== step.expression && depthOf(inlined) > maxDepth ? step.expression : inlined;
    if (candidates.has(step.name) && reads.get(step.name) === 1) known.set(step.name, expression);
    rest.push({ ...step, expression });
  }
  const used = new Set(outputs);
  return rest
    .toReversed()
    .filter(({ name, expression }) => {
      if (!used.has(name)) return false;
      for (const each of variablesOf(expression)) used.add(each);
      return true;
    })
    .toReversed();
}
