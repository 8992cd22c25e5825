import type { ModelNode, NodeOfKind } from '../document/node.js';
import { actionKind } from './action/action-kind.js';
import { bandsKind } from './bands/bands-kind.js';
import { categoryMapKind } from './category-map/category-map-kind.js';
import { conditionKind } from './condition/condition-kind.js';
import { customKind } from './custom/custom-kind.js';
import { decisionTableKind } from './decision-table/decision-table-kind.js';
import { dimensionKind } from './dimension/dimension-kind.js';
import { formulaKind } from './formula/formula-kind.js';
import { matrixKind } from './matrix/matrix-kind.js';
import type { NodeKind } from './node-kind.js';
import { placeholderKind } from './placeholder/placeholder-kind.js';
import { scorecardKind } from './scorecard/scorecard-kind.js';
import { tierKind } from './tier/tier-kind.js';
import { timeDecayKind } from './time-decay/time-decay-kind.js';

/** A kind that is forgotten here does not compile. */
const kinds: { readonly [Kind in ModelNode['kind']]: NodeKind<NodeOfKind<Kind>> } = {
  dimension: dimensionKind,
  bands: bandsKind,
  categoryMap: categoryMapKind,
  scorecard: scorecardKind,
  matrix: matrixKind,
  decisionTable: decisionTableKind,
  condition: conditionKind,
  formula: formulaKind,
  timeDecay: timeDecayKind,
  custom: customKind,
  tier: tierKind,
  action: actionKind,
  placeholder: placeholderKind,
};

/** What is known of the kind of `node`; its methods are to be called with that node. */
export function kindOf<Node extends ModelNode>(node: Node): NodeKind<Node> {
  // The table pairs every kind with its own nodes, which a lookup by a union cannot express.
  return kinds[node.kind] as unknown as NodeKind<Node>;
}
