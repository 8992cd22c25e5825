import type { SentenceLanguage } from '../../operator/sentence-words.js';
import { unitWords } from '../../operator/unit-words.js';
import { isPlainUnit } from '../../parser/sentence/spoken-names.js';
import { numberWords } from './number-words.js';

/** A number with its unit: "45 days", “10 万元”, "70%". A unit without words is left out. */
export function quantityWords(value: number, unit: string | undefined, language: SentenceLanguage): string {
  const number = numberWords(value, language);
  if (unit === undefined) return number;
  const known = Object.hasOwn(unitWords, unit) ? unitWords[unit] : undefined;
  if (known === undefined) return isPlainUnit(unit) ? `${number} ${unit}` : number;
  const word = language === 'zh-CN' ? known['zh-CN'] : value === 1 ? known.one : known.many;
  if (word === '') return number;
  if (word === '%') return `${number}%`;
  // 10 万元, and not 10 万 元.
  return /[万亿]$/.test(number) ? `${number}${word}` : `${number} ${word}`;
}
