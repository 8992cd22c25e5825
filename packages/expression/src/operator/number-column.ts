import type { ExpressionNode } from '../ast/expression-node.js';
import type { ColumnContext, ColumnNode } from './column.js';

/** Computes numbers of the rows of `list` out of two others. */
export type NumberLoop = (
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  list: Int32Array,
  count: number,
) => void;
/** Tests numbers of the rows of `list` against others: 1 where the test holds, else 0. */
export type TestLoop = (
  out: Uint8Array,
  left: Float64Array,
  right: Float64Array,
  list: Int32Array,
  count: number,
) => void;

function numbersOf(nodes: readonly ExpressionNode[], context: ColumnContext) {
  const columns = nodes.map(context.compose);
  const vectors = columns.flatMap(({ vector }) => (vector.kind === 'number' ? [vector.values] : []));
  return vectors.length === nodes.length ? { columns, vectors } : null;
}

/** Numbers folded from the left by `loop`; null when an operand is no number, or there is only one. */
export function foldedColumn(
  operands: readonly ExpressionNode[],
  context: ColumnContext,
  loop: NumberLoop,
): ColumnNode | null {
  const numbers = numbersOf(operands, context);
  const [first, second, ...others] = numbers?.vectors ?? [];
  if (numbers === null || first === undefined || second === undefined) return null;
  const vector = context.numbers();
  return {
    vector,
    compute(rows) {
      for (const column of numbers.columns) column.compute(rows);
      loop(vector.values, first, second, rows.list, rows.count);
      for (const other of others) loop(vector.values, vector.values, other, rows.list, rows.count);
    },
  };
}

/** A test of numbers that stand side by side, which all neighbours must pass; null when an operand is no number. */
export function neighboursColumn(
  operands: readonly ExpressionNode[],
  context: ColumnContext,
  loop: TestLoop,
): ColumnNode | null {
  const numbers = numbersOf(operands, context);
  if (numbers === null) return null;
  const { columns, vectors } = numbers;
  const [vector, scratch] = [context.booleans(), context.booleans()];
  return {
    vector,
    compute({ list, count }) {
      for (const column of columns) column.compute({ list, count });
      for (let index = 1; index < vectors.length; index += 1) {
        const [left, right] = [vectors[index - 1], vectors[index]];
        if (left === undefined || right === undefined) continue;
        loop(index === 1 ? vector.values : scratch.values, left, right, list, count);
        if (index === 1) continue;
        for (let k = 0; k < count; k += 1) {
          const row = list[k] as number;
          vector.values[row] = (vector.values[row] as number) & (scratch.values[row] as number);
        }
      }
    },
  };
}

// One loop each, so that none of them calls a function per row.

export const add: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) + (right[row] as number);
  }
};

export const subtract: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) - (right[row] as number);
  }
};

export const multiply: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) * (right[row] as number);
  }
};

export const divide: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) / (right[row] as number);
  }
};

export const remainder: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) % (right[row] as number);
  }
};

export const smaller: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = Math.min(left[row] as number, right[row] as number);
  }
};

export const larger: NumberLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = Math.max(left[row] as number, right[row] as number);
  }
};

export const isBelow: TestLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) < (right[row] as number) ? 1 : 0;
  }
};

export const isNotAbove: TestLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) <= (right[row] as number) ? 1 : 0;
  }
};

export const isAbove: TestLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) > (right[row] as number) ? 1 : 0;
  }
};

export const isNotBelow: TestLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) >= (right[row] as number) ? 1 : 0;
  }
};

export const isSame: TestLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) === (right[row] as number) ? 1 : 0;
  }
};

export const isOther: TestLoop = (out, left, right, list, count) => {
  for (let k = 0; k < count; k += 1) {
    const row = list[k] as number;
    out[row] = (left[row] as number) !== (right[row] as number) ? 1 : 0;
  }
};
