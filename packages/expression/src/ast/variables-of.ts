import { isElementScope } from './element-scope.js';
import { childrenOf, type ExpressionNode } from './expression-node.js';

const askingForNames: ReadonlySet<string> = new Set(['missing', 'missing_some']);

/**
 * Names of the inputs that `node` reads, in the order they first stand; names that `missing` asks for included. What is evaluated per
 * element of a list reads no inputs.
 * @since 0.1.0
 */
export function variablesOf(node: ExpressionNode): string[] {
  const names = new Set<string>();
  const visit = (each: ExpressionNode, isName: boolean): void => {
    if (each.kind === 'variable') names.add(each.name);
    if (isName && each.kind === 'literal' && typeof each.value === 'string') names.add(each.value);
    const namesFollow =
      (each.kind === 'operation' && askingForNames.has(each.operator)) || (isName && each.kind === 'list');
    childrenOf(each).forEach((child, index) => {
      if (each.kind === 'operation' && isElementScope(each, index)) return;
      visit(child, namesFollow);
    });
  };
  visit(node, false);
  return [...names];
}
