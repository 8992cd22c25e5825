import type { ExpressionNode } from '../ast/expression-node.js';
import type { ColumnContext, ColumnNode } from './column.js';

/** All (or any) of some conditions; each is computed only where those before it did not decide. */
export function connectedColumn(
  operands: readonly ExpressionNode[],
  isAll: boolean,
  context: ColumnContext,
): ColumnNode | null {
  const parts = operands.map(context.compose);
  const vector = context.booleans();
  const { values } = vector;
  const undecided = context.list();
  const decisive = isAll ? 0 : 1;
  const tests: { part: ColumnNode; found: Uint8Array }[] = [];
  for (const part of parts) {
    if (part.vector.kind !== 'boolean') return null;
    tests.push({ part, found: part.vector.values });
  }
  return {
    vector,
    compute({ list, count }) {
      let rows = { list, count };
      for (const { part, found } of tests) {
        part.compute(rows);
        let open = 0;
        for (let k = 0; k < rows.count; k += 1) {
          const row = rows.list[k] as number;
          const isDecided = (found[row] === 1) !== isAll;
          values[row] = isDecided ? decisive : 1 - decisive;
          // Reading is ahead of writing, so the list may be narrowed in place.
          if (!isDecided) {
            undecided[open] = row;
            open += 1;
          }
        }
        if (open === 0) return;
        rows = { list: undecided, count: open };
      }
    },
  };
}

/** The opposite of a condition. */
export function oppositeColumn(operand: ExpressionNode, context: ColumnContext): ColumnNode | null {
  const part = context.compose(operand);
  if (part.vector.kind !== 'boolean') return null;
  const vector = context.booleans();
  const [to, from] = [vector.values, part.vector.values];
  return {
    vector,
    compute(rows) {
      part.compute(rows);
      const { list, count } = rows;
      for (let k = 0; k < count; k += 1) {
        const row = list[k] as number;
        to[row] = from[row] === 0 ? 1 : 0;
      }
    },
  };
}
