import { list, literal, operation, variablesOf, type ExpressionNode } from '@terrace/expression';
import type { ModelDocument } from '../../document/model-document.js';
import type { ModelNode } from '../../document/node.js';
import { nodeSource } from '../../lowering/node-source.js';
import type { Axis } from '../space/axis.js';
import { compare, containsPart, missingOn, truthOf, type Comparator, type Verdict } from './comparison.js';
import type { Engine } from './engine.js';
import { and, choose, not, or, type Formula } from './formula.js';
import type { Work } from './simplify.js';
import { isOpaque, type Term } from './term.js';

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', 'min', 'max']);
const conditions: ReadonlySet<string> = new Set([
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '===',
  '!=',
  '!==',
  'and',
  'or',
  '!',
  '!!',
  'in',
  'missing',
]);

/** What is compared, and whether the sides change places or the answers do. */
const comparisons: Readonly<Record<string, { operator: Comparator; swap?: true; negate?: true }>> = {
  '<': { operator: '<' },
  '<=': { operator: '<=' },
  '>': { operator: '<', swap: true },
  '>=': { operator: '<=', swap: true },
  '==': { operator: '==' },
  '===': { operator: '==' },
  '!=': { operator: '==', negate: true },
  '!==': { operator: '==', negate: true },
};

function namesIn(node: ExpressionNode): string[] {
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  return node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [];
}

/**
 * Turns conditions over the values of nodes into formulas over the atoms of dimensions. Missing values are settled on the way: of every
 * condition it is known when it is true and when it is false. What is not understood here is asked of the engine, subject by subject.
 */
export class Compiler {
  readonly #axes: ReadonlyMap<string, Axis>;
  readonly #nodes: ReadonlyMap<string, ModelNode>;
  readonly #document: ModelDocument;
  readonly #engine: Engine;
  readonly #work: Work;
  readonly #terms = new Map<string, Term>();
  readonly #verdicts = new Map<string, Verdict>();
  readonly #supports = new Map<string, ReadonlySet<number>>();

  constructor(document: ModelDocument, axes: readonly Axis[], engine: Engine, work: Work) {
    this.#document = document;
    this.#axes = new Map(axes.map((axis) => [axis.id, axis]));
    this.#nodes = new Map(document.nodes.map((node) => [node.id, node]));
    this.#engine = engine;
    this.#work = work;
  }

  /** When `node` is true and when it is false. */
  verdict(node: ExpressionNode): Verdict {
    if (node.kind === 'literal') return { yes: node.value === true, no: node.value === false };
    if (node.kind === 'variable') return this.#verdictOfVariable(node);
    if (node.kind !== 'operation') return this.#ask(node);
    const { operator, operands } = node;
    const [first] = operands;
    switch (operator) {
      case 'and':
      case 'or': {
        const verdicts = operands.map((operand) => this.verdict(operand));
        const yes = verdicts.map((each) => each.yes);
        const no = verdicts.map((each) => each.no);
        return operator === 'and' ? { yes: and(yes), no: or(no) } : { yes: or(yes), no: and(no) };
      }
      case '!':
      case '!!': {
        if (first === undefined) return this.#ask(node);
        const { yes, no } = this.verdict(first);
        return operator === '!' ? { yes: no, no: yes } : { yes, no };
      }
      case 'if':
        return this.#verdictOfBranches(operands);
      case 'missing': {
        const yes = or(operands.flatMap(namesIn).map((name) => this.#missing(this.#termOfName(name), name)));
        return { yes, no: not(yes) };
      }
      case 'in':
        return this.#membership(node);
      default: {
        const comparison = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
        return comparison === undefined ? this.#ask(node) : this.#comparison(node, comparison);
      }
    }
  }

  #verdictOfVariable(node: Extract<ExpressionNode, { kind: 'variable' }>): Verdict {
    const known = node.fallback === null ? this.#verdicts.get(node.name) : undefined;
    if (known !== undefined) return known;
    const verdict = this.#truth(this.term(node)) ?? this.#ask(node);
    if (node.fallback === null) this.#verdicts.set(node.name, verdict);
    return verdict;
  }

  /** Of a term that is true, false or missing. */
  #truth(term: Term): Verdict | null {
    switch (term.kind) {
      case 'condition':
        return term;
      case 'constant':
        return { yes: term.value === true, no: term.value === false };
      case 'axis':
        return truthOf(term.axis);
      case 'choose': {
        const verdicts = [...term.values, term.otherwise].map((value) => this.#truth(value));
        if (verdicts.some((each) => each === null)) return null;
        const yes = verdicts.map((each) => each?.yes ?? false);
        const no = verdicts.map((each) => each?.no ?? false);
        return {
          yes: choose(term.tests, yes.slice(0, -1), yes.at(-1) ?? false),
          no: choose(term.tests, no.slice(0, -1), no.at(-1) ?? false),
        };
      }
      default:
        return null;
    }
  }

  #verdictOfBranches(operands: readonly ExpressionNode[]): Verdict {
    const tests: Formula[] = [];
    const results: Verdict[] = [];
    for (let index = 0; index + 1 < operands.length; index += 2) {
      tests.push(this.verdict(operands[index] ?? literal(null)).yes);
      results.push(this.verdict(operands[index + 1] ?? literal(null)));
    }
    const last = this.verdict(operands.length % 2 === 1 ? (operands.at(-1) ?? literal(null)) : literal(null));
    return {
      yes: choose(
        tests,
        results.map((each) => each.yes),
        last.yes,
      ),
      no: choose(
        tests,
        results.map((each) => each.no),
        last.no,
      ),
    };
  }

