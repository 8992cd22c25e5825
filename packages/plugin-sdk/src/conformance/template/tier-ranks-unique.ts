import { hasTemplates, readerCheck } from '../reader-issues.js';

export const tierRanksUnique = readerCheck({
  id: 'tier-ranks-unique',
  area: 'template',
  severity: 'error',
  title: { en: 'Ranks of tiers are different', 'zh-CN': '层级的级别不重复' },
  what: {
    en: 'No two tiers of a template have the same rank.',
    'zh-CN': '同一模板中层级的级别互不相同。',
  },
  why: {
    en: 'The rank decides which tier is better, and so what is an upgrade and which rule wins.',
    'zh-CN': '级别决定层级的高低，也就决定了什么是升级、哪条规则优先。',
  },
  fix: { en: 'Number the tiers, 1 for the best.', 'zh-CN': '请依次编号，1 为最高。' },
  wrong: '{ "id": "gold", "rank": 1 }, { "id": "silver", "rank": 1 }',
  right: '{ "id": "gold", "rank": 1 }, { "id": "silver", "rank": 2 }',
  applies: hasTemplates,
});
