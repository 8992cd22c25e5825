import { firstValueAtom, isNumeric, type Axis } from '../space/axis.js';
import { withRange, type Box } from '../space/box.js';
import type { ProofSpace } from '../space/space.js';

/** Subjects tried per dimension to see which way is better. */
const trials = 120;

/** Which way of a dimension is better, and whether somebody said so. */
export interface Direction {
  readonly better: 'higher' | 'lower';
  readonly isDeclared: boolean;
}

/** The subject with one dimension moved to another atom; null where nobody can be there. */
export function moved(space: ProofSpace, subject: Box, axis: Axis, atom: number): Box | null {
  if (atom < firstValueAtom(axis) || atom >= axis.atoms.length) return null;
  return space.subjectIn(withRange({ ...subject, values: null }, axis.index, atom, atom));
}

/**
 * Which way of every number dimension is better: as declared, else the way that more often gives a better tier among pairs of subjects
 * tried, alike but for that dimension; null where none does. Subjects without a rule say nothing: where they are may well be the fault.
 */
export function directionsOf(space: ProofSpace): ReadonlyMap<number, Direction | null> {
  const everything = space.everything();
  const { fallback } = space.document;
  const isNamed = space.rules.some(({ tier }) => tier === fallback);
  const rankOf = (subject: Box): number | null => {
    const tier = space.engine.tierOf(subject.values ?? []);
    return tier === fallback && !isNamed ? null : space.rankOf(tier);
  };
  const balanceOf = (axis: Axis): number => {
    const first = firstValueAtom(axis);
    let balance = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const subject = space.subjectIn(everything, true);
      const from = subject?.low[axis.index] ?? 0;
      const to = first + Math.floor(space.random() * (axis.atoms.length - first));
      if (subject === null || from < first || from === to) continue;
      const before = rankOf(subject);
      const other = before === null ? null : moved(space, subject, axis, to);
      const after = other === null ? null : rankOf(other);
      if (before !== null && after !== null) balance += Math.sign(before - after) * Math.sign(to - from);
    }
    return balance;
  };
  return new Map(
    space.axes
      .filter((axis) => isNumeric(axis) && axis.atoms.length - firstValueAtom(axis) > 1)
      .map((axis): [number, Direction | null] => {
        if (axis.better !== undefined) return [axis.index, { better: axis.better, isDeclared: true }];
        const balance = balanceOf(axis);
        if (balance === 0) return [axis.index, null];
        return [axis.index, { better: balance > 0 ? 'higher' : 'lower', isDeclared: false }];
      }),
  );
}
