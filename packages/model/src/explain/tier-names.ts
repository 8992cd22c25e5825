import { list, literal, operation, type ExpressionNode } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import type { ModelNode } from '../document/node.js';
import { nameWords } from './words.js';

const isPreviousTier = (node: ExpressionNode): boolean =>
  node.kind === 'variable' && node.name === 'previous.tier';

/** An expression to be read by people: tiers that the present tier is compared with stand by their names. */
export function withTierNames(
  node: ExpressionNode,
  nodes: ReadonlyMap<string, ModelNode>,
  language: Language,
): ExpressionNode {
  if (node.kind !== 'operation') return node;
  const named = (each: ExpressionNode): ExpressionNode => {
    if (each.kind === 'list') return list(each.items.map(named));
    const tier =
      each.kind === 'literal' && typeof each.value === 'string' ? nodes.get(each.value) : undefined;
    return tier?.kind === 'tier' ? literal(nameWords(tier, language)) : each;
  };
  const operands = node.operands.some(isPreviousTier)
    ? node.operands.map(named)
    : node.operands.map((each) => withTierNames(each, nodes, language));
  return operation(node.operator, operands, node.form);
}
