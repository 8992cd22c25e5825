import type { ExpressionNode } from '../../ast/expression-node.js';
import { variablesOf } from '../../ast/variables-of.js';
import type { ColumnNode, Vector } from '../../operator/column.js';
import type { Closure } from '../../operator/operator.js';
import type { Value } from '../../value-type.js';
import { valueAt } from './column.js';
import { encoded } from './copier.js';
import { PerCode, type TextCodes } from './text-codes.js';

/** What a node is computed from, row by row. */
export interface RowSource {
  readonly closure: Closure;
  readonly slotOf: (name: string) => number;
  readonly vectorOf: (name: string) => Vector;
  readonly slotCount: number;
}

/**
 * Computes a node by its closure, for an operator without a column form: once per entry of a dictionary where the node rests on one
 * text or date alone, else row by row.
 */
export function rowColumn(
  node: ExpressionNode,
  target: Vector,
  codes: TextCodes,
  source: RowSource,
): ColumnNode {
  const { closure } = source;
  const slots: Value[] = Array.from({ length: source.slotCount }, () => null);
  const inputs = variablesOf(node).map((name) => ({
    slot: source.slotOf(name),
    vector: source.vectorOf(name),
  }));
  const { values, kind } = target;
  const [only] = inputs;
  if (only !== undefined && inputs.length === 1 && only.vector.kind === 'code') {
    const { slot, vector } = only;
    const perCode = new PerCode(vector, (value) => {
      slots[slot] = value;
      return encoded(closure(slots), kind, codes);
    });
    return {
      vector: target,
      compute({ list, count }) {
        for (let k = 0; k < count; k += 1) {
          const row = list[k] as number;
          values[row] = perCode.of(vector.values[row] as number);
        }
      },
    };
  }
  return {
    vector: target,
    compute({ list, count }) {
      for (let k = 0; k < count; k += 1) {
        const row = list[k] as number;
        for (const { slot, vector } of inputs) slots[slot] = valueAt(vector, row);
        values[row] = encoded(closure(slots), kind, codes);
      }
    },
  };
}
