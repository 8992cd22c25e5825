import { canBeMissing, firstValueAtom, holdsNumber, type Axis, type NumberAtom } from './axis.js';
import type { Box } from './box.js';
import { onGrid } from './number-atoms.js';
import type { Relation } from './relation.js';

/** What a dimension can still be: missing, or one of `numbers`. */
export interface Domain {
  readonly canBeMissing: boolean;
  readonly numbers: NumberAtom | null;
}

/** By axis, of the axes that relations speak of. */
export type Domains = ReadonlyMap<number, Domain>;

/** Rounds of narrowing; grids that do not fit each other could take any number. */
const maxRounds = 200;
/** Ways to decide that are tried before it stays open whether a box has a subject. */
const maxWays = 20_000;

const all: NumberAtom = {
  kind: 'number',
  low: -Infinity,
  high: Infinity,
  lowClosed: false,
  highClosed: false,
};
const zero: NumberAtom = { ...all, low: 0, high: 0, lowClosed: true, highClosed: true };

/** What two sets of numbers have in common, on the grid of the axis; null for nothing. */
export function common(one: NumberAtom, two: NumberAtom, step: number | null): NumberAtom | null {
  const [low, lowClosed] =
    one.low === two.low
      ? [one.low, one.lowClosed && two.lowClosed]
      : one.low > two.low
        ? [one.low, one.lowClosed]
        : [two.low, two.lowClosed];
  const [high, highClosed] =
    one.high === two.high
      ? [one.high, one.highClosed && two.highClosed]
      : one.high < two.high
        ? [one.high, one.highClosed]
        : [two.high, two.highClosed];
  if (low > high || (low === high && !(lowClosed && highClosed))) return null;
  const both: NumberAtom = { kind: 'number', low, high, lowClosed, highClosed };
  return step === null || low === high ? both : onGrid(both, step);
}

const isSame = (one: NumberAtom, two: NumberAtom): boolean =>
  one.low === two.low &&
  one.high === two.high &&
  one.lowClosed === two.lowClosed &&
  one.highClosed === two.highClosed;

/** What the numbers of a box are on an axis. Neighbouring atoms leave nothing out between them. */
function domainOf(axis: Axis, box: Box): Domain {
  const from = box.low[axis.index] ?? 0;
  const to = box.high[axis.index] ?? 0;
  const first = axis.atoms[Math.max(from, firstValueAtom(axis))];
  const last = axis.atoms[to];
  const numbers =
    to < firstValueAtom(axis)
      ? null
      : first?.kind === 'number' && last?.kind === 'number'
        ? { ...first, high: last.high, highClosed: last.highClosed }
        : all;
  return { canBeMissing: canBeMissing(axis) && from === 0, numbers };
}

/**
 * Narrows domains by all relations until nothing changes; null where one has nothing left, which proves that there is no subject.
 * Where every domain is decided (missing or not, zero or of one sign) and something is left of each, the smallest numbers of all fit
 * together, and so does any number of one with some of the others.
 */
