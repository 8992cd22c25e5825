import {
  isPresent,
  list,
  literal,
  operation,
  variable,
  type ExpressionNode,
  type InputDeclaration,
} from '@terrace/expression';

/** Nodes by id as expressions over dimensions alone. */
export type Bindings = ReadonlyMap<string, ExpressionNode>;

function namesIn(node: ExpressionNode): string[] {
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  return node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [];
}

/** Puts the expressions of nodes where `node` refers to them; `missing` of a node asks whether its expression has a value. */
export function inline(
  node: ExpressionNode,
  bindings: Bindings,
  inputs: Readonly<Record<string, InputDeclaration>>,
): ExpressionNode {
  switch (node.kind) {
    case 'literal':
    case 'record':
      return node;
    case 'list':
      return list(node.items.map((item) => inline(item, bindings, inputs)));
    case 'variable': {
      const bound = bindings.get(node.name);
      const fallback = node.fallback === null ? null : inline(node.fallback, bindings, inputs);
      if (bound === undefined) return variable(node.name, fallback, node.form);
      return fallback === null ? bound : operation('if', [isPresent(bound, inputs), bound, fallback]);
    }
    case 'operation': {
      if (node.operator !== 'missing')
        return operation(
          node.operator,
          node.operands.map((operand) => inline(operand, bindings, inputs)),
          node.form,
        );
      const names = node.operands.flatMap(namesIn);
      const own = names.filter((name) => !bindings.has(name));
      const tests = names.flatMap((name) => {
        const bound = bindings.get(name);
        return bound === undefined ? [] : [operation('!', [isPresent(bound, inputs)])];
      });
      if (tests.length === 0) return node;
      const all =
        own.length === 0
          ? tests
          : [
              operation('!!', [
                operation(
                  'missing',
                  own.map((name) => literal(name)),
                ),
              ]),
              ...tests,
            ];
      return operation('or', all);
    }
  }
}
