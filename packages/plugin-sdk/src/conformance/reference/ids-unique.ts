import { hasManifest, readerCheck } from '../reader-issues.js';

export const idsUnique = readerCheck({
  id: 'ids-unique',
  area: 'reference',
  severity: 'error',
  title: { en: 'No id is used twice', 'zh-CN': '标识不重复' },
  what: {
    en: 'Within each list of `plugin.json` every id stands once: types, fields of a type, dimensions, templates, samples and so on.',
    'zh-CN': '`plugin.json` 的每个列表内标识不重复：类型、类型的字段、维度、模板、示例等。',
  },
  why: {
    en: 'Whatever names the id means the first one; the second could never be reached.',
    'zh-CN': '引用该标识时只会找到第一个，第二个永远用不到。',
  },
  fix: { en: 'Give one of them another id.', 'zh-CN': '请修改其中一个标识。' },
  wrong: '"fields": [{ "id": "city", … }, { "id": "city", … }]',
  right: '"fields": [{ "id": "city", … }, { "id": "home_city", … }]',
  applies: hasManifest,
});
