import type { Atom, NumberAtom } from './axis.js';

/** What is known of the numbers of a dimension. */
export interface NumberDomain {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly step: number | null;
}

function atom(low: number, high: number, lowClosed: boolean, highClosed: boolean): NumberAtom {
  return { kind: 'number', low, high, lowClosed, highClosed };
}

/** The values of a grid inside an atom, as an atom whose ends are values; null where there are none. */
export function onGrid(each: NumberAtom, step: number): NumberAtom | null {
  const tolerance = 1e-9;
  const exact = (count: number): number => Number((count * step).toPrecision(15));
  const lowCount = each.low / step;
  const highCount = each.high / step;
  const first = each.lowClosed ? Math.ceil(lowCount - tolerance) : Math.floor(lowCount + tolerance) + 1;
  const last = each.highClosed ? Math.floor(highCount + tolerance) : Math.ceil(highCount - tolerance) - 1;
  if (first > last) return null;
  return atom(
    Number.isFinite(first) ? exact(first) : -Infinity,
    Number.isFinite(last) ? exact(last) : Infinity,
    Number.isFinite(first),
    Number.isFinite(last),
  );
}

/**
 * The domain cut at the numbers that rules compare with: each of them, and what lies between. On a grid only values of the
 * grid are left, so nothing lies between neighbours.
 */
export function numberAtoms(constants: Iterable<number>, domain: NumberDomain): Atom[] {
  const minimum = domain.minimum ?? -Infinity;
  const maximum = domain.maximum ?? Infinity;
  const cuts = [...new Set(constants)]
    .filter((cut) => cut >= minimum && cut <= maximum)
    .sort((a, b) => a - b);
  const atoms: NumberAtom[] = [];
  let low = minimum;
  let lowClosed = Number.isFinite(minimum);
  for (const cut of cuts) {
    if (low < cut) atoms.push(atom(low, cut, lowClosed, false));
    atoms.push(atom(cut, cut, true, true));
    low = cut;
    lowClosed = false;
  }
  if (low < maximum) atoms.push(atom(low, maximum, lowClosed, Number.isFinite(maximum)));
  else if (low === maximum && lowClosed) atoms.push(atom(low, low, true, true));
  const { step } = domain;
  if (step === null) return atoms;
  return atoms.flatMap((each) => onGrid(each, step) ?? []);
}

/** Decimal places of a number as people write it. */
function decimals(value: number): number {
  const text = String(value);
  return /e/.test(text) ? 15 : (text.split('.')[1]?.length ?? 0);
}

/**
 * Whether an atom is the hair's breadth between two numbers that people write as neighbours, such as 9,999 and 10,000 or 4.9 and 5:
 * no wider than one unit of their last decimal place.
 */
export function isHairline(each: Atom): boolean {
  if (each.kind !== 'number' || each.lowClosed || each.highClosed) return false;
  if (!Number.isFinite(each.low) || !Number.isFinite(each.high)) return false;
  const unit = 10 ** -Math.max(decimals(each.low), decimals(each.high));
  return each.high - each.low <= unit * (1 + 1e-9);
}
