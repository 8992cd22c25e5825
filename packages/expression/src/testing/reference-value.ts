import type { ExpressionNode } from '../ast/expression-node.js';
import { canonicalInstantText } from '../date-text.js';
import { namesOf } from '../operator/missing.js';
import { compareText } from '../text-order.js';
import { declarationOf, type InputDeclarations, type Scalar, type Value } from '../value-type.js';
import { Fraction } from './fraction.js';

type Row = Readonly<Record<string, Value>>;

/** A value while it is being computed: numbers are exact. */
type Exact = Fraction | string | boolean | null;
type ExactValue = Exact | readonly Exact[];

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

/** Whether any is known to hold; unknown when none is and one could. */
const any = (values: readonly Exact[]): Exact => opposite(all(values.map(opposite)));

const opposite = (value: Exact): Exact => (value === null ? null : value !== true);
const exact = (value: Scalar): Exact => (typeof value === 'number' ? Fraction.ofNumber(value) : value);
const isList = (value: ExactValue): value is readonly Exact[] => Array.isArray(value);

/** What names stand for: values of a row, or of an element. */
interface Scope {
  readonly value: (name: string) => ExactValue;
  readonly wasCalculated: (name: string) => boolean;
}

function scopeOfRow(row: Row, inputs: InputDeclarations): Scope {
  return {
    value(name) {
      const value = row[name] ?? null;
      if (typeof value === 'object' && value !== null) return value.map(exact);
      return exact(value ?? declarationOf(inputs, name)?.default ?? null);
    },
    wasCalculated: (name) => declarationOf(inputs, name)?.exact === false,
  };
}

