import { and, type Formula } from '../logic/formula.js';
import { cover } from '../space/cover.js';
import { intersects, volume, type Box } from '../space/box.js';
import { solve, type FoundBox, type SearchLimits } from '../space/solve.js';
import type { ProofRule, ProofSpace } from '../space/space.js';

/** Pairs of rules that are looked at; 400 rules have fewer. */
const maxPairs = 80_000;

/** Regions kept of one pair. */
const maxRegions = 20;

/** Two rules of different tiers that hold for the same subjects; `winner` decides. */
export interface Overlap {
  readonly winner: ProofRule;
  readonly loser: ProofRule;
  /** Both stand in a node where the first that holds decides. */
  readonly isOrdered: boolean;
  readonly regions: readonly FoundBox[];
  /** Pieces that are in none of them, as far as they were counted. */
  readonly left: number;
}

/** The smallest box outside of which a rule surely does not hold. */
export function hullOf(space: ProofSpace, formula: Formula): Box {
  const hull = space.everything();
  const parts = typeof formula === 'boolean' ? [] : formula.kind === 'and' ? formula.operands : [formula];
  for (const part of parts) {
    if (typeof part === 'boolean' || part.kind !== 'in') continue;
    const members = part.set.members();
    const first = members.indexOf(true);
    const last = members.lastIndexOf(true);
    hull.low[part.axis] = Math.max(hull.low[part.axis] ?? 0, first);
    hull.high[part.axis] = Math.min(hull.high[part.axis] ?? 0, last);
  }
  return hull;
}

function isEmpty(box: Box): boolean {
  return box.low.some((low, axis) => low > (box.high[axis] ?? 0));
}

/** Every pair of rules of different tiers that hold for the same subjects. */
export function findOverlaps(
  space: ProofSpace,
  limits: SearchLimits,
): { overlaps: Overlap[]; isComplete: boolean } {
  const overlaps: Overlap[] = [];
  const hulls = space.rules.map((rule) => hullOf(space, rule.holds));
  const { work } = space.effort;
  const end = work.steps + limits.steps;
  let pairs = 0;
  for (const one of space.rules) {
    for (const other of space.rules.slice(one.index + 1)) {
      if (one.tier === other.tier) continue;
      const [a, b] = [hulls[one.index], hulls[other.index]];
      if (a === undefined || b === undefined || !intersects(a, b)) continue;
      pairs += 1;
      if (pairs > maxPairs || work.steps > end) return { overlaps, isComplete: false };
      const isSameNode = one.nodeId === other.nodeId;
      const isOrdered = isSameNode && one.choice === 'first';
      const isFirst = isOrdered ? one.position < other.position : one.precedence < other.precedence;
      const [winner, loser] = isFirst ? [one, other] : [other, one];
      // Where a third rule decides, the pairs with that one tell of it.
      const formula = isOrdered ? and([winner.counts, loser.holds]) : and([winner.decides, loser.counts]);
      const start: Box = {
        low: a.low.map((low, axis) => Math.max(low, b.low[axis] ?? 0)),
        high: a.high.map((high, axis) => Math.min(high, b.high[axis] ?? 0)),
        values: null,
      };
      if (isEmpty(start)) continue;
      const search = solve(space, formula, start, {
        steps: limits.steps / 20,
        found: 200,
        regions: maxRegions,
      });
      if (search.boxes.length === 0) continue;
      const found = cover(space, formula, search.boxes, { regions: maxRegions });
      const regions = [...found.regions].sort((x, y) => volume(y.box) - volume(x.box));
      overlaps.push({ winner, loser, isOrdered, regions, left: found.left + (search.isComplete ? 0 : 1) });
    }
  }
  return { overlaps, isComplete: true };
}
