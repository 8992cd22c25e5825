import type { NodeKind } from '../node-kind.js';
import type { TierNode } from './tier-node.js';

export const tierKind: NodeKind<TierNode> = {
  words: { en: 'a tier', 'zh-CN': '层级' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: () => undefined,
  explain: () => null,
};
