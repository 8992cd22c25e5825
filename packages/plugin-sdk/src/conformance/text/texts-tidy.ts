import type { Check, Found } from '../check.js';
import { textsOf } from './texts-of.js';

/** Words people leave where a text is still to be written. */
const unfinished = /\b(TODO|TBD|FIXME|XXX|lorem ipsum)\b|待补充|待定|占位文本/i;

function faultOf(text: string): { en: string; 'zh-CN': string } | null {
  const word = unfinished.exec(text)?.[0];
  if (word !== undefined) return { en: `is not finished: “${word}”`, 'zh-CN': `尚未写完，含有“${word}”` };
  if (text !== text.trim()) return { en: 'begins or ends with a blank', 'zh-CN': '首尾有空白' };
  return / {2}/.test(text) ? { en: 'has two blanks in a row', 'zh-CN': '有连续空格' } : null;
}

export const textsTidy: Check = {
  id: 'texts-tidy',
  area: 'text',
  severity: 'warning',
  title: { en: 'Texts are finished and tidy', 'zh-CN': '文本完整、整洁' },
  what: {
    en: 'No text begins or ends with a blank, has two blanks in a row, or says that it is still to be written.',
    'zh-CN': '文本首尾没有空白，中间没有连续空格，也没有“待补充”之类的占位内容。',
  },
  why: {
    en: 'Blanks make two texts that look alike differ, and placeholders are found by customers otherwise.',
    'zh-CN': '空格会让看起来一样的文本并不相同，占位内容则会被客户看到。',
  },
  fix: { en: 'Remove the blanks, or finish the text.', 'zh-CN': '请删除多余空格，或写完文本。' },
  wrong: '"description": { "en": "TODO", "zh-CN": "待补充" }',
  right: '"description": { "en": "Guests by visits.", "zh-CN": "按到访次数划分客人。" }',
  run(plugin) {
    if (plugin.manifest === null) return null;
    return textsOf(plugin).flatMap(({ text, place }) =>
      (['en', 'zh-CN'] as const).flatMap((language): Found[] => {
        const given = text[language] ?? '';
        const fault = given.trim() === '' ? null : faultOf(given);
        if (fault === null) return [];
        return [
          {
            ...place(language),
            message: { en: `“${given}” ${fault.en}.`, 'zh-CN': `“${given}”${fault['zh-CN']}。` },
          },
        ];
      }),
    );
  },
};
