import { childrenOf, type ExpressionNode } from './expression-node.js';

/**
 * Names of the inputs that `node` reads, in the order they first stand; names that `missing` asks for included.
 * @since 0.1.0
 */
export function variablesOf(node: ExpressionNode): string[] {
  const names = new Set<string>();
  const visit = (each: ExpressionNode, isName: boolean): void => {
    if (each.kind === 'variable') names.add(each.name);
    if (isName && each.kind === 'literal' && typeof each.value === 'string') names.add(each.value);
    const namesFollow =
      (each.kind === 'operation' && each.operator === 'missing') || (isName && each.kind === 'list');
    for (const child of childrenOf(each)) visit(child, namesFollow);
  };
  visit(node, false);
  return [...names];
}
