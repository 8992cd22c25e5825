import type { Scalar } from '@terrace/expression';
import { canBeMissing, holdsNumber, numberAt, representative, type Axis, type NumberAtom } from './axis.js';
import type { Box } from './box.js';
import type { Relation } from './relation.js';
import { common, narrow, settleDomains, type Domain, type Domains } from './settle-domains.js';

/** Choices tried before it stays open who is in a box. */
const maxTries = 20_000;
/** Atoms of one axis that are tried. */
const maxAtoms = 24;

/** Indexes from `low` to `high`, the middle first. */
function* outward(low: number, high: number): Generator<number> {
  const middle = (low + high) >> 1;
  for (let distance = 0; distance <= Math.min(high - low, maxAtoms); distance += 1) {
    if (middle - distance >= low) yield middle - distance;
    if (distance > 0 && middle + distance <= high) yield middle + distance;
  }
}

/** Atoms of a box on an axis, the likeliest first: those with values before "missing". */
function* atomsOf(axis: Axis, box: Box, random: (() => number) | null): Generator<number> {
  const from = box.low[axis.index] ?? 0;
  const to = box.high[axis.index] ?? 0;
  const first = canBeMissing(axis) && from === 0 && to > 0 ? 1 : from;
  if (random !== null) yield first + Math.floor(random() * (to - first + 1));
  yield* outward(first, to);
  if (first !== from) yield from;
}

interface Candidate {
  readonly atom: number;
  readonly value: Scalar;
}

/** Numbers of an atom, the likeliest first. */
function numbersOf(atom: NumberAtom, step: number | null, random: (() => number) | null): number[] {
  const shares = random === null ? [0.5, 0.1, 0.9] : [random(), 0.02, 0.98];
  const numbers = shares.map((share) => numberAt(atom, share, step));
  // The very middle, however many digits it takes.
  if (step === null && Number.isFinite(atom.low) && Number.isFinite(atom.high))
    numbers.push(atom.low + (atom.high - atom.low) / 2);
  if (atom.lowClosed) numbers.push(atom.low);
  if (atom.highClosed) numbers.push(atom.high);
  return numbers.filter((value) => holdsNumber(atom, value));
}

/** What an axis may be within its domain. */
function* candidatesOf(
  axis: Axis,
  box: Box,
  domain: Domain | undefined,
  random: (() => number) | null,
): Generator<Candidate> {
  for (const index of atomsOf(axis, box, random)) {
    const atom = axis.atoms[index];
    if (atom === undefined) continue;
    if (atom.kind === 'missing') {
      if (domain?.canBeMissing !== false) yield { atom: index, value: null };
      continue;
    }
    if (domain?.numbers === null) continue;
    if (atom.kind !== 'number') {
      yield { atom: index, value: representative(atom, axis.step) };
      continue;
    }
    const numbers = domain === undefined ? atom : common(atom, domain.numbers, axis.step);
    if (numbers === null) continue;
    for (const value of numbersOf(numbers, axis.step, random)) yield { atom: index, value };
  }
}

/**
 * A subject out of a box, with values that its dimensions can have together: those that owe each other something are decided one by
 * one, each within what the others leave it. Its box holds one atom per axis. Without `random` it is the one nearest the middle.
 * @returns null where it is proved that the box has no subject; `open` where none was found without that
 */
export function pickSubject(
  axes: readonly Axis[],
  relations: readonly Relation[],
  box: Box,
  random: (() => number) | null = null,
): Box | null | 'open' {
  const preferred = (axis: Axis): number | null => {
    const { value: index } = atomsOf(axis, box, random).next() as IteratorResult<number, undefined>;
    const atom = index === undefined ? undefined : axis.atoms[index];
    return atom?.kind === 'number' ? numberAt(atom, 0.5, axis.step) : null;
  };
  const settled = settleDomains(axes, relations, box, preferred);
  if (settled === 'none') return null;
  if (settled === 'open') return 'open';
  let tries = 0;
  const choose = (domains: Domains, position: number): Candidate[] | null => {
    const axis = axes[position];
    if (axis === undefined) return [];
    const domain = domains.get(axis.index);
    for (const candidate of candidatesOf(axis, box, domain, random)) {
      tries += 1;
      if (tries > maxTries) return null;
      const { value } = candidate;
      const numbers: NumberAtom | null =
        typeof value === 'number'
          ? { kind: 'number', low: value, high: value, lowClosed: true, highClosed: true }
          : (domain?.numbers ?? null);
      const left =
        domain === undefined
          ? domains
          : narrow(
              axes,
              relations,
              new Map(domains).set(axis.index, {
                canBeMissing: value === null,
                numbers: value === null ? null : numbers,
              }),
            );
      const rest = left === null ? null : choose(left, position + 1);
      if (rest !== null) return [candidate, ...rest];
      if (domain === undefined) return null;
    }
    return null;
  };
  const chosen = choose(settled, 0);
  if (chosen === null) return 'open';
  const atoms = Int32Array.from(chosen.map(({ atom }) => atom));
  return { low: atoms, high: atoms.slice(), values: chosen.map(({ value }) => value) };
}
