import type { NodeKind } from '../node-kind.js';
import { sayTimeDecay } from './say-time-decay.js';
import { checkTimeDecay } from './check-time-decay.js';
import { explainTimeDecay } from './explain-time-decay.js';
import { lowerTimeDecay } from './lower-time-decay.js';
import type { TimeDecayNode } from './time-decay-node.js';

/** A stepped weight by itself is given as it is written; everything else is calculated. */
export const timeDecayKind: NodeKind<TimeDecayNode> = {
  words: { en: 'a time decay', 'zh-CN': '时间衰减' },
  declaration: (node) => ({
    type: 'number',
    nullable: true,
    exact: node.curve.shape === 'steps' && node.input === undefined,
  }),
  references: (node) => [...new Set([...(node.input === undefined ? [] : [node.input]), node.age])],
  rules: () => null,
  source: lowerTimeDecay,
  check: checkTimeDecay,
  explain: explainTimeDecay,
  say: sayTimeDecay,
};
