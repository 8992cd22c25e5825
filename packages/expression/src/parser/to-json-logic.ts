import type { ExpressionNode } from '../ast/expression-node.js';
import type { JsonLogicValue } from '../ast/json-value.js';

export type { JsonLogicValue };

/**
 * Writes a tree as JSON Logic. What `parseExpression` read comes back exactly as it was.
 * @since 0.1.0
 */
export function toJsonLogic(node: ExpressionNode): JsonLogicValue {
  switch (node.kind) {
    case 'literal':
    case 'record':
      return node.value;
    case 'list':
      return node.items.map(toJsonLogic);
    case 'variable':
      if (node.fallback !== null) return { var: [node.name, toJsonLogic(node.fallback)] };
      return { var: node.form === 'bare' ? node.name : [node.name] };
    case 'operation': {
      const [first] = node.operands;
      if (node.form === 'bare' && first !== undefined) return { [node.operator]: toJsonLogic(first) };
      return { [node.operator]: node.operands.map(toJsonLogic) };
    }
  }
}
