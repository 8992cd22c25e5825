import type { NodeKind } from '../node-kind.js';
import type { CategoryMapNode } from './category-map-node.js';

export const categoryMapKind: NodeKind<CategoryMapNode> = {
  words: { en: 'a category map', 'zh-CN': '类别映射' },
  declaration: () => null,
  references: () => [],
  rules: () => null,
  source: () => null,
  check: () => undefined,
  explain: () => null,
};
