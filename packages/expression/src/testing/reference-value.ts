import type { ExpressionNode } from '../ast/expression-node.js';
import { canonicalInstantText } from '../date-text.js';
import { namesOf } from '../operator/missing.js';
import { compareText } from '../text-order.js';
import { declarationOf, type InputDeclarations, type Scalar, type Value } from '../value-type.js';
import { Fraction } from './fraction.js';

type Row = Readonly<Record<string, Value>>;

/** A value while it is being computed: numbers are exact. */
type Exact = Fraction | string | boolean | null;

/** What numbers count as equal where one of them was calculated: docs/expression-semantics.md, section 4. */
function marginOf(value: Fraction): Fraction {
  const [least, relative] = [Fraction.ofNumber(7.3e-10), Fraction.ofNumber(4e-15).times(value.absolute())];
  return relative.compare(least) > 0 ? relative : least;
}

const isInstantText = (value: Exact): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** Negative, 0 or positive as `a` comes before, with or after `b`; `hasMargin` lets numbers that nearly agree be one. */
function compare(a: Exact, b: Exact, hasMargin: boolean): number {
  if (a instanceof Fraction && b instanceof Fraction) {
    if (hasMargin && a.minus(b).absolute().compare(marginOf(b)) <= 0) return 0;
    return a.compare(b);
  }
  if (isInstantText(a) && isInstantText(b))
    return Date.parse(canonicalInstantText(a) ?? a) - Date.parse(canonicalInstantText(b) ?? b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a) - Number(b);
}

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '===': (order) => order === 0,
  '!=': (order) => order !== 0,
  '!==': (order) => order !== 0,
};

const zero = Fraction.ofNumber(0);
const choose = (values: readonly Fraction[], sign: number): Fraction =>
  values.reduce((best, each) => (each.compare(best) * sign > 0 ? each : best));

const calculations: Readonly<Record<string, (values: readonly Fraction[]) => Fraction | null>> = {
  '+': (values) => values.reduce((a, b) => a.plus(b)),
  '-': ([a = zero, b]) => (b === undefined ? a.negated() : a.minus(b)),
  '*': (values) => values.reduce((a, b) => a.times(b)),
  '/': ([a = zero, b = zero]) => (b.compare(zero) === 0 ? null : a.dividedBy(b)),
  '%': ([a = zero, b = zero]) => (b.compare(zero) === 0 ? null : a.remainder(b)),
  min: (values) => choose(values, -1),
  max: (values) => choose(values, 1),
};
const roundsInOtherReaders = new Set(['+', '-', '*', '/', '%']);

/** Kleene's "all": false when one is false, else unknown when one is unknown. */
function all(values: readonly Exact[]): Exact {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

const opposite = (value: Exact): Exact => (value === null ? null : value !== true);
const exact = (value: Scalar): Exact => (typeof value === 'number' ? Fraction.ofNumber(value) : value);

/** Evaluates straight from the definition; everything is computed anew, nothing is clever. */
class Reference {
  readonly #row: Row;
  readonly #inputs: InputDeclarations;
  constructor(row: Row, inputs: InputDeclarations) {
    this.#row = row;
    this.#inputs = inputs;
  }

  /** The value of an input, or what stands in for it. */
  input(name: string): Scalar {
    const value = this.#row[name] ?? null;
    if (typeof value === 'object' && value !== null) throw new TypeError('a list has no value of its own');
    return value ?? declarationOf(this.#inputs, name)?.default ?? null;
  }

  /** Whether a number may differ from its decimal value in the last digits of a double. */
  wasCalculated(node: ExpressionNode): boolean {
    if (node.kind === 'variable') {
      const isCalculated = declarationOf(this.#inputs, node.name)?.exact === false;
      return isCalculated || (node.fallback !== null && this.wasCalculated(node.fallback));
    }
    if (node.kind !== 'operation') return false;
    if (roundsInOtherReaders.has(node.operator) && node.operands.length > 1) return true;
    // Of "if" the results, not the tests.
    const results =
      node.operator === 'if'
        ? node.operands.filter((_, index) => index % 2 === 1 || index === node.operands.length - 1)
        : node.operands;
    return results.some((operand) => this.wasCalculated(operand));
  }

  value(node: ExpressionNode): Exact {
    switch (node.kind) {
      case 'literal':
        return exact(node.value);
      case 'variable': {
        const value = this.input(node.name);
        return value === null && node.fallback !== null ? this.value(node.fallback) : exact(value);
      }
      case 'operation':
        return this.operation(node.operator, node.operands, node);
      default:
        throw new TypeError('a list has no value of its own');
    }
  }

  operation(operator: string, operands: readonly ExpressionNode[], node: ExpressionNode): Exact {
    const value = (index: number): Exact => {
      const operand = operands[index];
      return operand === undefined ? null : this.value(operand);
    };
    const values = (): Exact[] => operands.map((operand) => this.value(operand));
    switch (operator) {
      case 'missing':
        return node.kind === 'operation' && (namesOf(node) ?? []).some((name) => this.input(name) === null);
      case 'and':
        return all(values());
      case 'or':
        return opposite(all(values().map(opposite)));
      case '!':
        return opposite(value(0));
      case '!!':
        return value(0);
      case 'if': {
        let index = 0;
        for (; index + 1 < operands.length; index += 2) if (value(index) === true) return value(index + 1);
        return value(index);
      }
      case 'in':
        return this.isIn(operands);
    }
    const order = orders[operator];
    if (order !== undefined) return this.comparison(order, operands);
    const calculate = calculations[operator];
    if (calculate === undefined) throw new TypeError(`no definition of "${operator}"`);
    const numbers = values();
    return numbers.includes(null) ? null : calculate(numbers as Fraction[]);
  }

  comparison(order: (order: number) => boolean, operands: readonly ExpressionNode[]): Exact {
    return all(
      operands.slice(1).map((right, index) => {
        const left = operands[index] ?? right;
        const [a, b] = [this.value(left), this.value(right)];
        if (a === null || b === null) return null;
        return order(compare(a, b, this.wasCalculated(left) || this.wasCalculated(right)));
      }),
    );
  }

  isIn([needleNode, where]: readonly ExpressionNode[]): Exact {
    if (needleNode === undefined || where === undefined) return null;
    const needle = this.value(needleNode);
    if (where.kind === 'list') {
      if (needle === null) return null;
      const hasMargin = this.wasCalculated(needleNode);
      return where.items.some((item) => compare(needle, this.value(item), hasMargin) === 0);
    }
    const text = this.value(where);
    if (needle === null || text === null) return null;
    return String(text) !== '' && String(text).includes(String(needle));
  }
}

/**
 * The value of a source expression straight from its definition (docs/expression-semantics.md, sections 2 and 4):
 * three-valued, null is unknown, numbers are fractions. Slow and plain; what the compiler gives is held against it.
 */
export function referenceValue(node: ExpressionNode, row: Row, inputs: InputDeclarations): Scalar {
  const value = new Reference(row, inputs).value(node);
  return value instanceof Fraction ? value.toNumber() : value;
}
