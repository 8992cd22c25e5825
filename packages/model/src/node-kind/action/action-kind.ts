import { checkCodeUse } from '../../check/check-code-use.js';
import type { NodeKind } from '../node-kind.js';
import type { ActionNode } from './action-node.js';

export const actionKind: NodeKind<ActionNode> = {
  words: { en: 'an action', 'zh-CN': '动作' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: (node, path, context) => {
    context.checkTier(node.tier, [...path, 'tier'], node.id);
    const { action } = node;
    if (action.type !== 'code') return;
    const use = { kind: 'action' as const, codeId: action.action, ...action };
    checkCodeUse(use, [...path, 'action'], node.id, context);
  },
  explain: () => null,
};
