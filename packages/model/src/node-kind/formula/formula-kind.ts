import type { NodeKind } from '../node-kind.js';
import type { FormulaNode } from './formula-node.js';

export const formulaKind: NodeKind<FormulaNode> = {
  words: { en: 'a formula', 'zh-CN': '公式' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: () => undefined,
  explain: () => null,
};
