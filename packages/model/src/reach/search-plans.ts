import type { Scalar } from '@terrace/expression';
import type { Axis } from './axis.js';
import { breakpointsOf, neighboursOf } from './breakpoints.js';
import { candidateOptions, candidatesAt, tidy, type Candidate, type Movable } from './movable.js';
import type { SubjectProbe, Values } from './subject-probe.js';

/** A cheapest way to the target over one set of dimensions: new values in the order of the dimensions. */
export interface FoundPlan {
  readonly movables: readonly Movable[];
  readonly to: readonly Candidate[];
  readonly cost: number;
}

/** What a search found, and how far it can be relied on. */
export interface SearchResult {
  readonly plans: readonly FoundPlan[];
  /** Up to how many changes nothing cheaper can have been overlooked. */
  readonly completeChanges: number;
}

/** A dimension the model computes with is tried value by value this far from where it is, so that whole numbers are solved exactly. */
const denseSteps = 200;

class BudgetSpent extends Error {}

/** Sets of `size` out of `items`, in order. */
function* subsets<Item>(items: readonly Item[], size: number, start = 0): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = start; index <= items.length - size; index++)
    for (const rest of subsets(items, size - 1, index + 1)) yield [items[index] as Item, ...rest];
}

/** A search over the values of a few dimensions of one subject. */
export class PlanSearch {
  readonly #probe: SubjectProbe;
  readonly #base: Values;
  readonly #values: Values;
  readonly #isTarget: (tier: string) => boolean;
  readonly #budget: number;
  readonly #plans: FoundPlan[] = [];
  readonly #static = new Map<string, readonly Candidate[]>();
  #isExact = true;

  constructor(probe: SubjectProbe, values: Values, isTarget: (tier: string) => boolean, budget: number) {
    this.#probe = probe;
    this.#base = { ...values };
    this.#values = { ...values };
    this.#isTarget = isTarget;
    this.#budget = probe.evaluations + budget;
  }

  /** Looks for the cheapest change of every set of at most `maximum` dimensions, unless a part of the set does it cheaper. */
  run(movables: readonly Movable[], maximum: number): SearchResult {
    let completeChanges = 0;
    try {
      for (let size = 1; size <= Math.min(maximum, movables.length); size++) {
        for (const set of subsets(movables, size)) this.#searchSet(set);
        if (this.#isExact && completeChanges === size - 1) completeChanges = size;
      }
      if (completeChanges === movables.length) completeChanges = maximum;
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
    }
    const plans = [...this.#plans].sort((a, b) => a.cost - b.cost || a.movables.length - b.movables.length);
    const ids = (plan: FoundPlan): string[] => plan.movables.map(({ node }) => node.id);
    const kept = plans.filter((plan, index) => {
      const own = new Set(ids(plan));
      return !plans.slice(0, index).some((cheaper) => ids(cheaper).every((id) => own.has(id)));
    });
    return { plans: kept, completeChanges };
  }

  /** The cost that a plan over `set` must stay below to be of use. */
  #bound(set: readonly Movable[]): number {
    const own = new Set(set.map(({ node }) => node.id));
    const below = this.#plans.filter(({ movables }) => movables.every(({ node }) => own.has(node.id)));
    return Math.min(Infinity, ...below.map(({ cost }) => cost));
  }

  #searchSet(set: readonly Movable[]): void {
    const computed = set.filter(({ sensitivity }) => sensitivity.isComputed);
    const direct = set.filter(({ sensitivity }) => !sensitivity.isComputed);
    if (computed.some(({ sensitivity }) => !sensitivity.isLinear)) this.#isExact = false;
    // The last one is solved for; which one that is matters when several are computed with.
    const orders =
      computed.length < 2
        ? [computed]
        : computed.map((last) => [...computed.filter((each) => each !== last), last]);
    for (const order of orders) this.#descend([...direct, ...order], 0, [], 0, { best: this.#bound(set) });
  }

  #descend(
    set: readonly Movable[],
    depth: number,
    chosen: readonly Candidate[],
    cost: number,
    bound: { best: number },
  ): void {
    const movable = set[depth];
    if (movable === undefined) {
      if (!this.#isTarget(this.#tier())) return;
      bound.best = cost;
      this.#plans.push({ movables: set, to: chosen, cost });
      return;
    }
    const isLast = depth === set.length - 1;
    const candidates =
      isLast && movable.sensitivity.isComputed ? this.#solve(movable) : this.#staticCandidates(movable);
    const before = this.#values[movable.node.id];
    for (const candidate of candidates) {
      const total = tidy(cost + candidate.cost);
      if (total >= bound.best) break;
      this.#values[movable.node.id] = candidate.value;
      this.#descend(set, depth + 1, [...chosen, candidate], total, bound);
    }
    this.#values[movable.node.id] = before;
  }

  #tier(): string {
    if (this.#probe.evaluations >= this.#budget) throw new BudgetSpent();
    return this.#probe.tierOf(this.#values);
  }

  /** Where the model changes its mind along a dimension it computes with, other values as they are at the moment. */
  #solve(movable: Movable): readonly Candidate[] {
    const { axis, node, sensitivity } = movable;
    if (axis === null) return candidateOptions(movable);
    if (this.#probe.evaluations >= this.#budget) throw new BudgetSpent();
    const indexes = breakpointsOf(node.id, axis, sensitivity, this.#values, this.#probe);
    return candidatesAt(movable, axis, [...indexes, ...firstValue(movable, axis)]);
  }

  /** Values to try without regard to the other dimensions. */
  #staticCandidates(movable: Movable): readonly Candidate[] {
    const known = this.#static.get(movable.node.id);
    if (known !== undefined) return known;
    const candidates = this.#makeCandidates(movable);
    this.#static.set(movable.node.id, candidates);
    return candidates;
  }

  #makeCandidates(movable: Movable): readonly Candidate[] {
    const { axis, node, sensitivity, from } = movable;
    if (axis === null) return candidateOptions(movable);
    if (!sensitivity.isComputed)
      return candidatesAt(movable, axis, [...neighboursOf(axis, sensitivity), ...firstValue(movable, axis)]);
    // Fewer values than the axis has: two dimensions computed with might meet in between.
    this.#isExact = this.#isExact && axis.last - axis.first <= denseSteps;
    const current = axis.floor(isMissing(from) ? 0 : (from as number | string));
    const near = Array.from({ length: 2 * denseSteps + 1 }, (_, index) => current - denseSteps + index);
    const far = breakpointsOf(node.id, axis, sensitivity, this.#base, this.#probe);
    const indexes = [...near, ...far].filter((index) => index >= axis.first && index <= axis.last);
    return candidatesAt(movable, axis, [...new Set(indexes)]);
  }
}

/** The cheapest value to fill in where there is none; without an edge beside it, it is no other candidate. */
function firstValue({ from }: Movable, axis: Axis): number[] {
  if (!isMissing(from)) return [];
  return [Math.min(Math.max(0, axis.first), axis.last)];
}

function isMissing(value: Scalar): boolean {
  return value === null || value === '';
}
