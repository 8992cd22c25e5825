import type { Formula } from '../logic/formula.js';
import { simplify } from '../logic/simplify.js';
import { canBeMissing, firstValueAtom } from './axis.js';
import { contains, intersects, volume, withRange, type Box } from './box.js';
import { solve, type FoundBox } from './solve.js';
import { not } from '../logic/formula.js';
import type { ProofSpace } from './space.js';

/** Steps that asking whether one bigger box still belongs may take. */
const stepsPerQuestion = 1_500;

/** Whether `formula` holds for every subject of the box. */
export function holdsThroughout(space: ProofSpace, formula: Formula, box: Box): boolean {
  const simple = simplify(formula, box, space.effort.work);
  if (typeof simple === 'boolean') return simple;
  const { effort } = space;
  const before = effort.isSampled;
  const search = solve(space, not(simple), box, { steps: stepsPerQuestion, found: 1, regions: 0 });
  const wasSampled = effort.isSampled && !before;
  effort.isSampled = before;
  return search.boxes.length === 0 && search.isComplete && !wasSampled;
}

/** As big a box around `box` as holds `formula` and stays clear of `forbidden`. */
function grow(space: ProofSpace, formula: Formula, box: Box, forbidden: readonly Box[]): Box {
  const fits = (candidate: Box): boolean =>
    !forbidden.some((each) => intersects(each, candidate)) && holdsThroughout(space, formula, candidate);
  let grown = box;
  const full = space.everything();
  // Dimensions that do not matter first: every one of them makes the region easier to say.
  for (const axis of space.axes) {
    const last = full.high[axis.index] ?? 0;
    if ((grown.low[axis.index] ?? 0) === 0 && (grown.high[axis.index] ?? 0) === last) continue;
    const wide = withRange(grown, axis.index, 0, last);
    if (fits(wide)) grown = wide;
  }
  for (const axis of space.axes) {
    const { index } = axis;
    const last = full.high[index] ?? 0;
    let low = grown.low[index] ?? 0;
    let high = grown.high[index] ?? 0;
    const first = firstValueAtom(axis);
    // Missing values are a matter of their own.
    if (low < first || (low === 0 && high === last)) continue;
    const whole = withRange(grown, index, first, last);
    if (fits(whole)) {
      grown = whole;
      continue;
    }
    const mayGrow = (from: number, to: number): boolean => {
      const slab = withRange(grown, index, from, to);
      return space.feasibility.isPossible(slab) && fits(slab);
    };
    while (low > first && mayGrow(low - 1, low - 1)) low -= 1;
    while (high < last && mayGrow(high + 1, high + 1)) high += 1;
    grown = withRange(grown, index, low, high);
  }
  return grown;
}

/** Parts a box into what is missing and what has a value, on every axis that it does not take whole. */
function apart(space: ProofSpace, box: Box): Box[] {
  const mixed = space.axes.find(
    (axis) =>
      canBeMissing(axis) &&
      (box.low[axis.index] ?? 0) === 0 &&
      (box.high[axis.index] ?? 0) > 0 &&
      (box.high[axis.index] ?? 0) < axis.atoms.length - 1,
  );
  if (mixed === undefined) return [box];
  return [
    withRange(box, mixed.index, 0, 0),
    withRange(box, mixed.index, 1, box.high[mixed.index] ?? 0),
  ].flatMap((part) => apart(space, part));
}

/** Takes from the ends of a region what another region has anyway, where the region ends on that side already. */
function trim(space: ProofSpace, box: Box, others: readonly Box[]): Box {
  let trimmed = box;
  for (const axis of space.axes) {
    const { index } = axis;
    const isHeld = (atom: number): boolean => {
      const slab = withRange(trimmed, index, atom, atom);
      return others.some((other) => contains(other, slab));
    };
    let low = trimmed.low[index] ?? 0;
    let high = trimmed.high[index] ?? 0;
    if (low > firstValueAtom(axis)) while (low < high && isHeld(low)) low += 1;
    if (high < axis.atoms.length - 1) while (high > low && isHeld(high)) high -= 1;
    trimmed = withRange(trimmed, index, low, high);
  }
  return trimmed;
}

/** Big boxes, and how many small ones are in none of them because there would be too many. */
export interface Cover {
  readonly regions: readonly FoundBox[];
  readonly left: number;
}

/** What a cover keeps to. */
export interface CoverLimits {
  /** Boxes it must stay clear of. */
  readonly forbidden?: readonly Box[];
  /** Most regions it makes. */
  readonly regions: number;
}

/** Regions without those that others hold, and without what others have anyway. */
function withoutRepetition(space: ProofSpace, regions: readonly Box[]): Box[] {
  const boxes = regions.filter((region, index) =>
    regions.every(
      (other, place) =>
        place === index || !contains(other, region) || (contains(region, other) && index < place),
    ),
  );
  boxes.forEach((box, index) => {
    boxes[index] = trim(
      space,
      box,
      boxes.filter((_, other) => other !== index),
    );
  });
  return boxes;
}

/**
 * Few big boxes in place of the many small ones of a search, each as big as `formula` allows, the biggest first. Where none is left out
 * they hold every cell of the small ones, and never anything for which the formula does not hold. Boxes known by a sampled subject
 * stay as they are.
 */
export function cover(
  space: ProofSpace,
  formula: Formula,
  found: readonly FoundBox[],
  limits: CoverLimits,
): Cover {
  const regions: Box[] = [];
  const pieces = found
    .filter((each) => !each.isSampled)
    .flatMap(({ box }) => apart(space, box))
    .sort((a, b) => volume(b) - volume(a));
  let left = 0;
  for (const piece of pieces) {
    if (!space.feasibility.hasSubject(piece)) continue;
    if (regions.some((box) => contains(box, piece))) continue;
    if (regions.length >= limits.regions) left += 1;
    else regions.push(grow(space, formula, piece, limits.forbidden ?? []));
  }
  const boxes = withoutRepetition(space, regions);
  const sampled = found.filter((each) => each.isSampled && !regions.some((box) => contains(box, each.box)));
  const room = Math.max(0, limits.regions - boxes.length);
  return {
    regions: [
      ...boxes.map((box): FoundBox => ({ box, subject: null, isSampled: false })),
      ...sampled.slice(0, room),
    ],
    left: left + Math.max(0, sampled.length - room),
  };
}
