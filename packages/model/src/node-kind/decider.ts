import type { ExpressionNode } from '@terrace/expression';

/** Tells which part of a node decided for a subject: the row of a table, the band, the bin of a scorecard's item. */
export interface Decider {
  /** The id of the node; of an item of a scorecard `<node>.<item>`. */
  readonly code: string;
  /** The part as a text, null where none did; over the values of nodes, the node's own included. Missing values are not yet written out. */
  readonly expression: ExpressionNode;
}
