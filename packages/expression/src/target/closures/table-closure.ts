import type { OperationNode } from '../../ast/operation-node.js';
import type { Closure, ClosureContext } from '../../operator/operator.js';
import { cellFinder } from './cell-finder.js';
import type { Tables } from '../table/tables.js';

/** An operation as a search per variable and one look into a table; null when it makes none. */
export function tableClosure(node: OperationNode, context: ClosureContext, tables: Tables): Closure | null {
  const table = tables.tableOf(node);
  if (table === null) return null;
  const cellOf = cellFinder(table.variables, context.slotOf);
  if (table.kind === 'values') {
    const { values } = table;
    return (slots) => values[cellOf(slots)] ?? null;
  }
  const { branches } = table;
  const results = table.results.map(context.compose);
  return (slots) => results[branches[cellOf(slots)] as number]?.(slots) ?? null;
}
