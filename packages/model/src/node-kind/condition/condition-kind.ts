import { conditionReferences } from '../../rule/read-condition.js';
import type { NodeKind } from '../node-kind.js';
import type { ConditionNode } from './condition-node.js';
import { explainCondition } from './explain-condition.js';
import { lowerCondition } from './lower-condition.js';

/** A condition that is unknown does not hold, so its value is never missing. */
export const conditionKind: NodeKind<ConditionNode> = {
  words: { en: 'a condition', 'zh-CN': '条件' },
  declaration: () => ({ type: 'boolean', nullable: false }),
  outputs: () => [true, false],
  references: (node) => conditionReferences(node.when),
  rules: (node) =>
    node.tier === undefined
      ? null
      : {
          choice: 'all',
          rules: [{ code: node.id, nodeId: node.id, tier: node.tier, when: lowerCondition(node) }],
        },
  source: lowerCondition,
  check(node, path, context) {
    context.checkCondition(node.when, context.values, [...path, 'when'], node.id);
    if (node.tier !== undefined) context.checkTier(node.tier, [...path, 'tier'], node.id);
  },
  explain: explainCondition,
};
