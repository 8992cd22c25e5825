import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../../document/model-document.js';
import type { Window } from '../../document/dimension-source.js';
import type { DimensionNode } from '../../node-kind/dimension/dimension-node.js';
import { isAssumedPositive } from './make-axes.js';
import { holdsNumber, type Atom, type Axis, type NumberAtom } from './axis.js';

/** Something two dimensions of the same events owe each other: the first is at most the second, or says what the second can be. */
export type Relation = {
  readonly first: number;
  readonly second: number;
} & (
  | { readonly kind: 'atMost' }
  | {
      readonly kind: 'implies';
      /** For which numbers of the first; a missing one says nothing. */
      readonly when: 'zero' | 'other';
      /** Whether the second can then be missing, and which numbers it can be. */
      readonly canBeMissing: boolean;
      readonly numbers: NumberAtom | null;
    }
);

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

const isOnlyZero = (atom: Atom): boolean => atom.kind === 'number' && atom.low === 0 && atom.high === 0;

/** Whether two atoms have a number in common. */
function meet(one: NumberAtom, two: NumberAtom): boolean {
  const isBefore = (a: NumberAtom, b: NumberAtom): boolean =>
    a.high < b.low || (a.high === b.low && !(a.highClosed && b.lowClosed));
  return !isBefore(one, two) && !isBefore(two, one);
}

/** Whether a subject can have these two values. */
export function holdsBetween(relation: Relation, first: Scalar, second: Scalar): boolean {
  if (typeof first !== 'number') return true;
  if (relation.kind === 'atMost') return typeof second !== 'number' || first <= second;
  if ((first === 0) !== (relation.when === 'zero')) return true;
  if (second === null) return relation.canBeMissing;
  return typeof second === 'number' && relation.numbers !== null && holdsNumber(relation.numbers, second);
}

/** Whether two atoms have values that hold. */
export function agree(relation: Relation, first: Atom, second: Atom): boolean {
  if (first.kind !== 'number') return true;
  if (relation.kind === 'atMost')
    return (
      second.kind !== 'number' ||
      first.low < second.high ||
      (first.low === second.high && first.lowClosed && second.highClosed)
    );
  if (relation.when === 'zero' ? !isOnlyZero(first) : holdsNumber(first, 0)) return true;
  if (second.kind === 'missing') return relation.canBeMissing;
  return second.kind === 'number' && relation.numbers !== null && meet(relation.numbers, second);
}

const atMost = (first: number, second: number): Relation => ({ kind: 'atMost', first, second });

/** No event counted: nothing summed up. */
function noneIsZero(count: number, sum: number): Relation {
  const numbers: NumberAtom = { kind: 'number', low: 0, high: 0, lowClosed: true, highClosed: true };
  return { kind: 'implies', first: count, second: sum, when: 'zero', canBeMissing: true, numbers };
}

/** No event counted: nothing to average, and nothing that was lately. */
function noneIsAbsent(count: number, other: number): Relation {
  return { kind: 'implies', first: count, second: other, when: 'zero', canBeMissing: true, numbers: null };
}

/** An event counted: the latest is there, and not before the window. */
function someIsRecent(count: number, days: number, limit: number): Relation {
  const numbers: NumberAtom = {
    kind: 'number',
    low: -Infinity,
    high: limit,
    lowClosed: false,
    highClosed: false,
  };
  return { kind: 'implies', first: count, second: days, when: 'other', canBeMissing: false, numbers };
}

/** No event counted within a window: the latest is before it, or there is none. */
function noneIsLongAgo(count: number, days: number, limit: number): Relation {
  const numbers: NumberAtom = {
    kind: 'number',
    low: limit,
    high: Infinity,
    lowClosed: true,
    highClosed: false,
  };
  return { kind: 'implies', first: count, second: days, when: 'zero', canBeMissing: true, numbers };
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
    if (inner.measure === 'distinct' && inner.field === outer.field) relations.push(atMost(i, o));
  }
  if (innerIsPart && inner.measure === 'distinct' && outer.measure === 'count') relations.push(atMost(i, o));
  if (innerIsPart && outer.measure === 'count') {
    if (inner.measure === 'sum' || inner.measure === 'distinct') relations.push(noneIsZero(o, i));
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
