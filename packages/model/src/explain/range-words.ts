import { orderWords, type Order } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import { afterChinese, beforeChinese, numberWords, quantityWords } from './words.js';

/** Values between two ends: numbers, decimals as text, or dates; null where there is no end. */
export interface SpokenRange {
  readonly minimum: number | string | null;
  readonly maximum: number | string | null;
  readonly minimumIncluded: boolean;
  readonly maximumIncluded: boolean;
}

/** How the values of a range are said. */
export interface RangeStyle {
  readonly unit?: string | undefined;
  readonly isDate?: boolean;
}

/** "At least 5 days" / “不少于 5 天”, with the words that written sentences have for it. */
export function limitWords(
  order: Order,
  value: number | string,
  language: Language,
  { unit, isDate = false }: RangeStyle = {},
): string {
  const of = isDate ? 'date' : unit === undefined ? 'plain' : 'quantity';
  const words = isDate ? String(value) : quantityWords(value, unit, language);
  return `${orderWords(order, of, language)} ${words}`;
}

/** The numbers of the ends of a range, and of the upper one with the unit. */
interface EndWords {
  readonly low: string;
  readonly high: string;
  readonly highQuantity: string;
}

/** Both ends in one notation: 9,999 and 10,000, and not 9,999 and 1 万. */
function endWords(
  minimum: number | string,
  maximum: number | string,
  language: Language,
  { unit, isDate = false }: RangeStyle,
): EndWords {
  if (isDate) return { low: String(minimum), high: String(maximum), highQuantity: String(maximum) };
  const [low, high] = [numberWords(minimum, language), numberWords(maximum, language)];
  const highQuantity = quantityWords(maximum, unit, language);
  if (/[万亿]$/.test(low) === /[万亿]$/.test(high) || Number(minimum) === 0)
    return { low, high, highQuantity };
  const plain = numberWords(maximum, 'en');
  const unitWords = highQuantity.slice(high.length).trim();
  const space = unitWords === '' || unitWords === '%' ? '' : ' ';
  return { low: numberWords(minimum, 'en'), high: plain, highQuantity: `${plain}${space}${unitWords}` };
}

/**
 * Which values a range holds, as a sentence says it after "is": "12 days", "5–9 days" (both ends belong to it), "at least 5 and less than 9
 * days"; in Chinese after the name: “12 天”, “5–9 天”, “不少于 5 且少于 9 天”. The unit is said once, at the end. Null for a range without ends.
 */
export function rangeWords(range: SpokenRange, language: Language, style: RangeStyle = {}): string | null {
  const { minimum, maximum, minimumIncluded, maximumIncluded } = range;
  const { unit, isDate = false } = style;
  const isEnglish = language === 'en';
  const low = minimumIncluded ? '>=' : '>';
  const high = maximumIncluded ? '<=' : '<';
  if (minimum === null) return maximum === null ? null : limitWords(high, maximum, language, style);
  if (maximum === null) return limitWords(low, minimum, language, style);
  const ends = endWords(minimum, maximum, language, style);
  if (minimumIncluded && maximumIncluded) {
    if (String(minimum) === String(maximum)) return ends.highQuantity;
    // A dash could be taken for a sign or for part of a date.
    if (!isDate && !ends.low.startsWith('-') && !/[万亿]/.test(ends.high))
      return `${ends.low}–${ends.highQuantity}`;
    if (isEnglish) return `from ${ends.low} to ${ends.highQuantity}`;
    return `${beforeChinese(ends.low)}至${afterChinese(ends.highQuantity)}`;
  }
  const of = isDate ? 'date' : unit === undefined ? 'plain' : 'quantity';
  const start = `${orderWords(low, of, language)} ${ends.low}`;
  const end = `${orderWords(high, of, language)} ${ends.highQuantity}`;
  return isEnglish ? `${start} and ${end}` : `${beforeChinese(start)}且${end}`;
}
