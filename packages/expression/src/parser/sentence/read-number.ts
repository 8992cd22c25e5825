import type { NumberToken } from './token.js';
import { isWordCharacter } from './fold.js';

/** What {@link readNumber} found: the number and how many folded characters it takes. */
export interface ReadNumber {
  readonly number: NumberToken;
  readonly length: number;
}

const chineseDigits = '零一二三四五六七八九';
const digitVariants: Readonly<Record<string, number>> = {
  〇: 0,
  两: 2,
  俩: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const smallPowers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 拾: 1, 佰: 2, 仟: 3 };
const largePowers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 萬: 4, 億: 8 };

const englishNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const englishPowers: Readonly<Record<string, number>> = { hundred: 2, thousand: 3, million: 6, billion: 9 };
/** Written directly behind the digits: 10k, 1.5m. */
const attachedPowers: Readonly<Record<string, number>> = { k: 3, m: 6, mn: 6, mm: 6, b: 9, bn: 9 };

function digitOf(character: string): number | undefined {
  const index = chineseDigits.indexOf(character);
  return index >= 0 && character !== '' ? index : digitVariants[character];
}

/** The decimal `digits` times ten to the `power`, as the nearest number: no step in between is rounded. */
export function decimal(digits: string, power: number): number {
  const [mantissa = '', exponent = '0'] = digits.split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}

/** 九十, 十二, 一百零五, 三千, 二十万: the usual place-value reading. */
function readChinese(text: string, at: number): ReadNumber | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let index = at;
  for (; index < text.length; index += 1) {
    const character = text.charAt(index);
    const value = digitOf(character);
    if (value !== undefined) {
      digit = digit !== null ? digit * 10 + value : value;
      continue;
    }
    const small = smallPowers[character];
    if (small !== undefined) {
      section += (digit ?? 1) * 10 ** small;
      digit = null;
      continue;
    }
    const large = largePowers[character];
    if (large === undefined || index === at) break;
    total = (total + section + (digit ?? 0)) * 10 ** large;
    section = 0;
    digit = null;
  }
  if (index === at) return null;
  const value = total + section + (digit ?? 0);
  return { number: { value, digits: String(value), power: 0 }, length: index - at };
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && isWordCharacter(text.charAt(end))) end += 1;
  return text.slice(at, end);
}

function readEnglish(text: string, at: number): ReadNumber | null {
  let index = at;
  let value = 0;
  let isFound = false;
  for (;;) {
    const word = wordAt(text, index);
    const number = Object.hasOwn(englishNumbers, word) ? englishNumbers[word] : undefined;
    if (number === undefined) break;
    // Twenty-five, twenty five.
    if (isFound && (value < 20 || number > 9)) break;
    value += number;
    isFound = true;
    index += word.length;
    const next = text.charAt(index);
    if ((next !== ' ' && next !== '-') || !Object.hasOwn(englishNumbers, wordAt(text, index + 1))) break;
    index += 1;
  }
  return isFound ? { number: { value, digits: String(value), power: 0 }, length: index - at } : null;
}

/** Digits with `,` between thousands, a fraction and an exponent. `isComma` says whether the `,` at a place was a plain one. */
function readDigits(
  text: string,
  at: number,
  isComma: (at: number) => boolean,
): { readonly digits: string; readonly length: number } | null {
  const whole = /^\d+/.exec(text.slice(at, at + 400))?.[0];
  if (whole === undefined) return null;
  let digits = whole;
  let index = at + whole.length;
  while (
    whole.length <= 3 &&
    text.charAt(index) === ',' &&
    isComma(index) &&
    /^,\d{3}(?!\d)/.test(text.slice(index, index + 5))
  ) {
    digits += text.slice(index + 1, index + 4);
    index += 4;
  }
  const fraction = /^\.\d+/.exec(text.slice(index, index + 400))?.[0] ?? '';
  index += fraction.length;
  const exponent = /^e[+-]?\d{1,3}/.exec(text.slice(index, index + 8))?.[0] ?? '';
  const isOne = !isWordCharacter(text.charAt(index + exponent.length));
  return {
    digits: digits + fraction + (isOne ? exponent : ''),
    length: index + (isOne ? exponent.length : 0) - at,
  };
}

/** 万, 千万, 百, thousand, k …: the power of ten behind the digits. */
function readPower(
  text: string,
  at: number,
  isStrict: boolean,
): { readonly power: number; readonly length: number } {
  let index = at;
  let power = 0;
  for (;;) {
    const character = text.charAt(index);
    const step = largePowers[character] ?? (isStrict ? undefined : smallPowers[character]);
    if (step !== undefined) {
      power += step;
      index += 1;
      continue;
    }
    if (isStrict) break;
    const attached = index === at ? wordAt(text, index) : '';
    if (Object.hasOwn(attachedPowers, attached)) {
      power += attachedPowers[attached] ?? 0;
      index += attached.length;
      continue;
    }
    const space = text.charAt(index) === ' ' ? 1 : 0;
    const word = wordAt(text, index + space);
    if (!Object.hasOwn(englishPowers, word)) break;
    power += englishPowers[word] ?? 0;
    index += space + word.length;
  }
  return { power, length: index - at };
}

/**
 * Reads a number at a place of a folded text: 100,000, 1.5万, 九十, twenty-five, 3 million, 10k.
 * @param isStrict - only what `sentenceOf` writes: digits, 万 and 亿
 */
export function readNumber(
  text: string,
  at: number,
  isComma: (at: number) => boolean,
  isStrict: boolean,
): ReadNumber | null {
  const first = readDigits(text, at, isComma);
  if (first !== null) {
    const { power, length } = readPower(text, at + first.length, isStrict);
    const value = decimal(first.digits, power);
    return { number: { value, digits: first.digits, power }, length: first.length + length };
  }
  if (isStrict) return null;
  const word = readChinese(text, at) ?? readEnglish(text, at);
  if (word === null) return null;
  const { power, length } = readPower(text, at + word.length, false);
  return {
    number: { value: decimal(word.number.digits, power), digits: word.number.digits, power },
    length: word.length + length,
  };
}
