import { literal } from '../ast/literal-node.js';
import { strictValue } from '../missing/strict-behaviour.js';
import { checkUnits } from './common-type.js';
import { add, foldedColumn, multiply, subtract, type NumberLoop } from './number-column.js';
import { allExact, anyDuration, calculated, checkNumbers, sharedUnit } from './number-operands.js';
import type { Closure, Operator } from './operator.js';

type NumberClosure = (slots: Parameters<Closure>[0]) => number;

interface Arithmetic {
  readonly id: '+' | '-' | '*';
  readonly symbol: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly strength: number;
  readonly apply: (a: number, b: number) => number;
  /** The same of two closures: the usual case, in one call. */
  readonly pair: (a: NumberClosure, b: NumberClosure) => Closure;
  /** The same over columns. */
  readonly loop: NumberLoop;
}

/** `+`, `-` and `*`; one operand of `+` is the number itself (JSON Logic's conversion), of `-` its negative. */
function makeArithmetic(arithmetic: Arithmetic): Operator {
  const { id, apply, pair, loop } = arithmetic;
  return {
    id,
    operandCount: { minimum: arithmetic.minimum, maximum: arithmetic.maximum },
    check(node, context) {
      const types = checkNumbers(node, context);
      // One operand is converted or negated, which is exact.
      if (types.length === 1)
        return calculated(types, allExact(types), sharedUnit(types), anyDuration(types));
      if (id !== '*') {
        checkUnits(types, context);
        return calculated(types, false, sharedUnit(types), anyDuration(types));
      }
      // A number of days times a factor is a number of days; days times yuan have no unit here.
      const measured = types.filter((typed) => typed.unit !== undefined || typed.type === 'duration');
      return measured.length > 1
        ? calculated(types, false, undefined, false)
        : calculated(types, false, sharedUnit(types), anyDuration(types));
    },
    missing: strictValue(),
    javascript(node, context) {
      const [first, ...others] = node.operands.map(context.emit);
      if (others.length === 0) return id === '-' ? `(-${first})` : `${first}`;
      // Spaces keep "a - -1" from becoming "a --1".
      return `(${[first, ...others].join(` ${id} `)})`;
    },
    closure(node, context): Closure {
      const [first, ...others] = node.operands.map(context.compose) as NumberClosure[];
      if (first === undefined) return () => null;
      if (others.length === 0) return id === '-' ? (slots) => -first(slots) : first;
      const [second] = others;
      if (second !== undefined && others.length === 1) return pair(first, second);
      return (slots) => {
        let result = first(slots);
        for (const other of others) result = apply(result, other(slots));
        return result;
      };
    },
    column(node, context) {
      const [only] = node.operands;
      if (node.operands.length > 1 || only === undefined) return foldedColumn(node.operands, context, loop);
      return id === '-' ? foldedColumn([literal(0), only], context, loop) : context.compose(only);
    },
    sql(node, context) {
      const [first, ...others] = node.operands.map((operand) => context.emit(operand, 'number'));
      if (others.length === 0) return id === '-' ? `(- ${first})` : `${first}`;
      return `(${[first, ...others].join(` ${id} `)})`;
    },
    sentence(node, context) {
      if (node.operands.length === 1) {
        const [only] = node.operands;
        const words = only === undefined ? '' : context.words(only, id === '-' ? 7 : arithmetic.strength);
        return { text: id === '-' ? `-${words}` : words, strength: id === '-' ? 6 : arithmetic.strength };
      }
      const words = node.operands.map((operand, index) =>
        context.words(operand, arithmetic.strength + (index === 0 ? 0 : 1)),
      );
      return { text: words.join(` ${arithmetic.symbol} `), strength: arithmetic.strength };
    },
  };
}

export const arithmetics: readonly Operator[] = [
  makeArithmetic({
    id: '+',
    symbol: '+',
    minimum: 1,
    maximum: Infinity,
    strength: 5,
    apply: (a, b) => a + b,
    pair: (a, b) => (slots) => a(slots) + b(slots),
    loop: add,
  }),
  makeArithmetic({
    id: '-',
    symbol: '-',
    minimum: 1,
    maximum: 2,
    strength: 5,
    apply: (a, b) => a - b,
    pair: (a, b) => (slots) => a(slots) - b(slots),
    loop: subtract,
  }),
  makeArithmetic({
    id: '*',
    symbol: '×',
    minimum: 2,
    maximum: Infinity,
    strength: 6,
    apply: (a, b) => a * b,
    pair: (a, b) => (slots) => a(slots) * b(slots),
    loop: multiply,
  }),
];
