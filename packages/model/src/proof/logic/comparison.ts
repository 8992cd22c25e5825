import type { Scalar } from '@terrace/expression';
import { isNumeric, numberOfText, representative, type Axis } from '../space/axis.js';
import { AtomSet } from './atom-set.js';
import { choose, not, type Formula, type OpenTest } from './formula.js';
import type { Work } from './simplify.js';
import { isInexact, isNumber, isUniform, rangeOf, type Term } from './term.js';

/** When a comparison is true, and when it is false; where a side is missing it is neither. */
export interface Verdict {
  readonly yes: Formula;
  readonly no: Formula;
}

export type Comparator = '<' | '<=' | '==';

/** Results of pushing a comparison into choices multiply; beyond this it is decided by ranges. */
const maxChoices = 4000;

const never: Verdict = { yes: false, no: false };

/** How far apart calculated numbers count as equal, as in what every reader runs (docs/expression-semantics.md, section 4). */
function marginAt(value: number): number {
  return Math.max(7.3e-10, 4e-15 * Math.abs(value));
}

function compareValues(
  operator: Comparator,
  a: number | string | boolean,
  b: number | string | boolean,
): boolean {
  if (operator === '==') return a === b;
  return operator === '<' ? a < b : a <= b;
}

function setVerdict(axis: Axis, test: (value: number | string | boolean) => boolean): Verdict {
  const answers = axis.atoms.map((atom) => {
    const value = representative(atom, axis.step);
    return value === null ? null : test(value);
  });
  const formula = (wanted: boolean): Formula => {
    const members = answers.map((answer) => answer === wanted);
    if (members.every((each) => !each)) return false;
    return members.every((each) => each) ? true : { kind: 'in', axis: axis.index, set: new AtomSet(members) };
  };
  return { yes: formula(true), no: formula(false) };
}

function withConstant(
  operator: Comparator,
  axis: Axis,
  constant: number | string | boolean,
  isAxisLeft: boolean,
): Verdict | null {
  const value =
    isNumeric(axis) && typeof constant === 'string' ? numberOfText(constant, axis.scale) : constant;
  if (typeof value === 'number' && (Number.isNaN(value) || !isNumeric(axis) || !isUniform(axis, value)))
    return null;
  // How texts are ordered among those that no rule names is not known.
  if (axis.scale === 'text' && (operator !== '==' || typeof value !== 'string')) return null;
  return setVerdict(axis, (each) =>
    isAxisLeft ? compareValues(operator, each, value) : compareValues(operator, value, each),
  );
}

function open(test: OpenTest): Formula {
  return { kind: 'open', test };
}

/** Compares ranges; `axes` are those that either side looks at. */
function byRanges(operator: Comparator, a: Term, b: Term, axes: readonly number[], work: Work): Verdict {
  const inexact = isInexact(a) || isInexact(b);
  const decide = (wanted: boolean): OpenTest['decide'] => {
    return (box) => {
      const left = rangeOf(a, box, work);
      const right = rangeOf(b, box, work);
      if (left.missing === 'always' || right.missing === 'always') return 0;
      const reference = right.low === right.high ? right.low : left.low === left.high ? left.low : 0;
      const margin = inexact ? marginAt(reference) : 0;
      // Calculated ends that differ in their last digits are the same end.
      const order = (one: number, other: number): number =>
        one === other || Math.abs(one - other) <= margin ? 0 : one - other;
      const up = order(left.high, right.low);
      const down = order(left.low, right.high);
      const isUpOpen = left.highOpen || right.lowOpen;
      const isDownOpen = left.lowOpen || right.highOpen;
      let isTrue: boolean;
      let isFalse: boolean;
      if (operator === '==') {
        isTrue = up <= 0 && down >= 0;
        isFalse = up < 0 || down > 0 || (up === 0 && isUpOpen) || (down === 0 && isDownOpen);
      } else {
        const isStrict = operator === '<';
        isTrue = up < 0 || (up === 0 && (!isStrict || isUpOpen));
        isFalse = down > 0 || (down === 0 && (isStrict || isDownOpen));
      }
      const [is, isNot] = wanted ? [isTrue, isFalse] : [isFalse, isTrue];
      if (isNot) return 0;
      return is && left.missing === 'never' && right.missing === 'never' ? 1 : -1;
    };
  };
  return { yes: open({ axes, decide: decide(true) }), no: open({ axes, decide: decide(false) }) };
}

