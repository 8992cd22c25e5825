import type { SentenceLanguage } from '../../operator/sentence-words.js';
import { unitWords } from '../../operator/unit-words.js';
import { numberWords } from './number-words.js';

/**
 * A number with its unit: "45 days", “10 万元”, "70%". A unit without words of its own stands as it is.
 * @param value - a decimal may be text
 * @param unit - `day`, `time`, `currency`, … or any other
 * @since 0.1.0
 */
export function quantityWords(
  value: number | string,
  unit: string | undefined,
  language: SentenceLanguage,
): string {
  const number = numberWords(value, language);
  if (unit === undefined || unit === '') return number;
  const known = Object.hasOwn(unitWords, unit) ? unitWords[unit] : undefined;
  if (known === undefined) return `${number} ${unit}`;
  const word = language === 'zh-CN' ? known['zh-CN'] : Number(value) === 1 ? known.one : known.many;
  if (word === '') return number;
  if (word === '%') return `${number}%`;
  // 10 万元, and not 10 万 元.
  return /[万亿]$/.test(number) ? `${number}${word}` : `${number} ${word}`;
}
