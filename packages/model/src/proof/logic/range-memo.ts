import type { Scalar } from '@terrace/expression';
import type { Box } from '../space/box.js';
import type { Formula } from './formula.js';
import type { Range, Term } from './term.js';

function addAxesOfFormula(formula: Formula, axes: Set<number>): void {
  if (typeof formula === 'boolean') return;
  switch (formula.kind) {
    case 'in':
      axes.add(formula.axis);
      return;
    case 'open':
      for (const axis of formula.test.axes) axes.add(axis);
      return;
    case 'not':
      addAxesOfFormula(formula.operand, axes);
      return;
    case 'choose':
      for (const each of [...formula.tests, ...formula.values, formula.otherwise])
        addAxesOfFormula(each, axes);
      return;
    default:
      for (const each of formula.operands) addAxesOfFormula(each, axes);
  }
}

function addAxesOfTerm(term: Term, axes: Set<number>): void {
  switch (term.kind) {
    case 'axis':
      axes.add(term.axis.index);
      return;
    case 'choose':
      for (const test of term.tests) addAxesOfFormula(test, axes);
      for (const each of [...term.values, term.otherwise]) addAxesOfTerm(each, axes);
      return;
    case 'arithmetic':
      for (const operand of term.operands) addAxesOfTerm(operand, axes);
      return;
    case 'condition':
      addAxesOfFormula(term.yes, axes);
      addAxesOfFormula(term.no, axes);
      return;
    default:
  }
}

/**
 * The last range of a term, and the box it was asked for as far as the term looks at it. All thresholds of one score ask about the same box one
 * after the other, and the next box differs on one axis, which most parts of a score do not look at.
 */
class RangeMemo {
  readonly #axes: readonly number[];
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  #values: readonly Scalar[] | null = null;
  #range: Range | null = null;

  constructor(term: Term) {
    const axes = new Set<number>();
    addAxesOfTerm(term, axes);
    this.#axes = [...axes];
    this.#low = new Int32Array(axes.size);
    this.#high = new Int32Array(axes.size);
  }

  /** Of the last box, if `box` is the same where the term looks. */
  recall(box: Box): Range | null {
    if (this.#range === null || this.#values !== box.values) return null;
    for (let index = 0; index < this.#axes.length; index += 1) {
      const axis = this.#axes[index] ?? 0;
      if (this.#low[index] !== box.low[axis] || this.#high[index] !== box.high[axis]) return null;
    }
    return this.#range;
  }

  keep(box: Box, range: Range): Range {
    for (let index = 0; index < this.#axes.length; index += 1) {
      const axis = this.#axes[index] ?? 0;
      this.#low[index] = box.low[axis] ?? 0;
      this.#high[index] = box.high[axis] ?? 0;
    }
    this.#values = box.values;
    this.#range = range;
    return range;
  }
}

const memos = new WeakMap<Term, RangeMemo>();

/** The memo of a term, which lives as long as the term. */
export function memoOf(term: Term): RangeMemo {
  let memo = memos.get(term);
  if (memo === undefined) {
    memo = new RangeMemo(term);
    memos.set(term, memo);
  }
  return memo;
}
