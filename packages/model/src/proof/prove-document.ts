import { checkDocument } from '../check/check-document.js';
import type { ModelDocument } from '../document/model-document.js';
import { listWords, quotedName } from '../explain/words.js';
import { directionsOf } from './finding/direction.js';
import { findDeadRules, reportDead } from './finding/find-dead-rules.js';
import { findGaps } from './finding/find-gaps.js';
import { findNonMonotone } from './finding/find-non-monotone.js';
import { findOverlaps } from './finding/find-overlaps.js';
import { findWeights } from './finding/find-weights.js';
import { reportGaps } from './finding/report-gaps.js';
import { reportOverlaps } from './finding/report-overlaps.js';
import {
  findingKinds,
  type Finding,
  type FindingKind,
  type Proof,
  type ProofOptions,
  type ProofWords,
} from './proof.js';
import { applyRepair } from './repair/apply-repair.js';
import { withStandInCuts } from './space/stand-in-cuts.js';
import { ProofSpace } from './space/space.js';

const severities = { error: 0, warning: 1, info: 2 } as const;

function limited(
  findings: readonly Finding[],
  limit: number,
  more: Readonly<Partial<Record<FindingKind, number>>> = {},
): Pick<Proof, 'findings' | 'omitted'> {
  const counts = new Map<FindingKind, number>();
  const sorted = [...findings].sort((a, b) => severities[a.severity] - severities[b.severity]);
  const kept = sorted.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= limit;
  });
  return {
    findings: kept,
    omitted: Object.fromEntries(
      findingKinds
        .map((kind) => [kind, Math.max(0, (counts.get(kind) ?? 0) - limit) + (more[kind] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    ),
  };
}

function namesOf(document: ModelDocument, ids: readonly string[]): ProofWords {
  const names = (language: 'en' | 'zh-CN'): string =>
    listWords(
      ids.map((id) => quotedName(document, id, language)),
      language,
    );
  return { en: names('en'), 'zh-CN': names('zh-CN') };
}

/** The document with every weight set brought to 100 in proportion. */
function withBalancedWeights(document: ModelDocument): ModelDocument {
  const repair = findWeights(document).find((finding) => finding.repair !== null)?.repair ?? null;
  return repair === null ? document : withBalancedWeights(applyRepair(document, repair));
}

/**
 * Looks for everything that can be wrong with the rules of a document, over every value that its dimensions can have: gaps, overlaps,
 * rules that never decide, tiers nobody gets, values at which two rules meet or miss each other, weights that do not sum, better
 * values that give worse tiers. It is about the tier the rules give, before any lifecycle, to a subject that has none yet. Every subject
 * shown was computed by the same program that runs. Deterministic; work is bounded, and what went beyond is sampled and said so.
 * @returns findings, errors first; a document with errors of its own (see `checkDocument`) is only looked at for weights, and `notes` say so
 * @see docs/proof.md for what is proved, how, and where it ends
 * @since 0.1.0
 */
export function proveDocument(document: ModelDocument, options: ProofOptions = {}): Proof {
  const limit = options.limit ?? 50;
  const weights = findWeights(document);
  const notes: ProofWords[] = [];
  const balanced = withBalancedWeights(document);
  if (checkDocument(balanced).some(({ severity }) => severity === 'error'))
    return {
      ...limited(weights, limit),
      isExact: false,
      notes: [
        {
          en: 'The model has errors; correct them first, then its rules can be proved.',
          'zh-CN': '模型存在错误，请先修正，之后才能检查规则是否完备。',
        },
      ],
      boxes: 0,
      samples: 0,
    };
  if (weights.length > 0)
    notes.push({
      en: 'Everything else was looked at with the weights brought to 100% in proportion.',
      'zh-CN': '其余检查按比例调整到合计 100% 的权重进行。',
    });
  const { document: calibrated, nodes: standIns } = withStandInCuts(balanced);
  if (standIns.length > 0) {
    const names = namesOf(document, standIns);
    notes.push({
      en: `${names.en}: not calibrated yet, so cut points 1, 2, 3, … stand in for those of the population.`,
      'zh-CN': `${names['zh-CN']}尚未校准，检查时以 1、2、3…… 代替总体的分界点。`,
    });
  }
  const space = new ProofSpace(calibrated, options.seed ?? 1, options.generateCode);
  const limits = { steps: options.effort ?? 2_000_000, found: 1000, regions: limit };
  if (space.made.assumedPositive.length > 0) {
    const names = namesOf(document, space.made.assumedPositive);
    notes.push({
      en: `${names.en}: sums taken not to be below 0. Declare a minimum if refunds can exceed purchases.`,
      'zh-CN': `${names['zh-CN']}：假定合计不小于 0；如退款可能超过消费，请为维度设置最小值。`,
    });
  }
  if (space.made.searched.length > 0) {
    space.effort.isSampled = true;
    const names = namesOf(document, space.made.searched);
    notes.push({
      en: `${names.en}: rules look for parts of these texts, so only examples were tried.`,
      'zh-CN': `${names['zh-CN']}：规则按文本片段匹配，只检查了部分示例。`,
    });
  }
  const directions = directionsOf(space);
  const { overlaps, isComplete } = findOverlaps(space, limits);
  const gaps = findGaps(space, limits);
  const findings = [
    ...weights,
    ...reportGaps(space, gaps, directions),
    ...reportOverlaps(space, overlaps),
    ...reportDead(space, findDeadRules(space, limits), limits),
    ...findNonMonotone(space, directions, limits),
  ];
  const overlapsLeft = overlaps.reduce((sum, { isOrdered, left }) => sum + (isOrdered ? 0 : left), 0);
  const { boxes, samples, isSampled } = space.effort;
  const isExact = !isSampled && isComplete && standIns.length === 0;
  if (isSampled || !isComplete)
    notes.push({
      en: `Not every combination of values was settled (${samples} single subjects were tried instead), so a fault may be missing from the list.`,
      'zh-CN': `部分取值组合未能整体判定（抽样检查了 ${samples} 个对象），可能有遗漏。`,
    });
  return {
    ...limited(findings, limit, { ...gaps.left, overlap: overlapsLeft }),
    isExact,
    notes,
    boxes,
    samples,
  };
}
