import { isDecimal, plainCharacters } from './decimal-text.js';
import type { RangeValues } from './points-table.js';

const bracketed = /^([[(])([^,[\]()]*),([^,[\]()]*)([\])])$/;
const infinite = /^([+-]?)(?:inf|infinity|∞)$/i;

/** An end of a range: a number, infinity of either sign, or null for what is neither. */
function readEnd(text: string): number | null {
  const plain = text.trim();
  const [, sign] = infinite.exec(plain) ?? [];
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity;
  const unsigned = plain.replace(/^\+/, '');
  return isDecimal(unsigned) ? Number(unsigned) : null;
}

/** Reads `[26,35)`, `(-Inf, 5]`, `[9200, Inf)`; null for any other text. Ends may be in the wrong order. */
export function readRange(text: string): RangeValues | null {
  const [, open, low = '', high = '', close] = bracketed.exec(plainCharacters(text)) ?? [];
  if (open === undefined) return null;
  const min = readEnd(low);
  const max = readEnd(high);
  if (min === null || max === null) return null;
  const hasLow = open === '[';
  const hasHigh = close === ']';
  return {
    kind: 'range',
    ...(min === -Infinity ? {} : { min }),
    ...(max === Infinity ? {} : { max }),
    closed: hasLow ? (hasHigh ? 'both' : 'left') : hasHigh ? 'right' : 'neither',
  };
}

/** Whether `text` is written as a half-open range, which no category is, whatever stands inside. */
export function isHalfOpen(text: string): boolean {
  return /^(?:\[[^[\]()]*\)|\([^[\]()]*\])$/.test(plainCharacters(text));
}

/** Whether no number lies in the range. */
export function isEmptyRange({ min = -Infinity, max = Infinity, closed }: RangeValues): boolean {
  return min > max || min === Infinity || max === -Infinity || (min === max && closed !== 'both');
}
