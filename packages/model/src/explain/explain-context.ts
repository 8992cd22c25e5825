import type { InputDeclarations, Scalar } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';
import type { BothLanguages } from './words.js';

/** What the explanation of a node sees: all nodes, and all values of one subject. */
export interface ExplainContext {
  readonly nodes: ReadonlyMap<string, ModelNode>;
  readonly values: ReadonlyMap<string, Scalar>;
  /** The part of a node that decided: id of the row of a table, number of the band, …; see `Trace.decidedBy`. */
  readonly rowOf: (table: string) => string | null;
  /** Ids of all rows of a table that hold, in its order. */
  readonly heldRows: (table: string) => readonly string[];
  /** What every value is: its type, and whether it was calculated and so is compared with a margin. */
  readonly declarations: InputDeclarations;
  /** Ids whose values are numbers. */
  readonly numbers: ReadonlySet<string>;
}

/** What a node says of one subject. */
export interface NodeExplanation {
  readonly decidedBy: string | null;
  readonly sentence: BothLanguages;
}
