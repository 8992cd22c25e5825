import { plainCharacters, isDecimal } from './decimal-text.js';
import { readRange } from './range-text.js';
import type { BinValues } from './points-table.js';

/** A part of a bin: missing values, or values of the variable. */
export type BinPart = { readonly kind: 'missing'; readonly text: string } | BinValues;

/** How scorecard tools join values that share a bin. */
const separator = '%,%';
const missingWords = new Set(['', 'NA', 'N/A', '<NA>', 'NaN', 'nan', 'NULL', 'null', '缺失', '缺失值']);

/** Whether a part says "missing" itself, in whatever case; `NA` may also be a category. */
export function saysMissing(text: string): boolean {
  return /^(?:missing|缺失|缺失值)$/i.test(text);
}

/** A single number; digits that a number would not keep, as in the code 007, make it a text. */
function singleNumber(text: string): number | undefined {
  const plain = plainCharacters(text);
  if (!isDecimal(plain) || /^-?0\d/.test(plain)) return undefined;
  const digits = plain.replace(/e.*$/i, '').replace(/^[-0.]+|\D/g, '');
  return digits.length > 15 ? undefined : Number(plain);
}

function readPart(text: string): BinPart {
  if (missingWords.has(text) || saysMissing(text)) return { kind: 'missing', text };
  const range = readRange(text);
  if (range !== null) return range;
  const number = singleNumber(text);
  return { kind: 'value', text, ...(number === undefined ? {} : { number }) };
}

/** The parts of a bin, each trimmed, as a file's cells are when they are imported. */
export function readBin(bin: string): BinPart[] {
  return bin.split(separator).map((part) => readPart(part.trim()));
}

const listed = /^\[\s*(?:(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|nan|None)[\s,]*)+\]$/;
const listedValue = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|nan|None/g;

/** Whether the bin is a list of quoted categories, as Python prints one: `['rent' 'own']`. */
export function isList(bin: string): boolean {
  return listed.test(bin);
}

/** The parts of such a list. */
export function readList(bin: string): BinPart[] {
  return [...bin.matchAll(listedValue)].map(([whole, single, double]) => {
    const quoted = single ?? double;
    if (quoted === undefined) return { kind: 'missing', text: whole };
    return { kind: 'value', text: quoted.replace(/\\(.)/g, '$1').trim() };
  });
}
