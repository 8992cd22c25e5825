import type { Check, Found } from '../check.js';
import { textsOf } from './texts-of.js';

const languageNames = {
  en: { en: 'English', 'zh-CN': '英文' },
  'zh-CN': { en: 'Chinese', 'zh-CN': '中文' },
} as const;

export const textsComplete: Check = {
  id: 'texts-complete',
  area: 'text',
  severity: 'error',
  title: { en: 'Every text is there in both languages', 'zh-CN': '所有文本都有中英文' },
  what: {
    en: 'Every text in `plugin.json`, templates and locale files has words in `en` and in `zh-CN`.',
    'zh-CN': '`plugin.json`、模板和语言文件中的每条文本都有 `en` 和 `zh-CN` 内容。',
  },
  why: {
    en: 'Whoever works in the other language would read a word they do not understand in the middle of their own.',
    'zh-CN': '否则使用另一种语言的人会在界面中看到看不懂的文字。',
  },
  fix: { en: 'Write the text in the language that is missing.', 'zh-CN': '请补上缺少的语言。' },
  wrong: '"name": { "en": "Guest" }',
  right: '"name": { "en": "Guest", "zh-CN": "客人" }',
  run(plugin) {
    if (plugin.manifest === null) return null;
    return textsOf(plugin).flatMap(({ text, place }) =>
      (['en', 'zh-CN'] as const).flatMap((language): Found[] => {
        if ((text[language] ?? '').trim() !== '') return [];
        const other = text[language === 'en' ? 'zh-CN' : 'en'] ?? '';
        const name = languageNames[language];
        return [
          {
            ...place(language),
            message: {
              en: `There is no ${name.en} for “${other}”.`,
              'zh-CN': `“${other}”缺少${name['zh-CN']}文本。`,
            },
          },
        ];
      }),
    );
  },
};
