import type { NodeKind } from '../node-kind.js';
import { sayCategoryMap } from './say-category-map.js';
import { distinctOutputs } from '../output-type.js';
import type { CategoryMapNode } from './category-map-node.js';
import { checkCategoryMap } from './check-category-map.js';
import { decideCategoryMap } from './decide-category-map.js';
import { explainCategoryMap } from './explain-category-map.js';
import { categoryOutputs, categoryType, lowerCategoryMap } from './lower-category-map.js';

export const categoryMapKind: NodeKind<CategoryMapNode> = {
  words: { en: 'a category map', 'zh-CN': '类别映射' },
  declaration: (node) => ({ type: categoryType(node), nullable: true }),
  outputs: (node) => distinctOutputs(categoryOutputs(node)),
  references: (node) => [node.input],
  rules: () => null,
  source: lowerCategoryMap,
  deciders: decideCategoryMap,
  check: checkCategoryMap,
  explain: explainCategoryMap,
  say: sayCategoryMap,
};
