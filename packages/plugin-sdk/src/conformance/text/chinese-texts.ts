import type { Check, Found } from '../check.js';
import { textsOf } from './texts-of.js';

const han = /\p{Script=Han}/u;
/** Abbreviations and numbers are the same in both languages: RFM, A, ATS 3, 24/7. */
const abbreviation = /^[A-Z0-9][A-Z0-9 .,+\-–/&%°()]{0,19}$/;

export const chineseTexts: Check = {
  id: 'chinese-texts',
  area: 'text',
  severity: 'error',
  title: { en: 'Chinese texts are Chinese', 'zh-CN': '中文文本使用中文' },
  what: {
    en: 'Every text in `zh-CN` has Chinese characters, unless it is an abbreviation or a number such as RFM.',
    'zh-CN': '`zh-CN` 文本应包含汉字；RFM 这样的缩写和数字除外。',
  },
  why: {
    en: 'An English text that was copied to be translated later looks complete to every tool.',
    'zh-CN': '先复制英文、打算以后再翻译的文本，在任何工具看来都是完整的。',
  },
  fix: { en: 'Translate the text.', 'zh-CN': '请翻译该文本。' },
  wrong: '"name": { "en": "Regular guest", "zh-CN": "Regular guest" }',
  right: '"name": { "en": "Regular guest", "zh-CN": "常客" }',
  run(plugin) {
    if (plugin.manifest === null) return null;
    return textsOf(plugin).flatMap(({ text, place }): Found[] => {
      const zh = (text['zh-CN'] ?? '').trim();
      if (zh === '' || han.test(zh) || abbreviation.test(zh)) return [];
      return [
        {
          ...place('zh-CN'),
          message: {
            en: `The Chinese text “${zh}” has no Chinese characters.`,
            'zh-CN': `中文文本“${zh}”中没有汉字。`,
          },
        },
      ];
    });
  },
};