export function narrow(
  axes: readonly Axis[],
  relations: readonly Relation[],
  domains: Domains,
): Domains | null {
  const narrowed = new Map(domains);
  let isChanged = true;
  const limit = (index: number, numbers: NumberAtom, mayBeMissing: boolean): boolean => {
    const before = narrowed.get(index);
    if (before === undefined) return true;
    const step = axes[index]?.step ?? null;
    const after = before.numbers === null ? null : common(before.numbers, numbers, step);
    const missing = before.canBeMissing && mayBeMissing;
    if (after === null && !missing) return false;
    const isKept =
      missing === before.canBeMissing &&
      (after === null ? before.numbers === null : before.numbers !== null && isSame(after, before.numbers));
    if (!isKept) {
      narrowed.set(index, { canBeMissing: missing, numbers: after });
      isChanged = true;
    }
    return true;
  };
  for (let round = 0; isChanged && round < maxRounds; round += 1) {
    isChanged = false;
    for (const relation of relations) {
      const first = narrowed.get(relation.first);
      const second = narrowed.get(relation.second);
      // Only what is surely a number binds the other.
      if (first === undefined || second === undefined || first.canBeMissing || first.numbers === null)
        continue;
      const { low, high } = first.numbers;
      if (relation.kind === 'atMost') {
        const above: NumberAtom = { ...all, low, lowClosed: first.numbers.lowClosed };
        if (!limit(relation.second, above, true)) return null;
        const { canBeMissing: mayLack, numbers } = narrowed.get(relation.second) ?? second;
        if (mayLack || numbers === null) continue;
        if (!limit(relation.first, { ...all, high: numbers.high, highClosed: numbers.highClosed }, true))
          return null;
        continue;
      }
      const isMet = relation.when === 'zero' ? low === 0 && high === 0 : !holdsNumber(first.numbers, 0);
      if (!isMet) continue;
      const { numbers } = relation;
      if (numbers !== null) {
        if (!limit(relation.second, numbers, relation.canBeMissing)) return null;
      } else {
        if (!second.canBeMissing) return null;
        if (second.numbers !== null) {
          narrowed.set(relation.second, { canBeMissing: true, numbers: null });
          isChanged = true;
        }
      }
    }
  }
  return narrowed;
}

/** The ways in which a domain can be decided: of one sign where that says something of others, and missing or not. */
function waysOf(axis: Axis, domain: Domain, isSigned: boolean, preferred: number | null): Domain[] {
  const parts = isSigned ? [{ ...all, low: 0 }, zero, { ...all, high: 0 }] : [all];
  const { numbers } = domain;
  const ways =
    numbers === null
      ? []
      : parts.flatMap((part): Domain[] => {
          const rest = common(numbers, part, axis.step);
          return rest === null ? [] : [{ canBeMissing: false, numbers: rest }];
        });
  const holds = (way: Domain): boolean =>
    preferred !== null && way.numbers !== null && holdsNumber(way.numbers, preferred);
  ways.sort((a, b) => Number(holds(b)) - Number(holds(a)));
  return domain.canBeMissing ? [...ways, { canBeMissing: true, numbers: null }] : ways;
}

/**
 * Decides of every related dimension of a box whether it is missing and whether it is zero, such that all relations can hold; `none` is a
 * proof that the box has no subject, `open` says that there were too many ways to look at.
 * @param preferred - a number that an axis should have if it can
 */
export function settleDomains(
  axes: readonly Axis[],
  relations: readonly Relation[],
  box: Box,
  preferred: (axis: Axis) => number | null = () => null,
): Domains | 'none' | 'open' {
  const signed = new Set(relations.flatMap((each) => (each.kind === 'implies' ? [each.first] : [])));
  const related = new Set([...signed, ...relations.flatMap(({ first, second }) => [first, second])]);
  const own = axes.filter(({ index }) => related.has(index));
  // Signs first: they say most of the others.
  const order = [
    ...own.filter(({ index }) => signed.has(index)),
    ...own.filter(({ index }) => !signed.has(index)),
  ];
  let ways = 0;
  const settle = (domains: Domains, position: number): Domains | null => {
    const axis = order[position];
    if (axis === undefined) return domains;
    const domain = domains.get(axis.index);
    if (domain === undefined) return null;
    for (const way of waysOf(axis, domain, signed.has(axis.index), preferred(axis))) {
      ways += 1;
      if (ways > maxWays) return null;
      const narrowed = narrow(axes, relations, new Map(domains).set(axis.index, way));
      const settled = narrowed === null ? null : settle(narrowed, position + 1);
      if (settled !== null) return settled;
    }
    return null;
  };
  const start = narrow(axes, relations, new Map(own.map((axis) => [axis.index, domainOf(axis, box)])));
  return (start === null ? null : settle(start, 0)) ?? (ways > maxWays ? 'open' : 'none');
}
