import type { Scalar } from '@terrace/expression';
import { canBeMissing, numberAt, representative, type Atom, type Axis } from './axis.js';
import type { Box } from './box.js';
import type { Relation } from './relation.js';

/** Choices tried before a box is given up as one without subjects. */
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

/** Values of an atom to try, the likeliest first. */
function* valuesOf(atom: Atom, axis: Axis, random: (() => number) | null): Generator<Scalar> {
  if (atom.kind !== 'number' || atom.low === atom.high) {
    yield representative(atom, axis.step);
    return;
  }
  const shares = random === null ? [0.5, 0.1, 0.9] : [random(), 0.02, 0.98];
  for (const share of shares) yield numberAt(atom, share, axis.step);
  if (atom.lowClosed) yield atom.low;
  if (atom.highClosed) yield atom.high;
}

interface Candidate {
  readonly atom: number;
  readonly value: Scalar;
}

function* candidatesOf(axis: Axis, box: Box, random: (() => number) | null): Generator<Candidate> {
  const from = box.low[axis.index] ?? 0;
  const to = box.high[axis.index] ?? 0;
  const first = canBeMissing(axis) && from === 0 && to > 0 ? 1 : from;
  const at = function* (index: number): Generator<Candidate> {
    const atom = axis.atoms[index];
    if (atom === undefined) return;
    for (const value of valuesOf(atom, axis, random)) yield { atom: index, value };
  };
  if (random !== null) yield* at(first + Math.floor(random() * (to - first + 1)));
  for (const index of outward(first, to)) yield* at(index);
  if (first !== from) yield* at(from);
}

/**
 * A subject out of a box, with values that its dimensions can have together; null where none was found. Its box holds one atom per
 * axis. Without `random` it is the one nearest the middle.
 */
export function pickSubject(
  axes: readonly Axis[],
  relations: readonly Relation[],
  box: Box,
  random: (() => number) | null = null,
): Box | null {
  const related = [...new Set(relations.flatMap(({ first, second }) => [first, second]))];
  const chosen: Candidate[] = [];
  for (const axis of axes) {
    if (related.includes(axis.index)) {
      chosen.push({ atom: 0, value: null });
      continue;
    }
    const { value: candidate } = candidatesOf(axis, box, random).next() as IteratorResult<
      Candidate,
      undefined
    >;
    if (candidate === undefined) return null;
    chosen.push(candidate);
  }
  const options = related.map((index) => {
    const axis = axes[index];
    return axis === undefined ? [] : [...candidatesOf(axis, box, random)];
  });
  let tries = 0;
  const settle = (position: number): boolean => {
    const index = related[position];
    if (index === undefined) return true;
    const decided = new Set(related.slice(0, position + 1));
    const bound = relations.filter(
      ({ first, second }) =>
        (first === index || second === index) && decided.has(first) && decided.has(second),
    );
    for (const candidate of options[position] ?? []) {
      tries += 1;
      if (tries > maxTries) return false;
      chosen[index] = candidate;
      const valueOf = (axis: number): Scalar => chosen[axis]?.value ?? null;
      if (
        bound.every((relation) => relation.holds(valueOf(relation.first), valueOf(relation.second))) &&
        settle(position + 1)
      )
        return true;
    }
    return false;
  };
  if (!settle(0)) return null;
  const atoms = Int32Array.from(chosen.map(({ atom }) => atom));
  return { low: atoms, high: atoms.slice(), values: chosen.map(({ value }) => value) };
}
