import type { ExpressionNode } from '../ast/expression-node.js';
import type { Value } from '../value-type.js';
import type { Typed } from './operator.js';

/** Rows of one batch: the first `count` numbers of `list`, ascending. */
export interface Rows {
  readonly list: Int32Array;
  readonly count: number;
}

/** Numbers of a batch; NaN is missing. */
export interface NumberVector {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Booleans of a batch: 0, 1, and 2 for missing. */
export interface BooleanVector {
  readonly kind: 'boolean';
  readonly values: Uint8Array;
}

/** Values of any other type as indexes into a dictionary; -1 is missing. */
export interface CodeVector {
  readonly kind: 'code';
  readonly values: Int32Array;
  /** Replaced only before a run; during one it may grow. */
  dictionary: readonly Value[];
}

/** Values of a batch. The buffer stays the same from batch to batch. */
export type Vector = NumberVector | BooleanVector | CodeVector;

/** A node ready to be computed for rows of a batch. */
export interface ColumnNode {
  readonly vector: Vector;
  /** Writes the values of `rows` to the vector. */
  compute(rows: Rows): void;
}

/** What an operator sees while columns are composed. */
export interface ColumnContext {
  typeOf(node: ExpressionNode): Typed;
  compose(node: ExpressionNode): ColumnNode;
  numbers(): NumberVector;
  booleans(): BooleanVector;
  /** A list for as many rows as a batch has. */
  list(): Int32Array;
}
