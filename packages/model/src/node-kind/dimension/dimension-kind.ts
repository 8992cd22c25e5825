import type { NodeKind } from '../node-kind.js';
import { checkDimension } from './check-dimension.js';
import type { DimensionNode } from './dimension-node.js';
import { explainDimension } from './explain-dimension.js';

const isNumeric = (node: DimensionNode): boolean =>
  node.valueType === 'number' || node.valueType === 'duration';

/** A dimension with a default is never missing: the default stands in its column. */
export const dimensionKind: NodeKind<DimensionNode> = {
  words: { en: 'a dimension', 'zh-CN': '维度' },
  declaration: (node) => ({
    type: node.valueType,
    nullable: node.missing.policy === 'noMatch',
    ...(node.unit === undefined || !isNumeric(node) ? {} : { unit: node.unit }),
    ...(node.valueType === 'enumeration' && node.domain?.options !== undefined
      ? { options: node.domain.options }
      : {}),
  }),
  outputs: (node) => {
    if (node.valueType === 'boolean') return [true, false];
    return node.valueType === 'enumeration' ? (node.domain?.options ?? null) : null;
  },
  references: () => [],
  rules: () => null,
  source: () => null,
  check: checkDimension,
  explain: explainDimension,
};
