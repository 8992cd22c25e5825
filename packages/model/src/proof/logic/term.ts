import type { Scalar } from '@terrace/expression';
import { holdsNumber, isNumeric, numberOfText, type Axis } from '../space/axis.js';
import type { Box } from '../space/box.js';
import type { Formula } from './formula.js';
import { memoOf } from './range-memo.js';
import { simplify, type Work } from './simplify.js';

/** A value as the proof understands it; `opaque` is one that only the engine itself can compute. */
export type Term =
  | { readonly kind: 'constant'; readonly value: Scalar }
  | { readonly kind: 'axis'; readonly axis: Axis }
  | {
      readonly kind: 'choose';
      readonly tests: readonly Formula[];
      readonly values: readonly Term[];
      readonly otherwise: Term;
    }
  | { readonly kind: 'arithmetic'; readonly operator: string; readonly operands: readonly Term[] }
  | { readonly kind: 'condition'; readonly yes: Formula; readonly no: Formula }
  | { readonly kind: 'opaque' };

/** Numbers that a term can be in a box: from `low` to `high`, an end being open where it is only come near to. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** Whether there is no value: never, somewhere, everywhere. */
  readonly missing: 'never' | 'maybe' | 'always';
}

const nowhere: Range = { low: Infinity, high: -Infinity, lowOpen: false, highOpen: false, missing: 'always' };
const anywhere: Range = { low: -Infinity, high: Infinity, lowOpen: true, highOpen: true, missing: 'maybe' };

export function isOpaque(term: Term): boolean {
  switch (term.kind) {
    case 'opaque':
      return true;
    case 'choose':
      return [...term.values, term.otherwise].some(isOpaque);
    case 'arithmetic':
      return term.operands.some(isOpaque);
    default:
      return false;
  }
}

/** Whether the value was calculated, so that it may differ in its last digits from what decimals give. */
export function isInexact(term: Term): boolean {
  if (term.kind === 'choose') return [...term.values, term.otherwise].some(isInexact);
  return term.kind === 'arithmetic';
}

/** Whether the term is a number wherever it is anything. */
export function isNumber(term: Term): boolean {
  switch (term.kind) {
    case 'constant':
      return term.value === null || typeof term.value === 'number';
    case 'axis':
      return isNumeric(term.axis);
    case 'choose':
      return [...term.values, term.otherwise].every(isNumber);
    case 'arithmetic':
      return term.operands.every(isNumber);
    default:
      return false;
  }
}

function point(value: number): Range {
  return { low: value, high: value, lowOpen: false, highOpen: false, missing: 'never' };
}

function union(a: Range, b: Range): Range {
  const missing = a.missing === b.missing ? a.missing : 'maybe';
  if (a.missing === 'always') return { ...b, missing };
  if (b.missing === 'always') return { ...a, missing };
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    lowOpen: a.low === b.low ? a.lowOpen && b.lowOpen : a.low < b.low ? a.lowOpen : b.lowOpen,
    highOpen: a.high === b.high ? a.highOpen && b.highOpen : a.high > b.high ? a.highOpen : b.highOpen,
    missing,
  };
}

function rangeOfAxis(axis: Axis, box: Box): Range {
  if (box.values !== null) {
    const value = box.values[axis.index] ?? null;
    if (value === null || value === '') return nowhere;
    return point(typeof value === 'number' ? value : numberOfText(String(value), axis.scale));
  }
  let range = nowhere;
  const [from, to] = [box.low[axis.index] ?? 0, box.high[axis.index] ?? 0];
  for (const index of from === to ? [from] : [from, from + 1, to]) {
    const atom = axis.atoms[index];
    if (atom?.kind === 'missing' && index !== from) continue;
    const next: Range =
      atom?.kind === 'number'
        ? {
            low: atom.low,
            high: atom.high,
            lowOpen: !atom.lowClosed,
            highOpen: !atom.highClosed,
            missing: 'never',
          }
        : nowhere;
    range = index === from ? next : union(range, next);
  }
  return range;
}

