import { outputType } from '../output-type.js';
import type { DecisionTableNode } from './decision-table-node.js';

/** What the rows of a table give: a tier each, or a value each. */
export function givesValues(node: DecisionTableNode): boolean {
  return node.hit === 'collect' || node.rows.some((row) => row.value !== undefined);
}

/** The type of the table's value; the id of a tier is text. */
export function tableType(node: DecisionTableNode): 'number' | 'text' {
  if (node.hit === 'collect') return 'number';
  return givesValues(node) ? outputType(node.rows.map((row) => row.value)) : 'text';
}
