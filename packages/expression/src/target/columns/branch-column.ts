import type { ColumnNode, Rows, Vector } from '../../operator/column.js';

/** A branch: where `test` holds, `result` writes the value. */
export interface ColumnBranch {
  readonly test: ColumnNode & { readonly vector: { readonly kind: 'boolean' } };
  readonly result: (rows: Rows) => void;
}

/** A chain of branches whose tests rest on anything; each test and each result is computed only for the rows that come to it. */
export function branchColumn(
  target: Vector,
  branches: readonly ColumnBranch[],
  otherwise: (rows: Rows) => void,
  list: () => Int32Array,
): ColumnNode {
  const [chosen, left] = [list(), list()];
  return {
    vector: target,
    compute(all) {
      let rows = all;
      for (const { test, result } of branches) {
        test.compute(rows);
        const { values } = test.vector;
        let [holding, open] = [0, 0];
        for (let k = 0; k < rows.count; k += 1) {
          const row = rows.list[k] as number;
          if (values[row] === 1) {
            chosen[holding] = row;
            holding += 1;
          } else {
            // Reading is ahead of writing, so the list may be narrowed in place.
            left[open] = row;
            open += 1;
          }
        }
        if (holding > 0) result({ list: chosen, count: holding });
        rows = { list: left, count: open };
        if (open === 0) return;
      }
      otherwise(rows);
    },
  };
}
