import { isElementScope } from './element-scope.js';
import type { ExpressionNode } from './expression-node.js';

const askingForNames: ReadonlySet<string> = new Set(['missing', 'missing_some']);

function collect(node: ExpressionNode, isName: boolean, names: Set<string>): void {
  switch (node.kind) {
    case 'literal':
      if (isName && typeof node.value === 'string') names.add(node.value);
      return;
    case 'record':
      return;
    case 'variable':
      names.add(node.name);
      if (node.fallback !== null) collect(node.fallback, false, names);
      return;
    case 'list':
      for (const item of node.items) collect(item, isName, names);
      return;
    case 'operation': {
      const namesFollow = askingForNames.has(node.operator);
      for (let index = 0; index < node.operands.length; index += 1) {
        const operand = node.operands[index];
        // What holds nothing adds nothing.
        if (operand === undefined || (operand.kind === 'literal' && !namesFollow)) continue;
        if (!isElementScope(node, index)) collect(operand, namesFollow, names);
      }
    }
  }
}

/**
 * Names of the inputs that `node` reads, in the order they first stand; names that `missing` asks for included. What is evaluated per
 * element of a list reads no inputs.
 * @since 0.1.0
 */
export function variablesOf(node: ExpressionNode): string[] {
  const names = new Set<string>();
  collect(node, false, names);
  return [...names];
}
