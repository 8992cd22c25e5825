import { compare, fractionOf, roundedText } from '../calibration/fraction.js';

/** A decimal number, and whether digits were lost in writing it with 15 of them. */
export interface ReadDecimal {
  readonly text: string;
  readonly isRounded: boolean;
}

const decimal = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i;
/** Whole digits that decimal text of a document may have. */
const maxWholeDigits = 30;

/** `text` in plain characters: full-width ones narrow, every kind of minus a hyphen, no spaces at the ends. */
export function plainCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .trim();
}

/** Whether `text` is a number as programs write it: `-12`, `.5`, `1e+05`. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/**
 * Reads a number as people and programs write it.
 * @param hasDecimalComma - whether `12,5` is twelve and a half, as where semicolons or tabs separate cells
 * @returns null for what is no number, or could be two: `1,234` may be one thousand and more
 */
export function readDecimal(text: string, hasDecimalComma: boolean): ReadDecimal | null {
  let plain = plainCharacters(text).replace(/^\+/, '');
  if (hasDecimalComma && /^-?\d+,(?!\d{3}$)\d+$/.test(plain)) plain = plain.replace(',', '.');
  if (!isDecimal(plain)) return null;
  const exact = fractionOf(plain);
  const rounded = roundedText(exact);
  if (rounded.replace(/^-|\..*$/g, '').length > maxWholeDigits) return null;
  return { text: rounded, isRounded: compare(fractionOf(rounded), exact) !== 0 };
}
