import { conditionReferences, readCondition } from '../../rule/read-condition.js';
import type { Rule } from '../../rule/rule.js';
import type { NodeKind } from '../node-kind.js';
import { decideTier, keepTest } from './decide-tier.js';
import { explainTier, tierRuleWords } from './explain-tier.js';
import { checkTierNode } from './check-tier.js';
import type { TierNode } from './tier-node.js';

/** The conditions a tier carries itself: `entry` leads to it, `keep` holds who has it. */
function rulesOfTier(node: TierNode): Rule[] {
  const base = { nodeId: node.id, tier: node.id };
  return [
    ...(node.entry === undefined
      ? []
      : [{ ...base, code: `${node.id}.entry`, when: readCondition(node.entry) }]),
    ...(node.keep === undefined
      ? []
      : [
          {
            ...base,
            code: `${node.id}.keep`,
            when: keepTest(node.id, node.keep),
            isKeep: true,
          },
        ]),
  ];
}

export const tierKind: NodeKind<TierNode> = {
  words: { en: 'a tier', 'zh-CN': '层级' },
  declaration: () => null,
  references: (node) => [...new Set([...conditionReferences(node.entry), ...conditionReferences(node.keep)])],
  rules(node) {
    const rules = rulesOfTier(node);
    return rules.length === 0 ? null : { choice: 'all', rules };
  },
  source: () => null,
  deciders: decideTier,
  check: checkTierNode,
  ruleWords: tierRuleWords,
  explain: explainTier,
};
