import type { ExpressionNode } from '../ast/expression-node.js';
import { canonicalInstantText } from '../date-text.js';
import { namesOf } from '../operator/missing.js';
import { compareText } from '../text-order.js';
import type { Scalar } from '../value-type.js';

type Row = Readonly<Record<string, Scalar>>;

const isInstantText = (value: Scalar): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

function compare(a: Scalar, b: Scalar): number {
  if (isInstantText(a) && isInstantText(b))
    return Date.parse(canonicalInstantText(a) ?? a) - Date.parse(canonicalInstantText(b) ?? b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a) === Number(b) ? 0 : Number(a) < Number(b) ? -1 : 1;
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

const calculations: Readonly<Record<string, (values: readonly number[]) => number>> = {
  '+': (values) => values.reduce((a, b) => a + b, 0),
  '-': ([a = 0, b]) => (b === undefined ? -a : a - b),
  '*': (values) => values.reduce((a, b) => a * b, 1),
  '/': ([a = 0, b = 1]) => a / b,
  '%': ([a = 0, b = 1]) => a % b,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
};

/** Kleene's "all": false when one is false, else unknown when one is unknown. */
function all(values: readonly Scalar[]): Scalar {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

const opposite = (value: Scalar): Scalar => (value === null ? null : value !== true);

/**
 * The value of a source expression straight from its definition (docs/expression-semantics.md, section 2): three-valued, null
 * is unknown. Slow and plain; what the compiler gives is held against it.
 */
export function referenceValue(node: ExpressionNode, row: Row): Scalar {
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'list') throw new TypeError('a list has no value of its own');
  if (node.kind === 'variable') {
    const value = row[node.name] ?? null;
    return value === null && node.fallback !== null ? referenceValue(node.fallback, row) : value;
  }
  const { operator, operands } = node;
  const value = (index: number): Scalar => {
    const operand = operands[index];
    return operand === undefined ? null : referenceValue(operand, row);
  };
  const values = (): Scalar[] => operands.map((_, index) => value(index));
  switch (operator) {
    case 'missing':
      return (namesOf(node) ?? []).some((name) => (row[name] ?? null) === null);
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
    case 'in': {
      const where = operands[1];
      const needle = value(0);
      if (where?.kind === 'list') {
        if (needle === null) return null;
        return where.items.some((item) => compare(referenceValue(item, row), needle) === 0);
      }
      const text = value(1);
      if (needle === null || text === null) return null;
      return String(text) !== '' && String(text).includes(String(needle));
    }
  }
  const order = orders[operator];
  if (order !== undefined) {
    const compared = values();
    return all(
      compared.slice(1).map((right, index) => {
        const left = compared[index] ?? null;
        return left === null || right === null ? null : order(compare(left, right));
      }),
    );
  }
  const calculate = calculations[operator];
  if (calculate === undefined) throw new TypeError(`no definition of "${operator}"`);
  const numbers = values();
  return numbers.includes(null) ? null : calculate(numbers as number[]);
}
