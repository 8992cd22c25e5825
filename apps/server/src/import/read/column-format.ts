import { decimalEvidence, type DecimalMark } from './number-text.js';
import { orderEvidence, type DateOrder } from './date-text.js';

/** How the numbers or dates of one column are written, as far as known. */
export interface ColumnFormat {
  decimalMark?: DecimalMark | undefined;
  dateOrder?: DateOrder | undefined;
}

/** The part of a column's format that is looked for. */
export type FormatPart = keyof ColumnFormat;

/** What one text tells about a part of the format; undefined when nothing. */
export function evidence(part: FormatPart, text: string): DecimalMark | DateOrder | undefined {
  const found = part === 'dateOrder' ? orderEvidence(text.trim()) : decimalEvidence(text);
  return found === 'open' ? undefined : found;
}
