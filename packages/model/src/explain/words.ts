import { formatDecimal, type Scalar } from '@terrace/expression';
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

/** Units as they are read: singular and plural, and the Chinese measure word. */
const units: Readonly<Record<string, { one: string; many: string; 'zh-CN': string }>> = {
  day: { one: ' day', many: ' days', 'zh-CN': ' 天' },
  month: { one: ' month', many: ' months', 'zh-CN': ' 个月' },
  year: { one: ' year', many: ' years', 'zh-CN': ' 年' },
  hour: { one: ' hour', many: ' hours', 'zh-CN': ' 小时' },
  minute: { one: ' minute', many: ' minutes', 'zh-CN': ' 分钟' },
  // “Number of orders is 7 times” is no English; the name says what is counted.
  time: { one: '', many: '', 'zh-CN': ' 次' },
  piece: { one: ' piece', many: ' pieces', 'zh-CN': ' 件' },
  person: { one: ' person', many: ' people', 'zh-CN': ' 人' },
  percent: { one: '%', many: '%', 'zh-CN': '%' },
  // Which currency is unknown here; in English an amount reads well without one.
  currency: { one: '', many: '', 'zh-CN': ' 元' },
};

/** A number without exponent, trailing zeros or noise past 15 digits, with `,` between thousands. */
export function numberWords(value: number | string): string {
  const text = String(value).trim();
  if (/^-?\d+(\.\d+)?$/.test(text))
    return formatDecimal(text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
  const number = Number(text);
  return Number.isFinite(number) ? number.toLocaleString('en-US', { maximumSignificantDigits: 15 }) : text;
}

/** A number with its unit. */
export function quantityWords(value: number | string, unit: string | undefined, language: Language): string {
  const words = numberWords(value);
  if (unit === undefined) return words;
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (known === undefined) return `${words} ${unit}`;
  if (language === 'zh-CN') return `${words}${known['zh-CN']}`;
  return `${words}${Number(value) === 1 ? known.one : known.many}`;
}

/** A text in quotation marks, which are the same in both languages. */
export function quote(text: string): string {
  return `“${text}”`;
}

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
  return quote(value);
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

/** The unit of what a node yields. */
export function unitOf(node: ModelNode | undefined): string | undefined {
  return node?.kind === 'dimension' || node?.kind === 'formula' ? node.unit : undefined;
}

/** Words after Chinese ones: a number stands apart, a quotation or another word does not. */
export function afterChinese(words: string): string {
  return /^[-\d]/.test(words) ? ` ${words}` : words;
}

/** "a, b and c" / “a、b 和 c”. */
export function listWords(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const rest = items.slice(0, -1);
  return language === 'en' ? `${rest.join(', ')} and ${last}` : `${rest.join('、')}和${last}`;
}
