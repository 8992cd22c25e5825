import { hasTemplates, readerCheck } from '../reader-issues.js';

export const fallbackExists = readerCheck({
  id: 'fallback-exists',
  area: 'template',
  severity: 'error',
  title: { en: 'The fallback tier exists', 'zh-CN': '兜底层级存在' },
  what: {
    en: '`fallback` of every template is the id of one of its tiers.',
    'zh-CN': '模板的 `fallback` 是其中某个层级的标识。',
  },
  why: {
    en: 'Whoever no rule covers gets this tier; without one they would have none.',
    'zh-CN': '没有规则覆盖的对象归入该层级；没有它，这些对象就没有层级。',
  },
  fix: { en: 'Name the lowest tier, or add one.', 'zh-CN': '请指定最低的层级，或新增一个。' },
  wrong: '"fallback": "others"    (the tier is "other")',
  right: '"fallback": "other"',
  applies: hasTemplates,
});
