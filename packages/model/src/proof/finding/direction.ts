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
 * Which way of every number dimension is better: as declared, else the way that more often gives a better tier among subjects
 * tried; null where none does.
 */
export function directionsOf(space: ProofSpace): ReadonlyMap<number, Direction | null> {
  const everything = space.everything();
  const rankOf = (subject: Box): number => space.rankOf(space.engine.tierOf(subject.values ?? []));
  return new Map(
    space.axes
      .filter((axis) => isNumeric(axis) && axis.atoms.length - firstValueAtom(axis) > 1)
      .map((axis): [number, Direction | null] => {
        if (axis.better !== undefined) return [axis.index, { better: axis.better, isDeclared: true }];
        let balance = 0;
        for (let trial = 0; trial < trials; trial += 1) {
          const subject = space.subjectIn(everything, true);
          const atom = subject?.low[axis.index] ?? 0;
          const higher = subject === null ? null : moved(space, subject, axis, atom + 1);
          if (subject === null || higher === null || atom < firstValueAtom(axis)) continue;
          const difference = rankOf(subject) - rankOf(higher);
          balance += Math.sign(difference);
        }
        if (balance === 0) return [axis.index, null];
        return [axis.index, { better: balance > 0 ? 'higher' : 'lower', isDeclared: false }];
      }),
  );
}
