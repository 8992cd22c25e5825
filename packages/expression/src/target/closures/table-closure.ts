import type { OperationNode } from '../../ast/operation-node.js';
import type { Closure, ClosureContext } from '../../operator/operator.js';
import type { Tables } from '../table/tables.js';

/** An operation as a search per variable and one look into a table; null when it makes none. */
export function tableClosure(node: OperationNode, context: ClosureContext, tables: Tables): Closure | null {
  const table = tables.tableOf(node);
  if (table === null) return null;
  const variables = table.variables.map(({ name, regions, steps }) => ({
    slot: context.slotOf(name),
    regions,
    steps,
  }));
  if (table.kind === 'values') {
    const { values } = table;
    const [only] = variables;
    if (only !== undefined && variables.length === 1)
      return (slots) => values[only.regions.find(slots[only.slot] ?? null)] ?? null;
    return (slots) => {
      let cell = 0;
      for (const { slot, regions, steps } of variables)
        cell += steps[regions.find(slots[slot] ?? null)] as number;
      return values[cell] ?? null;
    };
  }
  const { branches } = table;
  const results = table.results.map(context.compose);
  return (slots) => {
    let cell = 0;
    for (const { slot, regions, steps } of variables)
      cell += steps[regions.find(slots[slot] ?? null)] as number;
    return results[branches[cell] as number]?.(slots) ?? null;
  };
}