/** Evaluates straight from the definition; everything is computed anew, nothing is clever. */
class Reference {
  readonly #scope: Scope;
  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Whether a number may differ from its decimal value in the last digits of a double. */
  wasCalculated(node: ExpressionNode): boolean {
    if (node.kind === 'list') return node.items.some((item) => this.wasCalculated(item));
    if (node.kind === 'variable')
      return (
        this.#scope.wasCalculated(node.name) || (node.fallback !== null && this.wasCalculated(node.fallback))
      );
    if (node.kind !== 'operation') return false;
    const { operator, operands } = node;
    const [source, body] = operands;
    if (operator === 'reduce') return true;
    if (operator === 'map' && source !== undefined && body !== undefined)
      return this.#inside({ '': null }, source).wasCalculated(body);
    if (roundsInOtherReaders.has(operator) && operands.length > 1) return true;
    // Of "if" the results, not the tests; of "filter" the list.
    const results =
      operator === 'if' || operator === '?:'
        ? operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1)
        : operator === 'filter'
          ? operands.slice(0, 1)
          : operands;
    return results.some((operand) => this.wasCalculated(operand));
  }

  /** The meaning of names inside the body of an operation over `source`. */
  #inside(values: Readonly<Record<string, Exact>>, source: ExpressionNode): Reference {
    const isCalculated = this.wasCalculated(source);
    return new Reference({
      value: (name) => values[name] ?? null,
      wasCalculated: (name) => isCalculated || name === 'accumulator',
    });
  }

  scalar(node: ExpressionNode | undefined): Exact {
    const value = node === undefined ? null : this.value(node);
    if (isList(value)) throw new TypeError('a list stands where a single value is needed');
    return value;
  }

  value(node: ExpressionNode): ExactValue {
    switch (node.kind) {
      case 'literal':
        return exact(node.value);
      case 'list':
        return node.items.map((item) => this.scalar(item));
      case 'variable': {
        const value = this.#scope.value(node.name);
        return value === null && node.fallback !== null ? this.value(node.fallback) : value;
      }
      case 'operation':
        return this.operation(node.operator, node.operands, node);
      default:
        throw new TypeError('a record has no value');
    }
  }

  operation(operator: string, operands: readonly ExpressionNode[], node: ExpressionNode): ExactValue {
    const value = (index: number): Exact => this.scalar(operands[index]);
    const values = (): Exact[] => operands.map((operand) => this.scalar(operand));
    switch (operator) {
      case 'missing':
        return (
          node.kind === 'operation' && (namesOf(node) ?? []).some((name) => this.#scope.value(name) === null)
        );
      case 'missing_some':
        return this.missingSome(operands);
      case 'and':
        return all(values());
      case 'or':
        return any(values());
      case '!':
        return opposite(value(0));
      case '!!':
        return value(0);
      case 'if':
      case '?:': {
        let index = 0;
        for (; index + 1 < operands.length; index += 2)
          if (value(index) === true) return this.value(operands[index + 1] as ExpressionNode);
        return this.value(operands[index] as ExpressionNode);
      }
      case 'in':
        return this.isIn(operands);
      case 'merge':
        return this.merge(operands);
      case 'cat': {
        const parts = values();
        return parts.includes(null) ? null : parts.join('');
      }
      case 'substr':
        return substr(values());
      case 'all':
      case 'some':
      case 'none':
      case 'filter':
      case 'map':
        return this.overElements(operator, operands);
      case 'reduce':
        return this.reduce(operands);
    }
    const order = orders[operator];
    if (order !== undefined) return this.comparison(order, operands);
    const calculate = calculations[operator];
    if (calculate === undefined) throw new TypeError(`no definition of "${operator}"`);
    const numbers = values();
    return numbers.includes(null) ? null : calculate(numbers as Fraction[]);
  }

  missingSome([needed, names]: readonly ExpressionNode[]): boolean {
    const wanted = names?.kind === 'list' ? names.items : [];
    const isMissing = wanted.map(
      (name) => this.#scope.value(name.kind === 'literal' ? String(name.value) : '') === null,
    );
    const present = isMissing.filter((each) => !each).length;
    const need = needed?.kind === 'literal' ? Number(needed.value) : 0;
    return present < need && isMissing.includes(true);
  }

  comparison(order: (order: number) => boolean, operands: readonly ExpressionNode[]): Exact {
    return all(
      operands.slice(1).map((right, index) => {
        const left = operands[index] ?? right;
        const [a, b] = [this.scalar(left), this.scalar(right)];
        if (a === null || b === null) return null;
        return order(compare(a, b, this.wasCalculated(left) || this.wasCalculated(right)));
      }),
    );
  }

  isIn([needleNode, where]: readonly ExpressionNode[]): Exact {
    if (needleNode === undefined || where === undefined) return null;
    const needle = this.scalar(needleNode);
    const found = this.value(where);
    if (needle === null || found === null) return null;
    if (isList(found)) {
      const hasMargin = this.wasCalculated(needleNode) || this.wasCalculated(where);
      return any(found.map((each) => (each === null ? null : compare(needle, each, hasMargin) === 0)));
    }
    return String(found) !== '' && String(found).includes(String(needle));
  }

  merge(operands: readonly ExpressionNode[]): ExactValue {
    const merged: Exact[] = [];
    for (const operand of operands) {
      const value = this.value(operand);
      // A missing list makes the whole missing, a missing single value is a missing element.
      if (isList(value)) merged.push(...value);
      else if (value === null && this.#isList(operand)) return null;
      else merged.push(value);
    }
    return merged;
  }

  #isList(node: ExpressionNode): boolean {
    if (node.kind === 'operation' && (node.operator === 'if' || node.operator === '?:'))
      return node.operands.some((operand, index) => index > 0 && this.#isList(operand));
    if (node.kind === 'operation') return ['filter', 'map', 'merge'].includes(node.operator);
    return node.kind === 'list' || (node.kind === 'variable' && node.name.length > 1);
  }

  overElements(operator: string, [source, body]: readonly ExpressionNode[]): ExactValue {
    if (source === undefined || body === undefined) return null;
    const elements = this.value(source);
    if (!isList(elements)) return null;
    const results = elements.map((element) => this.#inside({ '': element }, source).scalar(body));
    switch (operator) {
      case 'map':
        return results;
      case 'filter':
        return elements.filter((_, index) => results[index] === true);
      case 'some':
        return any(results);
      case 'none':
        return opposite(any(results));
      default:
        return elements.length === 0 ? false : all(results);
    }
  }

  reduce([source, body, initial]: readonly ExpressionNode[]): Exact {
    if (source === undefined || body === undefined) return null;
    const elements = this.value(source);
    if (!isList(elements)) return null;
    return elements.reduce(
      (accumulator, current) => this.#inside({ accumulator, current }, source).scalar(body),
      this.scalar(initial),
    );
  }
}

/** By characters, as PostgreSQL counts; nothing left is missing. */
function substr([text = null, start = null, length]: readonly Exact[]): Exact {
  if (text === null || start === null || length === null) return null;
  const characters = [...String(text)];
  const from = (start as Fraction).toNumber();
  const rest = characters.slice(from < 0 ? Math.max(0, characters.length + from) : from);
  const count = length === undefined ? rest.length : (length as Fraction).toNumber();
  const part = (count < 0 ? rest.slice(0, Math.max(0, rest.length + count)) : rest.slice(0, count)).join('');
  return part === '' ? null : part;
}

/**
 * The value of a source expression straight from its definition (docs/expression-semantics.md, sections 2 and 4):
 * three-valued, null is unknown, numbers are fractions. Slow and plain; what the compiler gives is held against it.
 */
export function referenceValue(node: ExpressionNode, row: Row, inputs: InputDeclarations): Scalar {
  const value = new Reference(scopeOfRow(row, inputs)).scalar(node);
  return value instanceof Fraction ? value.toNumber() : value;
}
