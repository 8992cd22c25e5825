import { parseExpression, variablesOf } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';

/** Ids of the nodes whose values `node` reads, each once, in the order they stand. */
export function valueReferences(node: ModelNode): string[] {
  switch (node.kind) {
    case 'bands':
      return [node.input];
    case 'decisionTable':
      return [...new Set(node.inputs)];
    case 'condition': {
      const parsed = parseExpression(node.when);
      return parsed.ok ? variablesOf(parsed.node) : [];
    }
    case 'dimension':
    case 'tier':
    case 'action':
      return [];
  }
}
