import type { Scalar } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';
import type { BothLanguages } from './words.js';

/** What the explanation of a node sees: all nodes, and all values of one subject. */
export interface ExplainContext {
  readonly nodes: ReadonlyMap<string, ModelNode>;
  readonly values: ReadonlyMap<string, Scalar>;
  /** Id of the row of a table that decided. */
  readonly rowOf: (table: string) => string | null;
  /** Ids whose values are numbers. */
  readonly numbers: ReadonlySet<string>;
}

/** What a node says of one subject. */
export interface NodeExplanation {
  readonly decidedBy: string | null;
  readonly sentence: BothLanguages;
}