  #comparison(
    node: Extract<ExpressionNode, { kind: 'operation' }>,
    { operator, swap, negate }: { operator: Comparator; swap?: true; negate?: true },
  ): Verdict {
    const terms = node.operands.map((operand) => this.term(operand));
    if (terms.some(isOpaque)) return this.#ask(node);
    const axes = this.#axesOf(node);
    const verdicts: Verdict[] = [];
    for (let index = 0; index + 1 < terms.length; index += 1) {
      const sides = [terms[index], terms[index + 1]];
      const [a, b] = swap === true ? sides.reverse() : sides;
      const verdict = a === undefined || b === undefined ? null : compare(operator, a, b, axes, this.#work);
      if (verdict === null) return this.#ask(node);
      verdicts.push(negate === true ? { yes: verdict.no, no: verdict.yes } : verdict);
    }
    return { yes: and(verdicts.map((each) => each.yes)), no: or(verdicts.map((each) => each.no)) };
  }

  #membership(node: Extract<ExpressionNode, { kind: 'operation' }>): Verdict {
    const [needle, haystack] = node.operands;
    if (needle === undefined || haystack === undefined) return this.#ask(node);
    if (haystack.kind === 'list') {
      const verdicts = haystack.items.map((item) => this.verdict(operation('==', [needle, item])));
      return { yes: or(verdicts.map((each) => each.yes)), no: and(verdicts.map((each) => each.no)) };
    }
    const whole = this.term(haystack);
    if (needle.kind === 'literal' && typeof needle.value === 'string' && whole.kind === 'axis')
      return containsPart(whole.axis, needle.value);
    return this.#ask(node);
  }

  /** The value of `node`. */
  term(node: ExpressionNode): Term {
    switch (node.kind) {
      case 'literal':
        return { kind: 'constant', value: node.value };
      case 'variable': {
        const own = this.#termOfName(node.name);
        if (node.fallback === null) return own;
        return {
          kind: 'choose',
          tests: [this.#missing(own, node.name)],
          values: [this.term(node.fallback)],
          otherwise: own,
        };
      }
      case 'operation':
        return this.#termOfOperation(node);
      default:
        return { kind: 'opaque' };
    }
  }

  #termOfOperation(node: Extract<ExpressionNode, { kind: 'operation' }>): Term {
    const { operator, operands } = node;
    if (operator === 'if') {
      const tests: Formula[] = [];
      const values: Term[] = [];
      for (let index = 0; index + 1 < operands.length; index += 2) {
        tests.push(this.verdict(operands[index] ?? literal(null)).yes);
        values.push(this.term(operands[index + 1] ?? literal(null)));
      }
      const otherwise = this.term(
        operands.length % 2 === 1 ? (operands.at(-1) ?? literal(null)) : literal(null),
      );
      return tests.length === 0 ? otherwise : { kind: 'choose', tests, values, otherwise };
    }
    if (conditions.has(operator)) return { kind: 'condition', ...this.verdict(node) };
    if (!arithmetic.has(operator)) return { kind: 'opaque' };
    const terms = operands.map((operand) => this.term(operand));
    const [only] = terms;
    if (operator === '+' && terms.length === 1 && only !== undefined) return only;
    return terms.some(
      (term) => isOpaque(term) || (term.kind === 'constant' && typeof term.value === 'string'),
    )
      ? { kind: 'opaque' }
      : { kind: 'arithmetic', operator, operands: terms };
  }

  #termOfName(name: string): Term {
    const axis = this.#axes.get(name);
    if (axis !== undefined) return { kind: 'axis', axis };
    const known = this.#terms.get(name);
    if (known !== undefined) return known;
    const node = this.#nodes.get(name);
    const source = node === undefined ? null : nodeSource(node, this.#document);
    let term: Term = { kind: 'opaque' };
    if (source !== null && node?.kind === 'condition') {
      // Unknown inside a condition is settled at its border: it does not hold.
      const { yes } = this.verdict(source);
      term = { kind: 'condition', yes, no: not(yes) };
    } else if (source !== null) term = this.term(source);
    this.#terms.set(name, term);
    return term;
  }

  #missing(term: Term, name: string): Formula {
    switch (term.kind) {
      case 'constant':
        return term.value === null || term.value === '';
      case 'axis':
        return missingOn(term.axis);
      case 'condition':
        return not(or([term.yes, term.no]));
      case 'arithmetic':
        return or(term.operands.map((operand) => this.#missing(operand, name)));
      case 'choose':
        return choose(
          term.tests,
          term.values.map((value) => this.#missing(value, name)),
          this.#missing(term.otherwise, name),
        );
      case 'opaque':
        return this.#ask(operation('missing', [list([literal(name)])])).yes;
    }
  }

  /** Lets the engine decide, one subject at a time. */
  #ask(node: ExpressionNode): Verdict {
    const axes = this.#axesOf(node);
    const make = (asked: ExpressionNode): Formula => {
      const test = this.#engine.add(asked);
      return {
        kind: 'open',
        test: { axes, decide: (box) => (box.values === null ? -1 : test(box.values) ? 1 : 0) },
      };
    };
    return { yes: make(node), no: make(operation('!', [node])) };
  }

  /** Indexes of all axes that a value rests on. */
  #axesOf(node: ExpressionNode): number[] {
    return [...new Set(variablesOf(node).flatMap((name) => [...this.#supportOf(name)]))];
  }

  #supportOf(name: string): ReadonlySet<number> {
    const known = this.#supports.get(name);
    if (known !== undefined) return known;
    const axis = this.#axes.get(name);
    const node = this.#nodes.get(name);
    const source = axis === undefined && node !== undefined ? nodeSource(node, this.#document) : null;
    const support = new Set(axis !== undefined ? [axis.index] : source === null ? [] : this.#axesOf(source));
    this.#supports.set(name, support);
    return support;
  }
}
