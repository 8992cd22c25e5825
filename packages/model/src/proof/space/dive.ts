import type { Formula } from '../logic/formula.js';
import { simplify } from '../logic/simplify.js';
import { copyBox, type Box } from './box.js';
import { chooseCut, samplesPerBox } from './solve.js';
import type { ProofSpace } from './space.js';

/** Ways down that are tried. */
const dives = 64;
/** Steps that all of them may take together. */
const stepsOfDives = 60_000;

/** Narrows `box` to one half, by chance, or to the other where the formula holds nowhere in the first; null where it holds in neither. */
function narrow(
  space: ProofSpace,
  formula: Formula,
  box: Box,
  cut: { readonly axis: number; readonly atom: number },
): Formula | null {
  const { axis, atom } = cut;
  const [low, high] = [box.low[axis] ?? 0, box.high[axis] ?? 0];
  const isUpperFirst = space.random() * (high - low + 1) >= atom - low;
  for (const isUpper of [isUpperFirst, !isUpperFirst]) {
    box.low[axis] = isUpper ? atom : low;
    box.high[axis] = isUpper ? high : atom - 1;
    if (!space.feasibility.isPossible(box)) continue;
    const simple = simplify(formula, box, space.effort.work);
    if (simple !== false) return simple;
  }
  return null;
}

function sampled(space: ProofSpace, formula: Formula, box: Box): Box | null {
  for (let index = 0; index < samplesPerBox; index += 1) {
    const subject = space.subjectIn(box, index > 0);
    if (subject === null) return null;
    if (space.holdsFor(formula, subject)) return subject;
  }
  return null;
}

/**
 * Looks for one place inside `start` where `formula` holds, by going down at random and never into a half where ranges rule it out. A sum
 * of many parts that only its extremes bring to a value is found so in a few tries, where searching box by box does not come to it.
 * @returns a box all over which it holds, or one subject for whom it does; null says nothing
 */
export function dive(space: ProofSpace, formula: Formula, start: Box): Box | null {
  const { effort } = space;
  const end = effort.work.steps + stepsOfDives;
  const before = effort.isSampled;
  for (let count = 0; count < dives && effort.work.steps < end; count += 1) {
    const box = copyBox(start);
    let simple: Formula | null = simplify(formula, box, effort.work);
    while (simple !== null && typeof simple !== 'boolean') {
      const cut = chooseCut(space, [simple], box);
      if (cut === null) {
        const subject = sampled(space, simple, box);
        // Nothing is claimed of what was not found.
        effort.isSampled = before;
        if (subject !== null) return subject;
        break;
      }
      simple = narrow(space, simple, box, cut);
    }
    if (simple === false) return null;
    if (simple === true && space.feasibility.hasSubject(box)) return box;
  }
  return null;
}
