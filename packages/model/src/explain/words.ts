import { numberWords as sayNumber, quantityWords as sayQuantity, type Scalar } from '@terrace/expression';
import { localize, type Language, type LocalizedText } from '../document/localized-text.js';
import type { ModelNode } from '../document/node.js';

/** A text in both languages, made at once. */
export interface BothLanguages {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** Makes a text per language by the same function. */
export function inBoth(make: (language: Language) => string): BothLanguages {
  return { en: make('en'), 'zh-CN': make('zh-CN') };
}

/** Decimals that a computed number is said with, where it has more. */
const saidDecimals = 4;

/**
 * A number without the noise of binary arithmetic: 0.30000000000000004 is 0.3, and of a third no more than four decimals are said, unless
 * those would name another round number, as 10,000 for 9,999.99999 would.
 */
function readable(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!/\.\d{7}/.test(text)) return text;
  const short = value.toFixed(saidDecimals);
  return short.endsWith('0') ? text : short;
}

/** A number in words: with `,` between thousands, in Chinese large round ones in 万 and 亿. Decimal text keeps all of its digits. @since 0.1.0 */
export function numberWords(value: number | string, language: Language): string {
  return sayNumber(typeof value === 'number' ? readable(value) : value, language);
}

/** A number with its unit. */
export function quantityWords(value: number | string, unit: string | undefined, language: Language): string {
  return sayQuantity(typeof value === 'number' ? readable(value) : value, unit, language);
}

/** A text in quotation marks, which are the same in both languages. */
export function quote(text: string): string {
  return `“${text}”`;
}

const isDateLike = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/;

/** Any value in words; `type` tells a number that arrived as text from a text. */
export function valueWords(
  value: Scalar | undefined,
  language: Language,
  options: { readonly unit?: string | undefined; readonly isNumber?: boolean } = {},
): string {
  if (value === null || value === undefined || value === '') return language === 'en' ? 'missing' : '缺失';
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (typeof value === 'number' || options.isNumber === true)
    return quantityWords(value, options.unit, language);
  return isDateLike.test(value) ? value : quote(value);
}

/** The name of a node. */
export function nameWords(node: { readonly name: LocalizedText }, language: Language): string {
  return localize(node.name, language);
}

/** The name of what may be absent: its id then. */
export function localizedName(
  named: { readonly name: LocalizedText } | undefined,
  id: string,
  language: Language,
): string {
  return named === undefined ? id : nameWords(named, language);
}

/** The name of a node in quotation marks; of one that is not there the id. */
export function quotedName(
  document: { readonly nodes: readonly ModelNode[] },
  id: string,
  language: Language,
): string {
  return quote(
    localizedName(
      document.nodes.find((node) => node.id === id),
      id,
      language,
    ),
  );
}

/** A name in the middle of an English sentence: "Recency score" becomes "recency score", "RFM score" stays. */
export function innerName(node: { readonly name: LocalizedText }, language: Language): string {
  const name = nameWords(node, language);
  return language === 'en' && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A name at the start of an English sentence. */
export function leadingName(node: { readonly name: LocalizedText }, language: Language): string {
  const name = nameWords(node, language);
  return language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

const digitsFirst = /^[-\d]/;
const hanLast = /[\p{Script=Han}”」）]$/u;

/** Words after Chinese ones: a number stands apart, a quotation or another word does not. */
export function afterChinese(words: string): string {
  return digitsFirst.test(words) ? ` ${words}` : words;
}

/** Words before Chinese ones: digits and Latin letters stand apart. */
export function beforeChinese(words: string): string {
  return hanLast.test(words) ? words : `${words} `;
}

/** "Amount is 5", "amount is at least 5" / “金额为 5 元”, “金额不少于 5 元”: `words` is a value or an order with a value. */
export function isWords(name: string, words: string, language: Language): string {
  if (language === 'en') return `${name} is ${words}`;
  return digitsFirst.test(words) || words.startsWith('“') || words === '是' || words === '否'
    ? `${name}为${afterChinese(words)}`
    : `${name}${words}`;
}

const conjunctions = { and: { en: 'and', 'zh-CN': '和' }, or: { en: 'or', 'zh-CN': '或' } } as const;

/** "a, b and c" / “a、b和c”. */
export function listWords(
  items: readonly string[],
  language: Language,
  conjunction: keyof typeof conjunctions = 'and',
): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const rest = items.slice(0, -1);
  const word = conjunctions[conjunction][language];
  if (language === 'en') return `${rest.join(', ')} ${word} ${last}`;
  return `${beforeChinese(rest.join('、'))}${word}${afterChinese(last)}`;
}
