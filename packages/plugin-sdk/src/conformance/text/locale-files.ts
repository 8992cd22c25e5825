import { readerCheck } from '../reader-issues.js';

export const localeFiles = readerCheck({
  id: 'locale-files',
  area: 'text',
  severity: 'error',
  title: { en: 'Locale files hold texts by key', 'zh-CN': '语言文件为键到文本的映射' },
  what: {
    en: 'Each file under `locales` is one object whose values are texts of at most 2,000 characters.',
    'zh-CN': '`locales` 下的每个文件是一个对象，值为不超过 2,000 个字符的文本。',
  },
  why: {
    en: 'Keys are flat: `"tier.gold"` is one key, and objects inside objects are not looked into.',
    'zh-CN': '键是扁平的：`"tier.gold"` 就是一个键，不支持对象嵌套。',
  },
  fix: { en: 'Write one key per text.', 'zh-CN': '请为每条文本写一个键。' },
  wrong: '{ "tier": { "gold": "Gold" } }',
  right: '{ "tier.gold": "Gold" }',
  applies: ({ manifest }) => manifest?.locales !== undefined,
});
