import { exclusionRepair } from '../repair/exclusion-repair.js';
import { moveUpperEnd } from '../repair/move-end.js';
import type { Finding, ProofWords, Repair } from '../proof.js';
import { firstValueAtom, isNumeric, scalarOf, type Axis } from '../space/axis.js';
import type { FoundBox } from '../space/solve.js';
import type { ProofRule, ProofSpace } from '../space/space.js';
import { moved } from './direction.js';
import type { Overlap } from './find-overlaps.js';
import { regionOf } from './region.js';
import { findWitness, witnessOf, type CheckedSubject } from './witness.js';
import {
  afterChinese,
  beforeChinese,
  inBoth,
  isWords,
  leadingName,
  quotedName,
} from '../../explain/words.js';
import { asSentence, limitOf, quantityOf, ruleName, ruleNames } from './words.js';

/** Why the winner wins. */
function reason(space: ProofSpace, { winner, loser, isOrdered }: Overlap): ProofWords {
  const { document } = space;
  if (isOrdered) return { en: 'it stands first', 'zh-CN': '排列在前' };
  const declared = document.priority?.includes(winner.tier) ?? false;
  return declared
    ? { en: 'its tier has priority', 'zh-CN': '其层级优先' }
    : {
        en: `rank ${winner.rank} comes before rank ${loser.rank}`,
        'zh-CN': `级别 ${winner.rank} 高于级别 ${loser.rank}`,
      };
}

/** A single value of a dimension at which one rule ends and the other begins. */
interface Edge {
  readonly axis: Axis;
  readonly value: number;
  readonly lower: ProofRule;
  readonly upper: ProofRule;
}

/** The edge that an overlap is, if it is one: below it only one rule holds, above it only the other. */
function edgeOf(
  space: ProofSpace,
  { winner, loser }: Overlap,
  region: FoundBox,
  found: CheckedSubject,
): Edge | null {
  for (const axis of space.axes) {
    const atom = region.box.low[axis.index] ?? 0;
    const each = axis.atoms[atom];
    if (
      !isNumeric(axis) ||
      atom !== region.box.high[axis.index] ||
      each?.kind !== 'number' ||
      each.low !== each.high
    )
      continue;
    if (atom - 1 < firstValueAtom(axis)) continue;
    const [below, above] = [atom - 1, atom + 1].map((index) => {
      const subject = moved(space, found.subject, axis, index);
      const holding = subject === null ? [] : space.verify(subject).holding;
      return [winner, loser].filter((rule) => holding.includes(rule.code));
    });
    const [lower, moreBelow] = below ?? [];
    const [upper, moreAbove] = above ?? [];
    if (lower === undefined || upper === undefined || moreBelow !== undefined || moreAbove !== undefined)
      continue;
    if (lower !== upper) return { axis, value: each.low, lower, upper };
  }
  return null;
}

function edgeFinding(
  space: ProofSpace,
  overlap: Overlap,
  edge: Edge,
): { message: ProofWords; repair: Repair | null } {
  const { document } = space;
  const { axis, value, lower, upper } = edge;
  const point = scalarOf(value, axis.scale) as number | string;
  const edits = moveUpperEnd(document, lower, axis, value, { value, isIncluded: false });
  const message = inBoth((language) => {
    const names = ruleNames(document, lower, upper, language);
    const tier = quotedName(document, overlap.winner.tier, language);
    const at = isWords(leadingName(axis, language), quantityOf(point, axis, language), language);
    return language === 'en'
      ? `${at}: this value belongs to both ${names}; ${tier} wins, because ${reason(space, overlap).en}.`
      : `${at}：${names}都包含这个值，结果为${tier}（${reason(space, overlap)['zh-CN']}）。`;
  });
  const words = inBoth((language) => {
    const name = ruleName(document, lower, language);
    const end = quantityOf(point, axis, language);
    const below = limitOf('<', point, axis, language);
    return language === 'en'
      ? `Change the upper end of ${name} to “${below}”, so that ${end} belongs to ${ruleName(document, upper, language)} alone.`
      : `将${name}的上限改为“${below}”，使${beforeChinese(afterChinese(end))}只属于${ruleName(document, upper, language)}。`;
  });
  return { message, repair: edits === null ? null : { words, ...edits } };
}

/** Overlaps as findings: the order of a table settles its own (info), else the tiers do, which somebody should know of (warning). */
export function reportOverlaps(space: ProofSpace, overlaps: readonly Overlap[]): Finding[] {
  const { document, axes } = space;
  return overlaps.flatMap((overlap) => {
    const { winner, loser, isOrdered } = overlap;
    const codes = [winner.code, loser.code];
    const findings: Finding[] = [];
    for (const each of isOrdered ? overlap.regions.slice(0, 1) : overlap.regions) {
      const found = findWitness(space, each, ({ holding }) => codes.every((code) => holding.includes(code)));
      if (found === null) continue;
      const region = regionOf(axes, each.box);
      const base = {
        severity: isOrdered ? 'info' : 'warning',
        rules: codes,
        nodes: [winner.tier, loser.tier],
        region,
        witnesses: [witnessOf(space, found)],
      } as const;
      const edge = edgeOf(space, overlap, each, found);
      if (edge !== null) {
        findings.push({ ...base, kind: 'sharedEdge', ...edgeFinding(space, overlap, edge) });
        continue;
      }
      const others = overlap.regions.length - 1;
      const message = inBoth((language) => {
        const names = ruleNames(document, winner, loser, language);
        const tier = quotedName(document, winner.tier, language);
        const why = reason(space, overlap)[language];
        const more =
          isOrdered && others > 0
            ? language === 'en'
              ? ` (and in ${others} more ${others === 1 ? 'region' : 'regions'})`
              : `，另有 ${others} 处`
            : '';
        return language === 'en'
          ? `${region.words.en}: both ${names} hold; ${tier} wins, because ${why}${more}.`
          : `${region.words['zh-CN']}：${names}同时成立，结果为${tier}（${why}${more}）。`;
      });
      findings.push({
        ...base,
        kind: 'overlap',
        message: asSentence(message),
        repair: isOrdered ? null : exclusionRepair(document, winner, loser),
      });
    }
    return findings;
  });
}
