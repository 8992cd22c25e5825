import { simplify } from '../logic/simplify.js';
import type { Formula } from '../logic/formula.js';
import type { Finding } from '../proof.js';
import { firstValueAtom, type Axis } from '../space/axis.js';
import { copyBox, withRange, type Box } from '../space/box.js';
import { chooseCut, halve, samplesPerBox, type SearchLimits } from '../space/solve.js';
import type { ProofSpace } from '../space/space.js';
import { holdsBetween } from '../space/relation.js';
import { moved, type Direction } from './direction.js';
import { witnessOf, type CheckedSubject } from './witness.js';
import { beforeChinese, inBoth, innerName, quotedName } from '../../explain/words.js';
import { asSentence, quantityOf } from './words.js';
import { scalarOf } from '../space/axis.js';

/** What gives a tier, in order of precedence, and the ranks they give; the last entry is the fallback's. */
interface Outcome {
  readonly tests: readonly Formula[];
  readonly ranks: readonly number[];
}

/** The outcome of a box with everything settled that is the same all over it. */
function settle(space: ProofSpace, outcome: Outcome, box: Box): Outcome {
  const tests: Formula[] = [];
  const ranks: number[] = [];
  for (let index = 0; index < outcome.tests.length; index += 1) {
    const test = simplify(outcome.tests[index] ?? false, box, space.effort.work);
    if (test === false) continue;
    tests.push(test);
    ranks.push(outcome.ranks[index] ?? Infinity);
    if (test === true) break;
  }
  return { tests, ranks };
}

/** The outcome of a whole document. Where one table alone decides its rows stand for themselves: the first that holds has said it. */
function outcomeOf(space: ProofSpace): Outcome {
  const { rules, document } = space;
  const [first] = rules;
  const isOneTable = first?.choice === 'first' && rules.every((rule) => rule.nodeId === first.nodeId);
  const ordered = isOneTable ? [...rules].sort((a, b) => a.position - b.position) : rules;
  return {
    tests: [...ordered.map((rule) => (isOneTable ? rule.holds : rule.counts)), true],
    ranks: [...ordered.map((rule) => rule.rank), space.rankOf(document.fallback)],
  };
}

interface Pair {
  readonly worse: CheckedSubject;
  readonly better: CheckedSubject;
}

/** Two subjects alike but for one dimension, whose better value gives the worse tier; null where the engine sees none. */
function pairAt(space: ProofSpace, axis: Axis, from: number, to: number, box: Box): Pair | null {
  const subject = space.subjectIn(withRange(box, axis.index, from, from), false);
  if (subject === null) return null;
  const other = moved(space, subject, axis, to);
  if (other === null) return null;
  // Only this dimension may differ; what moved along for the sake of the others is put back where that can be.
  const values = (subject.values ?? []).map((value, index) =>
    index === axis.index ? (other.values?.[index] ?? null) : value,
  );
  const better: Box = { low: other.low, high: other.high, values };
  if (
    !space.feasibility.relations.every((relation) =>
      holdsBetween(relation, values[relation.first] ?? null, values[relation.second] ?? null),
    )
  )
    return null;
  const [before, after] = [space.verify(subject), space.verify(better)];
  if (space.rankOf(after.tier) <= space.rankOf(before.tier)) return null;
  return { worse: { subject, verification: before }, better: { subject: better, verification: after } };
}

/** Looks for a pair between two neighbouring atoms of an axis, `to` being the better one. */
function searchPair(
  space: ProofSpace,
  outcome: Outcome,
  axis: Axis,
  from: number,
  to: number,
  limits: SearchLimits,
): Pair | null {
  const { effort } = space;
  const end = effort.work.steps + limits.steps;
  let found: Pair | null = null;
  const box = copyBox(space.everything());
  box.low[axis.index] = from;
  box.high[axis.index] = from;
  const visit = (one: Outcome, other: Outcome): void => {
    if (found !== null || !space.feasibility.isPossible(box)) return;
    const shifted = withRange(box, axis.index, to, to);
    if (!space.feasibility.isPossible(shifted)) return;
    effort.boxes += 1;
    const before = settle(space, one, box);
    const after = settle(space, other, shifted);
    if (Math.max(...after.ranks) <= Math.min(...before.ranks)) return;
    const tests = [...before.tests, ...after.tests].filter((test) => typeof test !== 'boolean');
    const cut = tests.length === 0 || effort.work.steps > end ? null : chooseCut(space, tests, box);
    if (cut !== null && cut.axis !== axis.index) {
      halve(box, cut, () => visit(before, after));
      return;
    }
    if (tests.length === 0) {
      found = pairAt(space, axis, from, to, box);
      return;
    }
    effort.isSampled = true;
    for (let index = 0; index < samplesPerBox && found === null; index += 1) {
      const subject = space.subjectIn(box, true);
      if (subject === null) return;
      effort.samples += 1;
      found = pairAt(space, axis, from, to, { ...subject, values: null });
    }
  };
  visit(outcome, outcome);
  return found;
}

/**
 * For every number dimension one pair of subjects, alike but for that dimension, of whom the one with the better value gets the
 * worse tier. Neighbouring atoms are enough: what never falls from one to the next never falls at all.
 */
export function findNonMonotone(
  space: ProofSpace,
  directions: ReadonlyMap<number, Direction | null>,
  limits: SearchLimits,
): Finding[] {
  const outcome = outcomeOf(space);
  const { document } = space;
  const findings: Finding[] = [];
  for (const [index, direction] of directions) {
    const axis = space.axes[index];
    if (axis === undefined || direction === null) continue;
    const first = firstValueAtom(axis);
    const steps = { ...limits, steps: limits.steps / (axis.atoms.length * 2) };
    let pair: Pair | null = null;
    for (let atom = first; atom + 1 < axis.atoms.length && pair === null; atom += 1) {
      const [from, to] = direction.better === 'higher' ? [atom, atom + 1] : [atom + 1, atom];
      pair = searchPair(space, outcome, axis, from, to, steps);
    }
    if (pair === null) continue;
    const { worse, better } = pair;
    findings.push({
      kind: 'nonMonotone',
      severity: direction.isDeclared ? 'warning' : 'info',
      message: asSentence(
        inBoth((language) => {
          const name = innerName(axis, language);
          const value = (each: CheckedSubject): string =>
            quantityOf(
              scalarOf(each.subject.values?.[index] ?? null, axis.scale) as number | string,
              axis,
              language,
            );
          const tier = (each: CheckedSubject): string =>
            quotedName(document, each.verification.tier, language);
          const isHigher = direction.better === 'higher';
          return language === 'en'
            ? `${name}: a ${isHigher ? 'higher' : 'lower'} value can lower the tier: ${value(worse)} gives ${tier(worse)}, ${value(better)} gives ${tier(better)}, all else being equal.`
            : `${name}${isHigher ? '更高' : '更低'}反而可能降低层级：其他条件相同时，${beforeChinese(value(worse))}得到${tier(worse)}，${beforeChinese(value(better))}却得到${tier(better)}。`;
        }),
      ),
      rules: [...new Set([...worse.verification.holding, ...better.verification.holding])],
      nodes: [axis.id],
      region: null,
      witnesses: [witnessOf(space, worse), witnessOf(space, better)],
      repair: null,
    });
  }
  return findings;
}
