import { and, not, or, type Formula } from '../logic/formula.js';
import { removeRules, removeTier } from '../repair/removal.js';
import type { Finding, ProofWords } from '../proof.js';
import { dive } from '../space/dive.js';
import { solve, type SearchLimits } from '../space/solve.js';
import type { ProofRule, ProofSpace } from '../space/space.js';
import type { Box } from '../space/box.js';
import { hullOf } from './find-overlaps.js';
import { removalOf, type Removal } from './freed-rules.js';
import { inBoth, listWords, quotedName } from '../../explain/words.js';
import { asSentence, ruleName } from './words.js';

/** Why a rule decides for nobody: no subject fulfils it, rules before it in its table take all, or better tiers do. */
export type Death = 'impossible' | 'shadowed' | 'outranked';

/** A rule that decides for nobody, and the rules that take its subjects. */
export interface DeadRule {
  readonly rule: ProofRule;
  readonly death: Death;
  readonly by: readonly ProofRule[];
}

/** Rules that are looked for before it is enough to name. */
const maxTakers = 24;

/** Rules that together take everybody for whom `rule` holds, none of them without need. */
function takers(
  space: ProofSpace,
  rule: ProofRule,
  candidates: readonly ProofRule[],
  limits: SearchLimits,
): ProofRule[] {
  const hull = hullOf(space, rule.holds);
  /** Somebody for whom the rule holds, and none of `others`. */
  const left = (others: readonly ProofRule[]): Box | null => {
    const formula = and([rule.holds, not(or(others.map(({ holds }) => holds)))]);
    const [found] = solve(space, formula, hull, { ...limits, found: 1 }).boxes;
    return found === undefined ? null : (found.subject ?? space.subjectIn(found.box));
  };
  let found: ProofRule[] = [];
  for (let subject = left([]); subject !== null && found.length < maxTakers; subject = left(found)) {
    const someone = subject;
    const taker = candidates.find((each) => !found.includes(each) && space.holdsFor(each.counts, someone));
    if (taker === undefined) break;
    found.push(taker);
  }
  if (found.length > 1 && left(found) === null)
    for (const each of [...found]) {
      const others = found.filter((other) => other !== each);
      if (left(others) === null) found = others;
    }
  return found.sort((a, b) => a.index - b.index);
}

/** Whether the formula holds for somebody, or may for all that is known. */
function isSomewhere(space: ProofSpace, formula: Formula, rule: ProofRule, limits: SearchLimits): boolean {
  const hull = hullOf(space, rule.holds);
  if (dive(space, formula, hull) !== null) return true;
  const search = solve(space, formula, hull, { ...limits, found: 8 });
  return search.boxes.length > 0 || !search.isComplete || search.isCutShort;
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
            steps,
          ),
        },
      ];
    return [{ rule, death: 'outranked', by: takers(space, rule, [...better, ...siblings], steps) }];
  });
}

/** What is added where removing a rule would let others decide. */
function freedWords(space: ProofSpace, { freed }: Removal): ProofWords {
  return inBoth((language) => {
    if (freed.length === 0) return '';
    const names = listWords(
      freed.map((rule) => ruleName(space.document, rule, language)),
      language,
    );
    return language === 'en'
      ? ` It is not to be removed as it is: it keeps ${names} from deciding.`
      : `不能直接删除：它使${names}不对这些对象生效。`;
  });
}

const joined = (first: ProofWords, second: ProofWords): ProofWords => ({
  en: first.en + second.en,
  'zh-CN': first['zh-CN'] + second['zh-CN'],
});

function deathWords(space: ProofSpace, { rule, death, by }: DeadRule): ProofWords {
  const { document } = space;
  return inBoth((language) => {
    const name = ruleName(document, rule, language);
    const others = listWords(
      by.map((other) => ruleName(document, other, language)),
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
export function reportDead(space: ProofSpace, dead: readonly DeadRule[], limits: SearchLimits): Finding[] {
  const { document } = space;
  const rules = dead.map((each): Finding => {
    const removal = removalOf(space, [each.rule], limits);
    const edits = removal.isSafe ? removeRules(document, [each.rule]) : null;
    const words = inBoth((language) =>
      language === 'en'
        ? `Remove ${ruleName(document, each.rule, language)}.`
        : `删除${ruleName(document, each.rule, language)}。`,
    );
    return {
      kind: 'deadRule',
      severity: 'warning',
      message: asSentence(joined(deathWords(space, each), freedWords(space, removal))),
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
    const removal = removalOf(space, own, limits);
    const edits = removal.isSafe ? removeTier(document, tier.id, own) : null;
    return [
      {
        kind: 'unreachableTier',
        severity: 'warning',
        message: joined(
          inBoth((language) => {
            const name = quotedName(document, tier.id, language);
            if (language === 'en')
              return own.length === 0
                ? `Nobody gets ${name}: no rule leads to it.`
                : `Nobody gets ${name}: none of its rules ever decides.`;
            return own.length === 0
              ? `没有对象会进入${name}：没有规则通向它。`
              : `没有对象会进入${name}：通向它的规则都不会生效。`;
          }),
          freedWords(space, removal),
        ),
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