function choices(term: Term): number {
  if (term.kind !== 'choose') return 1;
  return [...term.values, term.otherwise].reduce((sum, value) => sum + choices(value), 0);
}

function overChoices(
  term: Extract<Term, { kind: 'choose' }>,
  compare: (value: Term) => Verdict | null,
): Verdict | null {
  const verdicts: Verdict[] = [];
  for (const value of [...term.values, term.otherwise]) {
    const verdict = compare(value);
    if (verdict === null) return null;
    verdicts.push(verdict);
  }
  const last = verdicts.pop() ?? never;
  return {
    yes: choose(
      term.tests,
      verdicts.map((each) => each.yes),
      last.yes,
    ),
    no: choose(
      term.tests,
      verdicts.map((each) => each.no),
      last.no,
    ),
  };
}

/**
 * A comparison of two terms over boxes: settled for every atom where one dimension is compared with a constant, pushed into choices,
 * else decided by the ranges of numbers; null where only the engine can tell.
 */
export function compare(
  operator: Comparator,
  a: Term,
  b: Term,
  axes: readonly number[],
  work: Work,
): Verdict | null {
  if (choices(a) * choices(b) <= maxChoices) {
    if (a.kind === 'choose') return overChoices(a, (value) => compare(operator, value, b, axes, work));
    if (b.kind === 'choose') return overChoices(b, (value) => compare(operator, a, value, axes, work));
  }
  const constantOf = (term: Term): Scalar | undefined => (term.kind === 'constant' ? term.value : undefined);
  const left = constantOf(a);
  const right = constantOf(b);
  if (left === null || left === '' || right === null || right === '') return never;
  if (left !== undefined && right !== undefined) {
    const holds = compareValues(operator, left, right);
    return { yes: holds, no: !holds };
  }
  const byAtoms =
    a.kind === 'axis' && right !== undefined
      ? withConstant(operator, a.axis, right, true)
      : b.kind === 'axis' && left !== undefined
        ? withConstant(operator, b.axis, left, false)
        : null;
  if (byAtoms !== null) return byAtoms;
  // A dimension beside itself only asks whether it has a value.
  if (a.kind === 'axis' && b.kind === 'axis' && a.axis === b.axis) {
    const isThere = not(missingOn(a.axis));
    return operator === '<' ? { yes: false, no: isThere } : { yes: isThere, no: false };
  }
  if (operator === '==') {
    if (a.kind === 'condition' && typeof right === 'boolean') return right ? a : { yes: a.no, no: a.yes };
    if (b.kind === 'condition' && typeof left === 'boolean') return left ? b : { yes: b.no, no: b.yes };
  }
  return isNumber(a) && isNumber(b) ? byRanges(operator, a, b, axes, work) : null;
}

/** When the text of an axis contains `part`; the atoms of texts were made with such parts in mind. */
export function containsPart(axis: Axis, part: string): Verdict {
  return setVerdict(axis, (value) => part !== '' && typeof value === 'string' && value.includes(part));
}

/** When an axis is missing. */
export function missingOn(axis: Axis): Formula {
  const members = axis.atoms.map((atom) => atom.kind === 'missing');
  if (members.every((each) => !each)) return false;
  return members.every((each) => each) ? true : { kind: 'in', axis: axis.index, set: new AtomSet(members) };
}

/** When a boolean axis is true, and when false. */
export function truthOf(axis: Axis): Verdict {
  return setVerdict(axis, (value) => value === true);
}
