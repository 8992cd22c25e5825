import { valueReferences } from '../../graph/value-references.js';
import { and, not, or, type Formula } from '../logic/formula.js';
import { solve, type SearchLimits } from '../space/solve.js';
import type { ProofRule, ProofSpace } from '../space/space.js';
import { hullOf } from './find-overlaps.js';

/** Whether a formula surely holds for nobody. */
function isNowhere(space: ProofSpace, formula: Formula, rule: ProofRule, limits: SearchLimits): boolean {
  const { effort } = space;
  const before = effort.isSampled;
  effort.isSampled = false;
  const search = solve(space, formula, hullOf(space, rule.holds), { ...limits, found: 1 });
  const isProved = search.boxes.length === 0 && search.isComplete && !effort.isSampled;
  effort.isSampled = before;
  return isProved;
}

/** What taking rules out does: `freed` are rows that they keep from deciding, `isSafe` when it is proved that nobody's tier changes. */
export interface Removal {
  readonly isSafe: boolean;
  readonly freed: readonly ProofRule[];
}

/**
 * What happens when rules go. One that never decides may still stand before rows of its table and keep them from counting, give its
 * table a value that other nodes read, or decide for subjects that have a tier already.
 */
export function removalOf(space: ProofSpace, removed: readonly ProofRule[], limits: SearchLimits): Removal {
  const { rules, document } = space;
  const steps = { ...limits, steps: Math.max(50_000, limits.steps / Math.max(1, rules.length)) };
  const gone = new Set(removed);
  const freed = rules.filter((row) => {
    const before = rules.filter(
      ({ nodeId, position }) => row.choice === 'first' && nodeId === row.nodeId && position < row.position,
    );
    const shields = before.filter((rule) => gone.has(rule));
    if (gone.has(row) || shields.length === 0) return false;
    const others = before.filter((rule) => !gone.has(rule));
    const better = rules.filter(({ precedence }) => precedence <= row.precedence);
    const changed = and([
      row.holds,
      or(shields.map(({ holds }) => holds)),
      not(or(others.map(({ holds }) => holds))),
      not(or(better.map(({ counts }) => counts))),
    ]);
    return !isNowhere(space, changed, row, steps);
  });
  const read = new Set(document.nodes.flatMap((node) => valueReferences(node)));
  const kinds = new Map(document.nodes.map(({ id, kind }) => [id, kind]));
  const isRead = (rule: ProofRule): boolean =>
    read.has(rule.nodeId) && kinds.get(rule.nodeId) !== 'condition';
  // A keep condition is no rule of these; everything else that looks at the tier of before decides for more than was proved.
  const text = JSON.stringify(document.nodes, (key, value: unknown) => (key === 'keep' ? undefined : value));
  const isSafe =
    freed.length === 0 &&
    !text.includes('"previous.') &&
    removed.every(
      (rule) =>
        isNowhere(space, rule.decides, rule, steps) &&
        (!isRead(rule) || isNowhere(space, rule.counts, rule, steps)),
    );
  return { isSafe, freed };
}
