import type { NodeKind } from '../node-kind.js';
import { sayScorecard } from './say-scorecard.js';
import { checkScorecard } from './check-scorecard.js';
import { decideScorecard } from './decide-scorecard.js';
import { explainScorecard } from './explain-scorecard.js';
import { hasWholePoints, lowerScorecard } from './lower-scorecard.js';
import type { ScorecardNode } from './scorecard-node.js';

/** Whole points without weights add up exactly; fractions are calculated, and so compared with a margin. */
export const scorecardKind: NodeKind<ScorecardNode> = {
  words: { en: 'a scorecard', 'zh-CN': '评分卡' },
  declaration: (node) => ({
    type: 'number',
    nullable: true,
    exact: node.weightSets === undefined && hasWholePoints(node),
  }),
  references: (node) => [
    ...new Set([
      ...node.items.map((item) => item.input),
      ...(node.context === undefined || node.weightSets === undefined ? [] : [node.context]),
    ]),
  ],
  rules: () => null,
  source: lowerScorecard,
  deciders: decideScorecard,
  check: checkScorecard,
  explain: explainScorecard,
  say: sayScorecard,
};
