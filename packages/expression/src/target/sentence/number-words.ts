import type { SentenceLanguage } from '../../operator/sentence-words.js';

/**
 * Writes a number as people read it, with `,` between thousands. Exact: no digit is dropped.
 * @param text - a decimal, for example `100000.5`
 * @since 0.1.0
 */
export function formatDecimal(text: string): string {
  const match = /^(-?)(\d+)((?:\.\d+)?)$/.exec(text);
  if (match === null) return text;
  const [, sign, whole, fraction] = match;
  return `${sign}${whole?.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** `text` divided by 10 to the `places`, exactly, or null when more than two decimals would be left. */
function scaled(text: string, places: number): string | null {
  const match = /^(-?)(\d+)$/.exec(text);
  if (match === null) return null;
  const [, sign = '', digits = ''] = match;
  if (digits.length <= places) return null;
  const fraction = digits.slice(-places).replace(/0+$/, '');
  if (fraction.length > 2) return null;
  return `${sign}${formatDecimal(digits.slice(0, -places))}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A decimal without zeros that say nothing: 4.50 is 4.5. */
function plainDecimal(value: number | string): string {
  const text = String(value).trim();
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/**
 * A number in the words of a language, exact. Chinese counts large amounts in 万 and 亿 where that takes no more than two decimals:
 * 100000 is 10 万, 12345 stays 12,345.
 * @param value - a decimal may be text, so that none of its digits is lost
 * @since 0.1.0
 */
export function numberWords(value: number | string, language: SentenceLanguage): string {
  const text = plainDecimal(value);
  if (language === 'zh-CN') {
    const hundredMillions = scaled(text, 8);
    if (hundredMillions !== null) return `${hundredMillions} 亿`;
    const tenThousands = scaled(text, 4);
    if (tenThousands !== null) return `${tenThousands} 万`;
  }
  return formatDecimal(text);
}
