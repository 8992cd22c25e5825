import type { Check, Found } from '../check.js';

export const localeKeysEqual: Check = {
  id: 'locale-keys-equal',
  area: 'text',
  severity: 'error',
  title: { en: 'Both locale files have the same keys', 'zh-CN': '两个语言文件的键一致' },
  what: {
    en: 'Every key of the English file is in the Chinese one, and the other way round.',
    'zh-CN': '英文文件中的每个键在中文文件中都有，反之亦然。',
  },
  why: {
    en: 'A key that one file lacks leaves a text out in that language.',
    'zh-CN': '缺少键的语言会缺少对应文本。',
  },
  fix: {
    en: 'Add the key to the other file, or remove it from this one.',
    'zh-CN': '请在另一个文件中补上该键，或从此文件中删除。',
  },
  wrong: 'en.json     { "tier.gold": "Gold", "tier.basic": "Basic" }\nzh-CN.json  { "tier.gold": "黄金" }',
  right:
    'en.json     { "tier.gold": "Gold", "tier.basic": "Basic" }\nzh-CN.json  { "tier.gold": "黄金", "tier.basic": "基础" }',
  run({ manifest, parts }) {
    const { locales } = parts;
    const files = manifest?.locales;
    if (locales === null || files === undefined) return null;
    return (['en', 'zh-CN'] as const).flatMap((language) => {
      const other = language === 'en' ? 'zh-CN' : 'en';
      return Object.keys(locales[language])
        .filter((key) => !Object.hasOwn(locales[other], key))
        .map((key): Found => ({
          file: files[language],
          path: [key],
          message: {
            en: `The key "${key}" is not in ${files[other]}.`,
            'zh-CN': `${files[other]} 中没有键“${key}”。`,
          },
        }));
    });
  },
};
