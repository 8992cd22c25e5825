import type { ExpressionNode } from '@terrace/expression';

/** One way to a tier. @since 0.1.0 */
export interface Rule {
  /**
   * Names the rule wherever a reason is given: the id of a condition, `<table>.<row>`, `<matrix>.<cell index>`,
   * `<tier>.entry`, `<tier>.keep`.
   */
  readonly code: string;
  readonly nodeId: string;
  /** The handle on the canvas its line begins at, where a node has several. */
  readonly handle?: string;
  readonly tier: string;
  /** When it holds, over the values of nodes and `previous.*`; missing values are not yet written out. */
  readonly when: ExpressionNode;
  /** True of a keep condition: it leads nobody to the tier, it only holds who is there. */
  readonly isKeep?: boolean;
}

/** The rules of one node, in its order. With `first` only the first that holds counts, with `all` every one. @since 0.1.0 */
export interface NodeRules {
  readonly choice: 'first' | 'all';
  readonly rules: readonly Rule[];
}
