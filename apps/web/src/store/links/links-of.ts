import type { ActionNode, ModelNode, NodeOfKind } from '@terrace/model';
import { bandsLinks } from './bands-links';
import { categoryMapLinks } from './category-map-links';
import { conditionLinks } from './condition-links';
import { customLinks } from './custom-links';
import { decisionTableLinks } from './decision-table-links';
import { formulaLinks } from './formula-links';
import { matrixLinks } from './matrix-links';
import type { NodeLinks } from './node-links';
import { scorecardLinks } from './scorecard-links';
import { tierLinks } from './tier-links';
import { timeDecayLinks } from './time-decay-links';
import { unconnected } from './unconnected';

const noLinks: NodeLinks<ModelNode> = { link: () => undefined, unlink: (node) => node };

const actionLinks: NodeLinks<ActionNode> = {
  link: (node, source) =>
    source.kind === 'tier' && node.tier !== source.id ? { ...node, tier: source.id } : undefined,
  unlink: (node, gone) => (gone.has(node.tier) ? { ...node, tier: unconnected } : node),
};

const links: { readonly [Kind in ModelNode['kind']]: NodeLinks<NodeOfKind<Kind>> } = {
  dimension: noLinks as NodeLinks<NodeOfKind<'dimension'>>,
  bands: bandsLinks,
  categoryMap: categoryMapLinks,
  scorecard: scorecardLinks,
  matrix: matrixLinks,
  decisionTable: decisionTableLinks,
  condition: conditionLinks,
  formula: formulaLinks,
  timeDecay: timeDecayLinks,
  custom: customLinks,
  tier: tierLinks,
  action: actionLinks,
  placeholder: noLinks as NodeLinks<NodeOfKind<'placeholder'>>,
};

/** What lines into `node` mean. */
export function linksOf<N extends ModelNode>(node: N): NodeLinks<N> {
  // The table pairs every kind with its own nodes, which a lookup by a union cannot express.
  return links[node.kind] as unknown as NodeLinks<N>;
}
