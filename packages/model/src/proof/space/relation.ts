import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../../document/model-document.js';
import type { Window } from '../../document/dimension-source.js';
import type { DimensionNode } from '../../node-kind/dimension/dimension-node.js';
import { isAssumedPositive } from './make-axes.js';
import type { Atom, Axis } from './axis.js';
import type { Box } from './box.js';

/** Something two dimensions of the same events owe each other. */
export interface Relation {
  readonly first: number;
  readonly second: number;
  /** Whether a subject can have these two values. */
  holds(first: Scalar, second: Scalar): boolean;
  /** Whether two atoms have values that hold. */
  agree(first: Atom, second: Atom): boolean;
}

type Aggregate = Extract<DimensionNode['source'], { kind: 'aggregate' }>;

/** Fewest and most days that a window of months can have. */
const daysOfMonths = (months: number): { least: number; most: number } => ({
  least: Math.floor(months * 30.436) - 3,
  most: Math.ceil(months * 30.437) + 2,
});

/** Fewest and most days a window reaches back; infinite without one. */
function reach(window: Window | undefined): { least: number; most: number } {
  if (window === undefined) return { least: Infinity, most: Infinity };
  return 'days' in window ? { least: window.days, most: window.days } : daysOfMonths(window.months);
}

function isWithin(inner: Window | undefined, outer: Window | undefined): boolean {
  if (outer === undefined) return true;
  if (inner !== undefined && 'months' in inner && 'months' in outer) return inner.months <= outer.months;
  return reach(inner).most <= reach(outer).least;
}

/** Whether all events that `inner` looks at are among those of `outer`. */
function isPart(inner: Aggregate, outer: Aggregate): boolean {
  return (
    inner.event === outer.event &&
    (outer.where === undefined || JSON.stringify(inner.where) === JSON.stringify(outer.where)) &&
    isWithin(inner.window, outer.window)
  );
}

const lowest = (atom: Atom): number => (atom.kind === 'number' ? atom.low : -Infinity);
const highest = (atom: Atom): number => (atom.kind === 'number' ? atom.high : Infinity);
const isOnlyZero = (atom: Atom): boolean => atom.kind === 'number' && atom.low === 0 && atom.high === 0;
const hasZero = (atom: Atom): boolean =>
  atom.kind === 'number' &&
  atom.low <= 0 &&
  atom.high >= 0 &&
  (atom.low < 0 || atom.lowClosed) &&
  (atom.high > 0 || atom.highClosed);

function atMost(first: number, second: number): Relation {
  return {
    first,
    second,
    holds: (a, b) => typeof a !== 'number' || typeof b !== 'number' || a <= b,
    agree(a, b) {
      if (a.kind !== 'number' || b.kind !== 'number') return true;
      return a.low < b.high || (a.low === b.high && a.lowClosed && b.highClosed);
    },
  };
}

/** No event counted: nothing summed up. */
function noneIsZero(count: number, sum: number): Relation {
  return {
    first: count,
    second: sum,
    holds: (a, b) => a !== 0 || b === 0 || b === null,
    agree: (a, b) => !isOnlyZero(a) || hasZero(b) || b.kind === 'missing',
  };
}

/** No event counted: nothing to average, and nothing that was lately. */
function noneIsAbsent(count: number, other: number): Relation {
  return {
    first: count,
    second: other,
    holds: (a, b) => a !== 0 || b === null,
    agree: (a, b) => !isOnlyZero(a) || b.kind === 'missing',
  };
}

/** An event counted: the latest is there, and not before the window. */
function someIsRecent(count: number, days: number, limit: number): Relation {
  return {
    first: count,
    second: days,
    holds: (a, b) => typeof a !== 'number' || a === 0 || (typeof b === 'number' && b < limit),
    agree: (a, b) => hasZero(a) || (b.kind === 'number' && lowest(b) < limit),
  };
}

/** No event counted within a window: the latest is before it, or there is none. */
function noneIsLongAgo(count: number, days: number, limit: number): Relation {
  return {
    first: count,
    second: days,
    holds: (a, b) => a !== 0 || b === null || (typeof b === 'number' && b >= limit),
    agree: (a, b) => !isOnlyZero(a) || b.kind === 'missing' || highest(b) >= limit,
  };
}

