import { gapRepair } from '../repair/gap-repair.js';
import { edgeRepair } from '../repair/edge-repair.js';
import type { Finding } from '../proof.js';
import { firstValueAtom, isNumeric } from '../space/axis.js';
import type { Box } from '../space/box.js';
import { moved, type Direction } from './direction.js';
import type { Gaps } from './find-gaps.js';
import { regionOf } from './region.js';
import { findWitness, witnessOf } from './witness.js';
import { inBoth, quotedName } from '../../explain/words.js';
import { asSentence } from './words.js';
import type { ProofSpace } from '../space/space.js';

/** Atoms away from a region at which its neighbours are looked for. */
const maxReach = 6;

type Directions = ReadonlyMap<number, Direction | null>;

/** Tiers of subjects right outside a region, on the worse and on the better side of its dimensions. */
function tiersBeside(
  space: ProofSpace,
  box: Box,
  subject: Box,
  directions: Directions,
): { readonly worse: readonly string[]; readonly better: readonly string[] } {
  const worse: string[] = [];
  const better: string[] = [];
  for (const axis of space.axes) {
    if (!isNumeric(axis) || (box.low[axis.index] ?? 0) < firstValueAtom(axis)) continue;
    const isLowBetter = directions.get(axis.index)?.better === 'lower';
    const sides = [
      { start: (box.low[axis.index] ?? 0) - 1, step: -1 },
      { start: (box.high[axis.index] ?? 0) + 1, step: 1 },
    ];
    sides.forEach(({ start, step }, side) => {
      for (let atom = start; Math.abs(atom - start) < maxReach; atom += step) {
        const beside = moved(space, subject, axis, atom);
        if (beside === null) return;
        const verification = space.verify(beside);
        if (verification.holding.length === 0) continue;
        ((side === 0) !== isLowBetter ? worse : better).push(verification.tier);
        return;
      }
    });
  }
  const byRank = (a: string, b: string): number => space.rankOf(a) - space.rankOf(b);
  return { worse: worse.sort(byRank), better: better.sort((a, b) => byRank(b, a)) };
}

/** The worst tier there is; below it nobody can fall by mistake. */
function isWorst(space: ProofSpace, tier: string): boolean {
  return [...space.tiers.values()].every((each) => each.rank <= space.rankOf(tier));
}

/**
 * Gaps as findings. Falling into the fallback tier is what that tier is for, as long as it is the worst and nobody who is worse off gets
 * more (info); else a gap is a warning. That something is missing never lifts anybody, so a gap of missing values is for
 * information, too.
 */
export function reportGaps(space: ProofSpace, gaps: Gaps, directions: Directions): Finding[] {
  const { document, axes } = space;
  const { fallback } = document;
  const nobody = (verification: { readonly holding: readonly string[] }): boolean =>
    verification.holding.length === 0;
  const findings: Finding[] = [];
  for (const edge of gaps.edges) {
    const found = findWitness(space, edge, nobody);
    if (found === null) continue;
    const region = regionOf(axes, edge.box);
    const beside = [edge.atom - 1, edge.atom + 1].flatMap((atom) => {
      const neighbour = moved(space, found.subject, edge.axis, atom);
      return neighbour === null ? [] : space.verify(neighbour).holding;
    });
    const codes = [...new Set(beside)];
    findings.push({
      kind: 'missingEdge',
      severity: 'warning',
      message: asSentence(
        inBoth((language) =>
          language === 'en'
            ? `${region.words.en}: between two rules, covered by neither; such subjects become ${quotedName(document, fallback, language)}.`
            : `${region.words['zh-CN']}：恰好落在两条规则之间，都不覆盖，归入${quotedName(document, fallback, language)}。`,
        ),
      ),
      rules: codes,
      nodes: [edge.axis.id],
      region,
      witnesses: [witnessOf(space, found)],
      repair:
        edgeRepair(space, edge.axis, edge.atom, codes) ??
        gapRepair(
          space,
          region,
          tiersBeside(space, edge.box, found.subject, directions).worse[0] ?? fallback,
        ),
    });
  }
  for (const gap of gaps.regions) {
    const found = findWitness(space, gap, nobody);
    if (found === null) continue;
    const region = regionOf(axes, gap.box);
    const isMissing = region.parts.some((part) => part.kind === 'missing');
    const { worse, better } = tiersBeside(space, gap.box, found.subject, directions);
    const isPassed = worse.some((tier) => space.rankOf(tier) < space.rankOf(fallback));
    const isMeant = isMissing || (isWorst(space, fallback) && !isPassed);
    const suggestion = isMeant ? fallback : (worse[0] ?? better[0] ?? fallback);
    const [passed] = worse;
    findings.push({
      kind: 'gap',
      severity: isMeant ? 'info' : 'warning',
      message: asSentence(
        inBoth((language) => {
          const name = quotedName(document, fallback, language);
          if (language === 'en') {
            const more =
              isPassed && passed !== undefined
                ? `, though a worse value gives ${quotedName(document, passed, language)}`
                : '';
            return `${region.words.en}: no rule covers this; such subjects become ${name}${more}.`;
          }
          const more =
            isPassed && passed !== undefined
              ? `，而条件更差时反而能得到${quotedName(document, passed, language)}`
              : '';
          return `${region.words['zh-CN']}：没有规则覆盖，归入${name}${more}。`;
        }),
      ),
      rules: [],
      nodes: [fallback],
      region,
      witnesses: [witnessOf(space, found)],
      repair: gapRepair(space, region, suggestion),
    });
  }
  return findings;
}
