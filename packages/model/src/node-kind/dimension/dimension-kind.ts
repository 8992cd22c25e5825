import type { NodeKind } from '../node-kind.js';
import { checkDimension } from './check-dimension.js';
import type { DimensionNode } from './dimension-node.js';
import { explainDimension } from './explain-dimension.js';

/** A dimension with a default is never missing: the default stands in its column. */
export const dimensionKind: NodeKind<DimensionNode> = {
  words: { en: 'a dimension', 'zh-CN': '维度' },
  declaration: (node) => ({ type: node.valueType, nullable: node.missing.policy === 'noMatch' }),
  references: () => [],
  rules: () => null,
  source: () => null,
  check: checkDimension,
  explain: explainDimension,
};
