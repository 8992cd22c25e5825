import type { Check, Found } from '../check.js';
import { textsOf } from './texts-of.js';

/** Punctuation of half width right after a Chinese character, or opening right before one. */
const halfWidth =
  /\p{Script=Han}[,;:!?]|\p{Script=Han}\.(?=\s|$|\p{Script=Han})|\p{Script=Han}\(|\)\p{Script=Han}/u;

export const chinesePunctuation: Check = {
  id: 'chinese-punctuation',
  area: 'text',
  severity: 'warning',
  title: { en: 'Chinese texts have Chinese punctuation', 'zh-CN': '中文文本使用全角标点' },
  what: {
    en: 'Beside Chinese characters, punctuation has full width: ，。；：！？（）.',
    'zh-CN': '汉字旁边的标点使用全角：，。；：！？（）。',
  },
  why: {
    en: 'Half-width punctuation in a Chinese sentence looks like a text that a program translated.',
    'zh-CN': '中文句子里的半角标点读起来不像出自人手。',
  },
  fix: { en: 'Write it in full width.', 'zh-CN': '请改为全角标点。' },
  wrong: '"zh-CN": "按到访次数分层(近一年)."',
  right: '"zh-CN": "按到访次数分层（近一年）。"',
  run(plugin) {
    if (plugin.manifest === null) return null;
    return textsOf(plugin).flatMap(({ text, place }): Found[] => {
      const zh = text['zh-CN'] ?? '';
      const found = halfWidth.exec(zh)?.[0];
      if (found === undefined) return [];
      return [
        {
          ...place('zh-CN'),
          message: {
            en: `“${zh}” has half-width punctuation at “${found}”.`,
            'zh-CN': `“${zh}”在“${found}”处使用了半角标点。`,
          },
        },
      ];
    });
  },
};