function relate(one: DimensionNode, a: Axis, two: DimensionNode, b: Axis, isPositive: boolean): Relation[] {
  if (one.source.kind !== 'aggregate' || two.source.kind !== 'aggregate') return [];
  const [inner, outer] = [one.source, two.source];
  const [i, o] = [a.index, b.index];
  const relations: Relation[] = [];
  const innerIsPart = isPart(inner, outer);
  // A default takes the place of what would be missing, and can be anything.
  const hasDefault = (node: DimensionNode): boolean => node.missing.policy === 'default';
  if (innerIsPart && inner.measure === outer.measure) {
    if (inner.measure === 'count') relations.push(atMost(i, o));
    if (inner.measure === 'sum' && inner.field === outer.field && isPositive) relations.push(atMost(i, o));
  }
  if (innerIsPart && outer.measure === 'count') {
    if (inner.measure === 'sum') relations.push(noneIsZero(o, i));
    else if (inner.measure !== 'count' && !hasDefault(one)) relations.push(noneIsAbsent(o, i));
  }
  if (inner.measure === 'count' && outer.measure === 'daysSinceLast' && innerIsPart) {
    relations.push(someIsRecent(i, o, reach(inner.window).most));
    const isSame = JSON.stringify(inner.where) === JSON.stringify(outer.where);
    if (isSame && inner.window !== undefined && !hasDefault(two))
      relations.push(noneIsLongAgo(i, o, reach(inner.window).least));
  }
  if (
    inner.measure === 'daysSinceLast' &&
    outer.measure === 'daysSinceFirst' &&
    innerIsPart &&
    isPart(outer, inner)
  )
    relations.push(atMost(i, o));
  return relations;
}

/** What dimensions of the same events owe each other: windows inside windows, nothing counted and nothing summed. */
export function makeRelations(
  document: ModelDocument,
  axes: readonly Axis[],
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
): Relation[] {
  const byId = new Map(axes.map((axis) => [axis.id, axis]));
  const dimensions = document.nodes.filter((node): node is DimensionNode => node.kind === 'dimension');
  const isPositive = (node: DimensionNode): boolean =>
    isAssumedPositive(node, numbers.get(node.id) ?? []) || Number(node.domain?.minimum ?? -1) >= 0;
  return dimensions.flatMap((one) =>
    dimensions.flatMap((two) => {
      const [a, b] = [byId.get(one.id), byId.get(two.id)];
      if (one === two || a === undefined || b === undefined) return [];
      return relate(one, a, two, b, isPositive(one) && isPositive(two));
    }),
  );
}

/** Whether some cell of the box satisfies every relation by itself; cells of which none does are no subjects. */
export class Feasibility {
  readonly relations: readonly Relation[];
  readonly #counts: readonly { readonly width: number; readonly sums: Int32Array }[];

  constructor(axes: readonly Axis[], relations: readonly Relation[]) {
    this.relations = relations;
    this.#counts = relations.map(({ first, second, agree }) => {
      const a = axes[first]?.atoms ?? [];
      const b = axes[second]?.atoms ?? [];
      const width = b.length + 1;
      const sums = new Int32Array((a.length + 1) * width);
      a.forEach((one, i) => {
        b.forEach((two, j) => {
          const above =
            (sums[i * width + j + 1] ?? 0) + (sums[(i + 1) * width + j] ?? 0) - (sums[i * width + j] ?? 0);
          sums[(i + 1) * width + j + 1] = above + (agree(one, two) ? 1 : 0);
        });
      });
      return { width, sums };
    });
  }

  isPossible(box: Box): boolean {
    return this.relations.every(({ first, second }, index) => {
      const { width = 0, sums = new Int32Array() } = this.#counts[index] ?? {};
      const [a, b] = [box.low[first] ?? 0, (box.high[first] ?? 0) + 1];
      const [c, d] = [box.low[second] ?? 0, (box.high[second] ?? 0) + 1];
      const at = (i: number, j: number): number => sums[i * width + j] ?? 0;
      return at(b, d) - at(a, d) - at(b, c) + at(a, c) > 0;
    });
  }
}
