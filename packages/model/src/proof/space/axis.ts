import type { Scalar } from '@terrace/expression';
import type { LocalizedText } from '../../document/localized-text.js';

/** Numbers between two ends; a single number where both ends are the same. */
export interface NumberAtom {
  readonly kind: 'number';
  readonly low: number;
  readonly high: number;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

/**
 * A set of values of one dimension that no rule tells apart: nothing (`missing`), a number or the numbers between two that rules name,
 * a text that rules name or any other, a boolean. `value` of a text atom is a text that stands for the atom.
 */
export type Atom =
  | { readonly kind: 'missing' }
  | NumberAtom
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'otherText'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** How the numbers of an axis are written: days and milliseconds since 1970 stand for dates and instants. */
export type Scale = 'number' | 'date' | 'instant' | 'text' | 'boolean';

/** A dimension as a row of atoms in ascending order; `missing` comes first where it can be missing. */
export interface Axis {
  readonly index: number;
  readonly id: string;
  readonly name: LocalizedText;
  readonly unit: string | undefined;
  readonly scale: Scale;
  /** Distance of neighbouring values, such as 1 for whole numbers; null where any decimal can occur. */
  readonly step: number | null;
  readonly better: 'higher' | 'lower' | undefined;
  readonly atoms: readonly Atom[];
}

const dayMs = 86_400_000;

/** Whether the first atom is "missing". */
export function canBeMissing(axis: Axis): boolean {
  return axis.atoms[0]?.kind === 'missing';
}

/** The first atom that holds values. */
export function firstValueAtom(axis: Axis): number {
  return canBeMissing(axis) ? 1 : 0;
}

export function isNumeric(axis: Axis): boolean {
  return axis.scale !== 'text' && axis.scale !== 'boolean';
}

/** The number that stands for a date or instant; NaN for a text that is none. */
export function numberOfText(text: string, scale: Scale): number {
  if (scale === 'date') return Date.parse(`${text}T00:00:00Z`) / dayMs;
  if (scale === 'instant') return Date.parse(text);
  return text.trim() === '' ? NaN : Number(text);
}

/** A value of an axis as data hold it. */
export function scalarOf(value: Scalar, scale: Scale): Scalar {
  if (typeof value !== 'number') return value;
  if (scale === 'date') return new Date(value * dayMs).toISOString().slice(0, 10);
  if (scale === 'instant') return new Date(value).toISOString();
  return value;
}

/** Whether `value` lies in the atom. */
export function holdsNumber(atom: NumberAtom, value: number): boolean {
  return (
    (atom.lowClosed ? value >= atom.low : value > atom.low) &&
    (atom.highClosed ? value <= atom.high : value < atom.high)
  );
}

/** The number inside `atom`, near `wanted`, with the fewest digits. */
function roundInside(atom: NumberAtom, wanted: number): number {
  for (let digits = 0; digits <= 12; digits += 1) {
    const rounded = Number(wanted.toFixed(digits));
    if (holdsNumber(atom, rounded)) return rounded;
  }
  return wanted;
}

function onGrid(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(15));
}

/** A number of the atom: at `share` (0 to 1) of its length, an open side taken as long as its end is large. */
export function numberAt(atom: NumberAtom, share: number, step: number | null): number {
  if (atom.low === atom.high) return atom.low;
  const isLowFinite = Number.isFinite(atom.low);
  const isHighFinite = Number.isFinite(atom.high);
  const end = isLowFinite ? atom.low : isHighFinite ? atom.high : 0;
  const length = Math.max(step ?? 1, Math.abs(end) / 5, 2);
  const low = isLowFinite ? atom.low : isHighFinite ? atom.high - length : -length;
  const high = isHighFinite ? atom.high : low + length;
  const wanted = low + share * (high - low);
  if (step !== null) {
    const value = onGrid(wanted, step);
    return Math.min(Math.max(value, low), high);
  }
  return roundInside(atom, wanted);
}

/** A value that stands for the atom. */
export function representative(atom: Atom, step: number | null): Scalar {
  if (atom.kind === 'missing') return null;
  return atom.kind === 'number' ? numberAt(atom, 0.5, step) : atom.value;
}
