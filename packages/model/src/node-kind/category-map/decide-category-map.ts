import { literal, operation, variable } from '@terrace/expression';
import type { Decider } from '../decider.js';
import type { CategoryMapNode } from './category-map-node.js';
import { lowerEntry } from './lower-category-map.js';

/** The number of the entry, counted from 0; none for a missing value or one that no entry names. */
export function decideCategoryMap(node: CategoryMapNode): Decider[] {
  if (node.entries.length === 0) return [];
  const input = variable(node.input);
  const operands = node.entries.flatMap((entry, index) => [lowerEntry(entry, input), literal(String(index))]);
  return [{ code: node.id, expression: operation('if', [...operands, literal(null)]) }];
}
