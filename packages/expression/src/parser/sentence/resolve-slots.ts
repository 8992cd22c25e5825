import { childrenOf, type ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { variable } from '../../ast/variable-node.js';
import { slotPrefix, type Slot } from './operand.js';
import type { ReadSentence, WindowedVariable } from './read-sentence.js';
import { windowedName } from './vocabulary.js';

function renamed(node: ExpressionNode, names: ReadonlyMap<string, string>): ExpressionNode {
  if (childrenOf(node).length === 0 && node.kind !== 'variable')
    return node.kind === 'literal' && typeof node.value === 'string' && names.has(node.value)
      ? literal(names.get(node.value) ?? node.value)
      : node;
  switch (node.kind) {
    case 'variable':
      return variable(
        names.get(node.name) ?? node.name,
        node.fallback === null ? null : renamed(node.fallback, names),
      );
    case 'operation':
      return operation(
        node.operator,
        node.operands.map((operand) => renamed(operand, names)),
      );
    case 'list':
      return list(node.items.map((item) => renamed(item, names)));
    default:
      return node;
  }
}

/** Puts the variables, each over its window, where `node` has slots. */
export function resolveSlots(
  node: ExpressionNode,
  slots: readonly Slot[],
): Pick<ReadSentence, 'node' | 'windowed'> {
  const names = new Map<string, string>();
  const windowed = new Map<string, WindowedVariable>();
  for (const [index, { entry, window }] of slots.entries()) {
    const name = window === null ? entry.id : windowedName(entry.id, window);
    names.set(`${slotPrefix}${index}`, name);
    windowed.set(name, { variable: name, entry: entry.id, window });
  }
  return { node: renamed(node, names), windowed: [...windowed.values()] };
}