/** Product that leaves 0 × infinity at 0, as it is for every finite number on the way there. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function product(a: Range, b: Range): Range {
  const corners = [
    { value: times(a.low, b.low), open: (a.lowOpen && b.low !== 0) || (b.lowOpen && a.low !== 0) },
    { value: times(a.low, b.high), open: (a.lowOpen && b.high !== 0) || (b.highOpen && a.low !== 0) },
    { value: times(a.high, b.low), open: (a.highOpen && b.low !== 0) || (b.lowOpen && a.high !== 0) },
    { value: times(a.high, b.high), open: (a.highOpen && b.high !== 0) || (b.highOpen && a.high !== 0) },
  ];
  const low = Math.min(...corners.map((each) => each.value));
  const high = Math.max(...corners.map((each) => each.value));
  return {
    low,
    high,
    lowOpen: corners.every((each) => each.value !== low || each.open),
    highOpen: corners.every((each) => each.value !== high || each.open),
    missing: 'never',
  };
}

function apply(operator: string, a: Range, b: Range): Range {
  switch (operator) {
    case '+':
      return {
        low: a.low + b.low,
        high: a.high + b.high,
        lowOpen: a.lowOpen || b.lowOpen,
        highOpen: a.highOpen || b.highOpen,
        missing: 'never',
      };
    case '-':
      return apply('+', a, {
        low: -b.high,
        high: -b.low,
        lowOpen: b.highOpen,
        highOpen: b.lowOpen,
        missing: 'never',
      });
    case '*':
      return product(a, b);
    case '/':
      return b.low === b.high && b.low !== 0 ? divided(a, b.low) : anywhere;
    case 'min':
      return negated(apply('max', negated(a), negated(b)));
    case 'max':
      return {
        low: Math.max(a.low, b.low),
        high: Math.max(a.high, b.high),
        lowOpen: a.low === b.low ? a.lowOpen || b.lowOpen : a.low > b.low ? a.lowOpen : b.lowOpen,
        highOpen: a.high === b.high ? a.highOpen && b.highOpen : a.high > b.high ? a.highOpen : b.highOpen,
        missing: 'never',
      };
    default:
      return anywhere;
  }
}

function divided(a: Range, by: number): Range {
  const range = { ...a, low: a.low / by, high: a.high / by };
  return by > 0
    ? range
    : { ...range, low: range.high, high: range.low, lowOpen: a.highOpen, highOpen: a.lowOpen };
}

function negated(a: Range): Range {
  return { low: -a.high, high: -a.low, lowOpen: a.highOpen, highOpen: a.lowOpen, missing: a.missing };
}

function rangeOfChoice(term: Extract<Term, { kind: 'choose' }>, box: Box, work: Work): Range {
  let range: Range | null = null;
  for (let index = 0; index < term.tests.length; index += 1) {
    const test = simplify(term.tests[index] ?? false, box, work);
    if (test === false) continue;
    const value = rangeOf(term.values[index] ?? term.otherwise, box, work);
    range = range === null ? value : union(range, value);
    if (test === true) return range;
  }
  const last = rangeOf(term.otherwise, box, work);
  return range === null ? last : union(range, last);
}

function rangeOfArithmetic(term: Extract<Term, { kind: 'arithmetic' }>, box: Box, work: Work): Range {
  const ranges = term.operands.map((operand) => rangeOf(operand, box, work));
  if (ranges.some((range) => range.missing === 'always')) return nowhere;
  const missing = ranges.some((range) => range.missing === 'maybe') ? 'maybe' : 'never';
  const [first, ...others] = ranges;
  if (first === undefined) return anywhere;
  if (others.length === 0) return term.operator === '-' ? negated(first) : first;
  return { ...others.reduce((sum, each) => apply(term.operator, sum, each), first), missing };
}

/** Counted for a range that is remembered: the box around it costs time as before, and the bound on steps is to mean the same time. */
const stepsSpared = 40;

/** Every number the term can be in the box, and maybe more; exactly its number for a single subject. */
export function rangeOf(term: Term, box: Box, work: Work): Range {
  work.steps += 1;
  switch (term.kind) {
    case 'constant':
      return typeof term.value === 'number' ? point(term.value) : nowhere;
    case 'axis':
      return rangeOfAxis(term.axis, box);
    case 'choose':
    case 'arithmetic': {
      const memo = memoOf(term);
      const known = memo.recall(box);
      if (known === null)
        return memo.keep(
          box,
          term.kind === 'choose' ? rangeOfChoice(term, box, work) : rangeOfArithmetic(term, box, work),
        );
      work.steps += stepsSpared;
      return known;
    }
    default:
      return anywhere;
  }
}

/** Whether every value of an axis' atom is on the same side of `value`, itself included. */
export function isUniform(axis: Axis, value: number): boolean {
  return axis.atoms.every(
    (atom) =>
      atom.kind !== 'number' ||
      atom.low === atom.high ||
      !holdsNumber(atom, value) ||
      (axis.step !== null && !isOnGrid(value, axis.step)),
  );
}

function isOnGrid(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-9;
}
