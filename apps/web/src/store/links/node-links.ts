import type { ModelNode } from '@terrace/model';
import type { CategoryValue } from '../node-value';

/** The values a node can have, also where only the catalog lists them. */
export type CategoriesOf = (node: ModelNode) => readonly CategoryValue[] | undefined;

/** What lines into a kind of nodes mean. */
export interface NodeLinks<N extends ModelNode> {
  /** The node after a line from `source` was drawn into it; nothing when the two do not fit. */
  link(node: N, source: ModelNode, categoriesOf: CategoriesOf): N | undefined;
  /** The node without its references to `gone`; the same object where it has none, or a rule must be edited by hand. */
  unlink(node: N, gone: ReadonlySet<string>): N;
}
