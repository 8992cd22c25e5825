import { canBeMissing, firstValueAtom, isNumeric, scalarOf, type Atom, type Axis } from '../space/axis.js';
import type { Box } from '../space/box.js';
import type { Region, RegionPart } from '../proof.js';
import { regionWords } from './region-words.js';

function end(value: number, axis: Axis): number | string | null {
  return Number.isFinite(value) ? (scalarOf(value, axis.scale) as number | string) : null;
}

function intervalPart(axis: Axis, atoms: readonly Atom[], missing: boolean): RegionPart {
  const first = atoms[0];
  const last = atoms.at(-1);
  const dimension = axis.id;
  if (first?.kind !== 'number' || last?.kind !== 'number')
    return { dimension, missing: true, kind: 'missing' };
  const values = axis.atoms.slice(firstValueAtom(axis));
  // The end of the domain itself is no bound that anyone has to know.
  const isLowest = first === values[0] && first.low !== last.high;
  const isHighest = last === values.at(-1) && first.low !== last.high;
  return {
    dimension,
    missing,
    kind: 'interval',
    minimum: isLowest ? null : end(first.low, axis),
    maximum: isHighest ? null : end(last.high, axis),
    minimumIncluded: !isLowest && first.lowClosed,
    maximumIncluded: !isHighest && last.highClosed,
  };
}

function partOf(axis: Axis, members: readonly number[]): RegionPart | null {
  if (members.length === axis.atoms.length) return null;
  const dimension = axis.id;
  const missing = canBeMissing(axis) && members.includes(0);
  const atoms = members.flatMap((index) => axis.atoms[index] ?? []).filter((atom) => atom.kind !== 'missing');
  if (atoms.length === 0) return { dimension, missing: true, kind: 'missing' };
  if (isNumeric(axis)) return intervalPart(axis, atoms, missing);
  if (axis.scale === 'boolean')
    return {
      dimension,
      missing,
      kind: 'booleans',
      values: atoms.flatMap((atom) => (atom.kind === 'boolean' ? [atom.value] : [])),
    };
  const textsIn = (some: readonly Atom[]): string[] =>
    some.flatMap((atom) => (atom.kind === 'text' ? [atom.value] : []));
  const values = textsIn(atoms);
  const others = atoms.some((atom) => atom.kind === 'otherText');
  const except = others ? textsIn(axis.atoms).filter((text) => !values.includes(text)) : [];
  return { dimension, missing, kind: 'texts', values, others, except };
}

/** A box as a region: what it says of every dimension that matters, as data and in words. */
export function regionOf(axes: readonly Axis[], box: Box): Region {
  const parts = axes.flatMap((axis) => {
    const low = box.low[axis.index] ?? 0;
    const high = box.high[axis.index] ?? 0;
    return (
      partOf(
        axis,
        Array.from({ length: high - low + 1 }, (_, index) => low + index),
      ) ?? []
    );
  });
  return { parts, words: regionWords(parts, axes) };
}
