import type { Formula } from '../logic/formula.js';
import { simplify } from '../logic/simplify.js';
import { copyBox, type Box } from './box.js';
import type { ProofSpace } from './space.js';

/** Subjects tried in a cell, or a box, that could not be settled. */
export const samplesPerBox = 24;
/** Subjects tried in one search; what is still open then stays so. */
const samplesPerSearch = 2400;
/** Tests looked at to find where to cut next. */
const maxTests = 96;
/** Cuts of one test that are counted. */
const maxCuts = 8;

/** How far a search goes. */
export interface SearchLimits {
  /** Steps of work after which what is left is sampled. */
  readonly steps: number;
  /** Boxes found after which it ends. */
  readonly found: number;
  /** Regions they are put together to. */
  readonly regions: number;
}

/** A box all over which a formula holds, or (`isSampled`) the cell of one subject for whom it does. */
export interface FoundBox {
  readonly box: Box;
  readonly subject: Box | null;
  readonly isSampled: boolean;
}

/**
 * What a search found; `isComplete` unless it was ended by `found`. `isCutShort` where boxes were given up for lack of steps, or subjects tried
 * in them showed nothing: then nothing found means nothing.
 */
export interface Search {
  readonly boxes: readonly FoundBox[];
  readonly isComplete: boolean;
  readonly isCutShort: boolean;
}

/** Weights of cuts by axis and atom; kept between calls, since nearly every box needs one. */
class CutWeights {
  readonly #weights: Float64Array;
  readonly #touched: number[] = [];
  readonly #stride: number;

  constructor(axes: number, atoms: number) {
    this.#stride = atoms;
    this.#weights = new Float64Array(axes * atoms);
  }

  add(axis: number, atom: number, weight: number): void {
    const key = axis * this.#stride + atom;
    const before = this.#weights[key] ?? 0;
    if (before === 0) this.#touched.push(key);
    this.#weights[key] = before + weight;
  }

  /** The heaviest cut of a box, between equals the one nearer the middle; null when there is none. Empties the weights. */
  takeBest(box: Box): { axis: number; atom: number } | null {
    let best: { axis: number; atom: number } | null = null;
    let bestWeight = 0;
    for (const key of this.#touched) {
      const axis = Math.floor(key / this.#stride);
      const atom = key % this.#stride;
      const low = box.low[axis] ?? 0;
      const high = box.high[axis] ?? 0;
      const balance = Math.min(atom - low, high + 1 - atom) / (high - low + 1);
      const weight = (this.#weights[key] ?? 0) + balance * 0.9;
      this.#weights[key] = 0;
      if (weight <= bestWeight) continue;
      bestWeight = weight;
      best = { axis, atom };
    }
    this.#touched.length = 0;
    return best;
  }
}

const weightsOf = new WeakMap<ProofSpace, CutWeights>();

/** Where to cut a box: the atom that begins the upper half; null where the formulas ask for no cut. */
export function chooseCut(
  space: ProofSpace,
  formulas: readonly Formula[],
  box: Box,
): { readonly axis: number; readonly atom: number } | null {
  const known = weightsOf.get(space);
  const weights =
    known ?? new CutWeights(space.axes.length, Math.max(...space.axes.map((axis) => axis.atoms.length)) + 1);
  if (known === undefined) weightsOf.set(space, weights);
  let left = maxTests;
  const visit = (each: Formula): void => {
    if (typeof each === 'boolean' || left <= 0) return;
    switch (each.kind) {
      case 'in': {
        left -= 1;
        const low = box.low[each.axis] ?? 0;
        const high = box.high[each.axis] ?? 0;
        let taken = 0;
        for (const change of each.set.changes)
          if (change > low && change <= high && taken < maxCuts) {
            taken += 1;
            weights.add(each.axis, change, 1);
          }
        return;
      }
      case 'open':
        left -= 1;
        for (const axis of each.test.axes) {
          const low = box.low[axis] ?? 0;
          const high = box.high[axis] ?? 0;
          if (low < high) weights.add(axis, (low + high + 1) >> 1, 0.5);
        }
        return;
      case 'not':
        visit(each.operand);
        return;
      case 'choose':
        each.tests.forEach(visit);
        each.values.forEach(visit);
        visit(each.otherwise);
        return;
      default:
        each.operands.forEach(visit);
    }
  };
  formulas.forEach(visit);
  return weights.takeBest(box);
}

/** Runs `visit` on both halves of `box`, which is changed meanwhile. */
export function halve(
  box: Box,
  cut: { readonly axis: number; readonly atom: number },
  visit: () => void,
): void {
  const { axis, atom } = cut;
  const low = box.low[axis] ?? 0;
  const high = box.high[axis] ?? 0;
  box.high[axis] = atom - 1;
  visit();
  box.high[axis] = high;
  box.low[axis] = atom;
  visit();
  box.low[axis] = low;
}

/**
 * Finds where `formula` holds inside `start`: boxes that do not overlap and, where nothing was sampled, hold every cell of it. A box is
 * done once the formula is the same all over it; else it is cut in two where most of its tests are settled.
 */
export function solve(space: ProofSpace, formula: Formula, start: Box, limits: SearchLimits): Search {
  const { effort } = space;
  const boxes: FoundBox[] = [];
  const end = effort.work.steps + limits.steps;
  let isComplete = true;
  let isCutShort = false;

  const lastSample = effort.samples + samplesPerSearch;
  const sample = (box: Box): void => {
    if (effort.samples >= lastSample) {
      effort.isSampled = true;
      isCutShort = true;
      return;
    }
    for (let index = 0; index < samplesPerBox; index += 1) {
      const subject = space.subjectIn(box, index > 0);
      if (subject === null) return;
      effort.isSampled = true;
      effort.samples += 1;
      if (!space.holdsFor(formula, subject)) continue;
      boxes.push({ box: { low: subject.low, high: subject.high, values: null }, subject, isSampled: true });
      return;
    }
    isCutShort = true;
  };
  const box = copyBox(start);
  const visit = (given: Formula): void => {
    if (boxes.length >= limits.found) {
      isComplete = false;
      return;
    }
    if (!space.feasibility.isPossible(box)) return;
    effort.boxes += 1;
    const simple = simplify(given, box, effort.work);
    if (simple === false) return;
    if (simple === true) {
      if (!space.feasibility.hasSubject(box)) return;
      boxes.push({ box: copyBox(box), subject: null, isSampled: false });
      return;
    }
    const cut = effort.work.steps > end ? null : chooseCut(space, [simple], box);
    if (cut === null) sample(copyBox(box));
    else halve(box, cut, () => visit(simple));
  };
  visit(formula);
  return { boxes, isComplete, isCutShort };
}
