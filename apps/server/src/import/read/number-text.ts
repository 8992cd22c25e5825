import { refusals, type Refusal } from './refusal.js';

/** The character before a number's decimals. */
export type DecimalMark = '.' | ',';

const plain = /^-?\d{1,30}$/;
const plainDecimal = /^-?\d{1,20}\.\d{1,20}$/;
const currency = /^([+-]?)(?:[¥$€£]|CNY|RMB|USD|EUR)\s*|\s*(?:[¥$€£元]|CNY|RMB|USD|EUR)$/gi;
/** Spaces of any width and apostrophes separate thousands in some countries. */
const spaces = /(?<=\d)[\s'’](?=\d{3}(?:\D|$))/g;
const shapes = {
  '.': /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i,
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d*)(?:,(\d*))?(?:e([+-]?\d{1,4}))?$/i,
};

/** Half-width, without currency signs and without spaces between thousands. */
function simplified(text: string): string {
  // Only text beyond ASCII has full-width digits, minus signs and no-break spaces.
  // eslint-disable-next-line no-control-regex
  const narrow = /[^\x00-\x7f]/.test(text) ? text.normalize('NFKC').replace(/[−–]/g, '-') : text;
  return narrow.trim().replace(currency, '$1').replace(spaces, '');
}

/** Whether reading `text` depends on the decimal mark. */
export function needsDecimalMark(text: string): boolean {
  return text.includes('.') || text.includes(',') || text.includes('，') || text.includes('．');
}

/**
 * What `text` tells about the decimal mark of its column: the mark; `open` when it could be read either way
 * (`1,234`); undefined when it has none.
 */
export function decimalEvidence(text: string): DecimalMark | 'open' | undefined {
  const number = simplified(text).replace(/e[+-]?\d+$/i, '');
  if (!/^[+-]?[\d.,]*$/.test(number)) return undefined;
  const dots = number.split('.').length - 1;
  const commas = number.split(',').length - 1;
  if (dots + commas === 0) return undefined;
  if (dots > 0 && commas > 0) return number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  const mark = dots > 0 ? '.' : ',';
  if (dots + commas > 1) return mark === '.' ? ',' : '.';
  const [whole = '', decimals = ''] = number.replace(/^[+-]/, '').split(mark);
  const couldSeparateThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldSeparateThousands ? 'open' : mark;
}

/** Reads a number as decimal text without exponent; no digit is lost on the way. */
export function readNumber(text: string, mark: DecimalMark): string | Refusal {
  if (plain.test(text) || (mark === '.' && plainDecimal.test(text))) return withoutZeros(text);
  const match = shapes[mark].exec(simplified(text));
  if (match === null) return refusals.notNumber;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const digits = whole.replace(/[.,]/g, '');
  if (digits === '' && decimals === '') return refusals.notNumber;
  const shift = Number(exponent);
  if (digits.length + decimals.length > 40 || Math.abs(shift) > 30) return refusals.numberTooLong;
  return withoutZeros(`${sign === '-' ? '-' : ''}${shifted(digits, decimals, shift)}`);
}

/** Moves the decimal point by `shift` places to the right. */
function shifted(whole: string, decimals: string, shift: number): string {
  const digits = whole + decimals;
  const point = whole.length + shift;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Leading zeros are of no use; trailing ones after the point are kept, as typed. */
function withoutZeros(text: string): string {
  return text.charCodeAt(text.charCodeAt(0) === 45 ? 1 : 0) === 48
    ? text.replace(/^(-?)0+(?=\d)/, '$1').replace(/\.$/, '')
    : text.replace(/\.$/, '');
}
