import type { NodeKind } from '../node-kind.js';
import type { ScorecardNode } from './scorecard-node.js';

export const scorecardKind: NodeKind<ScorecardNode> = {
  words: { en: 'a scorecard', 'zh-CN': '评分卡' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: () => undefined,
  explain: () => null,
};
