import type { Language } from '../document/localized-text.js';
import type { Cell } from './cell.js';
import { afterChinese, quantityWords, valueWords } from '../explain/words.js';

const comparisons: Readonly<Record<'<' | '<=' | '>' | '>=', { en: string; 'zh-CN': string }>> = {
  '<': { en: 'below', 'zh-CN': '小于' },
  '<=': { en: 'at most', 'zh-CN': '不超过' },
  '>': { en: 'above', 'zh-CN': '大于' },
  '>=': { en: 'at least', 'zh-CN': '不小于' },
};

/** "amount at least 100 and below 200" / “金额不小于 100 且小于 200” */
function rangeWords(
  cell: Extract<Cell, { op: 'range' }>,
  name: string,
  language: Language,
  unit: string | undefined,
): string {
  const { min, max, closed } = cell;
  const low = closed === 'left' || closed === 'both' ? '>=' : '>';
  const high = closed === 'right' || closed === 'both' ? '<=' : '<';
  const space = language === 'en' ? ' ' : '';
  const ends = [
    ...(min === undefined ? [] : [`${comparisons[low][language]} ${quantityWords(min, unit, language)}`]),
    ...(max === undefined ? [] : [`${comparisons[high][language]} ${quantityWords(max, unit, language)}`]),
  ];
  if (ends.length === 0) return language === 'en' ? `${name} present` : `${name}有值`;
  return `${name}${space}${ends.join(language === 'en' ? ' and ' : '且')}`;
}

/** What a cell asks of `name`, for example "recency score between 2 and 4"; ends are included. */
export function cellWords(
  cell: NonNullable<Cell>,
  name: string,
  language: Language,
  unit: string | undefined,
): string {
  const isEnglish = language === 'en';
  const words = (value: number | string | boolean): string => valueWords(value, language, { unit });
  switch (cell.op) {
    case 'missing':
      return isEnglish ? `${name} missing` : `${name}缺失`;
    case 'between': {
      if (cell.min === cell.max)
        return isEnglish ? `${name} ${words(cell.min)}` : `${name}为${afterChinese(words(cell.min))}`;
      const high = quantityWords(cell.max, unit, language);
      const low = quantityWords(cell.min, undefined, language);
      return isEnglish ? `${name} between ${low} and ${high}` : `${name}在 ${low} 到 ${high} 之间`;
    }
    case 'range':
      return rangeWords(cell, name, language, unit);
    case 'in': {
      const values = cell.values.map(words).join(isEnglish ? ', ' : '、');
      return isEnglish ? `${name} one of ${values}` : `${name}属于${afterChinese(values)}`;
    }
    case '==':
      return isEnglish ? `${name} ${words(cell.value)}` : `${name}为${afterChinese(words(cell.value))}`;
    case '!=':
      return isEnglish ? `${name} not ${words(cell.value)}` : `${name}不为${afterChinese(words(cell.value))}`;
    default:
      return `${name}${isEnglish ? ' ' : ''}${comparisons[cell.op][language]} ${words(cell.value)}`;
  }
}
