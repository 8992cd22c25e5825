import { list, literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import { outputLiteral } from '../output-literal.js';
import { outputType } from '../output-type.js';
import type { CategoryMapNode } from './category-map-node.js';

type Entry = CategoryMapNode['entries'][number];

/** Everything the map can give, in its order. */
export function categoryOutputs(node: CategoryMapNode): (number | string | undefined)[] {
  return [...node.entries.map((entry) => entry.output), node.otherwise, node.missing];
}

/** The type of what the map gives. */
export function categoryType(node: CategoryMapNode): 'number' | 'text' {
  return outputType(categoryOutputs(node));
}

/** Whether the input is one of an entry's values; `in` compares numbers and texts, true and false are compared one by one. */
export function lowerEntry(entry: Entry, input: ExpressionNode): ExpressionNode {
  const [only] = entry.values;
  if (entry.values.length === 1 && only !== undefined) return operation('==', [input, literal(only)]);
  if (entry.values.every((value) => typeof value !== 'boolean'))
    return operation('in', [input, list(entry.values.map((value) => literal(value)))]);
  return operation(
    'or',
    entry.values.map((value) => operation('==', [input, literal(value)])),
  );
}

/** The map as one `if`: a missing input first, then the entries in their order. */
export function lowerCategoryMap(node: CategoryMapNode): ExpressionNode {
  const type = categoryType(node);
  const input = variable(node.input);
  return operation('if', [
    operation('missing', [literal(node.input)]),
    outputLiteral(node.missing, type),
    ...node.entries.flatMap((entry) => [lowerEntry(entry, input), outputLiteral(entry.output, type)]),
    outputLiteral(node.otherwise, type),
  ]);
}
