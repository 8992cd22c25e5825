import type { Formula } from '../logic/formula.js';
import { removeRules, removeTier } from '../repair/removal.js';
import type { Finding, ProofWords } from '../proof.js';
import { solve, type SearchLimits } from '../space/solve.js';
import type { ProofRule, ProofSpace } from '../space/space.js';
import { hullOf } from './find-overlaps.js';
import { inBoth, listWords, quotedName } from '../../explain/words.js';
import { ruleName } from './words.js';

/** Why a rule decides for nobody: no subject fulfils it, rules before it in its table take all, or better tiers do. */
export type Death = 'impossible' | 'shadowed' | 'outranked';

/** A rule that decides for nobody, and the rules that take its subjects. */
export interface DeadRule {
  readonly rule: ProofRule;
  readonly death: Death;
  readonly by: readonly ProofRule[];
}

/** Subjects of a rule that are looked at to name the rules that take them. */
const namedSubjects = 40;

function takers(space: ProofSpace, rule: ProofRule, candidates: readonly ProofRule[]): ProofRule[] {
  const found = new Set<ProofRule>();
  const search = solve(space, rule.holds, hullOf(space, rule.holds), {
    steps: 200_000,
    found: namedSubjects,
    regions: 0,
  });
  for (const each of search.boxes) {
    const subject = each.subject ?? space.subjectIn(each.box);
    const taker =
      subject === null ? undefined : candidates.find(({ counts }) => space.holdsFor(counts, subject));
    if (taker !== undefined) found.add(taker);
  }
  return [...found].sort((a, b) => a.index - b.index);
}

function isSomewhere(space: ProofSpace, formula: Formula, rule: ProofRule, limits: SearchLimits): boolean {
  const search = solve(space, formula, hullOf(space, rule.holds), { ...limits, found: 8 });
  return search.boxes.length > 0 || !search.isComplete;
}

/** The rules that decide for nobody. */
export function findDeadRules(space: ProofSpace, limits: SearchLimits): DeadRule[] {
  const { rules } = space;
  return rules.flatMap((rule): DeadRule[] => {
    const steps = { ...limits, steps: Math.max(50_000, limits.steps / Math.max(1, rules.length)) };
    const above = rules.filter((other) => other.precedence < rule.precedence && other.nodeId !== rule.nodeId);
    const siblings = rules.filter(
      (other) =>
        other.nodeId === rule.nodeId &&
        other !== rule &&
        (rule.choice === 'first' ? other.position < rule.position : other.precedence < rule.precedence),
    );
    const better = [...above, ...(rule.choice === 'first' ? [] : siblings)];
    if (isSomewhere(space, rule.decides, rule, steps)) return [];
    if (!isSomewhere(space, rule.holds, rule, steps)) return [{ rule, death: 'impossible', by: [] }];
    if (rule.choice === 'first' && !isSomewhere(space, rule.counts, rule, steps))
      return [
        {
          rule,
          death: 'shadowed',
          by: takers(
            space,
            rule,
            siblings.sort((a, b) => a.position - b.position),
          ),
        },
      ];
    return [{ rule, death: 'outranked', by: takers(space, rule, better) }];
  });
}

function deathWords(space: ProofSpace, { rule, death, by }: DeadRule): ProofWords {
  const { document } = space;
  return inBoth((language) => {
    const name = ruleName(document, rule, language);
    const others = listWords(
      by.slice(0, 4).map((other) => ruleName(document, other, language)),
      language,
    );
    if (language === 'en') {
      if (death === 'impossible')
        return `${name} never holds: its conditions contradict each other or what its dimensions can be.`;
      return death === 'shadowed'
        ? `${name} never decides: whoever fulfils it is taken by ${others} before.`
        : `${name} never decides: whoever fulfils it gets a tier that comes first, by ${others}.`;
    }
    if (death === 'impossible') return `${name}永远不会成立：条件互相矛盾，或超出维度可能的取值。`;
    return death === 'shadowed'
      ? `${name}永远不会生效：符合它的对象都已被前面的${others}匹配。`
      : `${name}永远不会生效：符合它的对象都会因${others}得到更优先的层级。`;
  });
}

/** Rules that decide for nobody, and tiers that nobody gets, as findings. */
export function reportDead(space: ProofSpace, dead: readonly DeadRule[]): Finding[] {
  const { document } = space;
  const rules = dead.map((each): Finding => {
    const edits = removeRules(document, [each.rule]);
    const words = inBoth((language) =>
      language === 'en'
        ? `Remove ${ruleName(document, each.rule, language)}.`
        : `删除${ruleName(document, each.rule, language)}。`,
    );
    return {
      kind: 'deadRule',
      severity: 'warning',
      message: deathWords(space, each),
      rules: [each.rule.code, ...each.by.map(({ code }) => code)],
      nodes: [each.rule.nodeId],
      region: null,
      witnesses: [],
      repair: edits === null ? null : { words, ...edits },
    };
  });
  const deadRules = new Set(dead.map(({ rule }) => rule));
  const tiers = [...space.tiers.values()].flatMap((tier): Finding[] => {
    const own = space.rules.filter((rule) => rule.tier === tier.id);
    if (tier.id === document.fallback || own.some((rule) => !deadRules.has(rule))) return [];
    const edits = removeTier(document, tier.id, own);
    return [
      {
        kind: 'unreachableTier',
        severity: 'warning',
        message: inBoth((language) => {
          const name = quotedName(document, tier.id, language);
          if (language === 'en')
            return own.length === 0
              ? `Nobody gets ${name}: no rule leads to it.`
              : `Nobody gets ${name}: none of its rules ever decides.`;
          return own.length === 0
            ? `没有对象会进入${name}：没有规则通向它。`
            : `没有对象会进入${name}：通向它的规则都不会生效。`;
        }),
        rules: own.map(({ code }) => code),
        nodes: [tier.id],
        region: null,
        witnesses: [],
        repair:
          edits === null
            ? null
            : {
                words: inBoth((language) =>
                  language === 'en'
                    ? `Remove the tier ${quotedName(document, tier.id, language)} and what leads to it.`
                    : `删除层级${quotedName(document, tier.id, language)}及通向它的规则。`,
                ),
                ...edits,
              },
      },
    ];
  });
  return [...rules, ...tiers];
}
