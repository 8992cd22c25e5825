import type { Language } from '../document/localized-text.js';
import { limitWords, rangeWords } from '../explain/range-words.js';
import { isWords, listWords, valueWords } from '../explain/words.js';
import type { Cell } from './cell.js';

/**
 * What a cell asks, as it stands after a name and "is": "at least 5 days", "“East” or “West”", "missing"; in Chinese after the name:
 * “不少于 5 天”, “缺失”. A value alone stands without 为.
 */
export function cellValueWords(
  cell: NonNullable<Cell>,
  language: Language,
  unit: string | undefined,
): string {
  const isEnglish = language === 'en';
  const words = (value: number | string | boolean): string => valueWords(value, language, { unit });
  switch (cell.op) {
    case 'missing':
      return isEnglish ? 'missing' : '缺失';
    case 'between':
      return (
        rangeWords(
          { minimum: cell.min, maximum: cell.max, minimumIncluded: true, maximumIncluded: true },
          language,
          { unit },
        ) ?? ''
      );
    case 'range': {
      const { min = null, max = null, closed } = cell;
      const ends = {
        minimum: min,
        maximum: max,
        minimumIncluded: closed === 'left' || closed === 'both',
        maximumIncluded: closed === 'right' || closed === 'both',
      };
      return rangeWords(ends, language, { unit }) ?? (isEnglish ? 'present' : '有值');
    }
    case 'in':
      return listWords(cell.values.map(words), language, 'or');
    case '==':
      return words(cell.value);
    case '!=':
      return isEnglish ? `not ${words(cell.value)}` : isWords('不', words(cell.value), language);
    default:
      return typeof cell.value === 'number'
        ? limitWords(cell.op, cell.value, language, { unit })
        : limitWords(cell.op, String(cell.value), language, { isDate: true });
  }
}

/** What a cell asks of `name`: "recency score is 2–4", “最近消费得分为 2–4”; both ends belong to it. */
export function cellWords(
  cell: NonNullable<Cell>,
  name: string,
  language: Language,
  unit: string | undefined,
): string {
  return isWords(name, cellValueWords(cell, language, unit), language);
}
