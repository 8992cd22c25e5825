import type { Check, Found } from '../check.js';
import { textsOf } from './texts-of.js';

/** Chinese characters, and punctuation and letters of full width. */
const cjk = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

export const englishTexts: Check = {
  id: 'english-texts',
  area: 'text',
  severity: 'error',
  title: { en: 'English texts have no Chinese in them', 'zh-CN': '英文文本不含中文' },
  what: {
    en: 'No text in `en` has Chinese characters or Chinese punctuation.',
    'zh-CN': '`en` 文本中没有汉字和中文标点。',
  },
  why: {
    en: 'A half-translated text, or two texts in each other’s places, is found this way.',
    'zh-CN': '这样可以发现翻译了一半的文本，或中英文放反的情况。',
  },
  fix: { en: 'Translate the rest, or swap the two.', 'zh-CN': '请补全翻译，或把两种语言对调。' },
  wrong: '"name": { "en": "常客", "zh-CN": "Regular guest" }',
  right: '"name": { "en": "Regular guest", "zh-CN": "常客" }',
  run(plugin) {
    if (plugin.manifest === null) return null;
    return textsOf(plugin).flatMap(({ text, place }): Found[] => {
      const en = text.en ?? '';
      const found = cjk.exec(en)?.[0];
      if (found === undefined) return [];
      return [
        {
          ...place('en'),
          message: {
            en: `The English text “${en}” has “${found}” in it.`,
            'zh-CN': `英文文本“${en}”中含有“${found}”。`,
          },
        },
      ];
    });
  },
};
