import type { NodeKind } from '../node-kind.js';
import type { TimeDecayNode } from './time-decay-node.js';

export const timeDecayKind: NodeKind<TimeDecayNode> = {
  words: { en: 'a time decay', 'zh-CN': '时间衰减' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: () => undefined,
  explain: () => null,
};
