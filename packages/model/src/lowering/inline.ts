import {
  isElementScope,
  isPresent,
  list,
  literal,
  operation,
  variable,
  type ExpressionNode,
  type InputDeclaration,
  type OperationNode,
} from '@terrace/expression';

/** Nodes by id as expressions over dimensions alone. */
export type Bindings = ReadonlyMap<string, ExpressionNode>;

function namesIn(node: ExpressionNode): string[] {
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  return node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [];
}

/** Counts what is missing where a node is among the names, since only inputs can be named. */
function inlineMissingSome(
  node: OperationNode,
  bindings: Bindings,
  inputs: Readonly<Record<string, InputDeclaration>>,
): ExpressionNode {
  const [count, list] = node.operands;
  const names = list === undefined ? [] : namesIn(list);
  if (count?.kind !== 'literal' || !names.some((name) => bindings.has(name))) return node;
  const missing = names.map((name) => {
    const bound = bindings.get(name);
    return bound === undefined
      ? operation('if', [operation('missing', [literal(name)]), literal(1), literal(0)])
      : operation('if', [isPresent(bound, inputs), literal(0), literal(1)]);
  });
  const allowed = Math.max(names.length - Number(count.value), 0);
  return operation('>', [operation('+', missing), literal(allowed)]);
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
      if (node.operator === 'missing_some') return inlineMissingSome(node, bindings, inputs);
      if (node.operator !== 'missing')
        return operation(
          node.operator,
          // What is evaluated per element of a list reads no node, whatever its names are.
          node.operands.map((operand, index) =>
            isElementScope(node, index) ? operand : inline(operand, bindings, inputs),
          ),
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
