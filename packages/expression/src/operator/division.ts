import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { strictValue } from '../missing/strict-behaviour.js';
import { checkNumbers } from './number-operands.js';
import type { Operator } from './operator.js';

function divisorOf(node: OperationNode): ExpressionNode {
  return node.operands[1] ?? node;
}

/** `/` and `%`. The divisor must be known not to be 0; the remainder has the sign of the dividend, in every reader. */
function makeDivision(id: '/' | '%', symbol: string): Operator {
  return {
    id,
    operandCount: { minimum: 2, maximum: 2 },
    check(node, context) {
      const typed = checkNumbers(node, context);
      const divisor = divisorOf(node);
      const isLiteral = divisor.kind === 'literal';
      if ((isLiteral && divisor.value === 0) || (!isLiteral && !context.isNonZero(divisor)))
        context.report('DIVISION_BY_ZERO', 1, {
          en: 'This may divide by 0. Divide by a fixed number, or only where the divisor is not 0: {"if": [{"!=": [divisor, 0]}, {"/": [..., divisor]}, null]}.',
          'zh-CN':
            '此处可能除以 0。请除以固定数值，或先判断除数不为 0：{"if": [{"!=": [除数, 0]}, {"/": [..., 除数]}, null]}。',
        });
      if (id === '%' && isLiteral && typeof divisor.value === 'number' && !Number.isInteger(divisor.value))
        context.report('REMAINDER_OF_DECIMALS', 1, {
          en: 'A remainder is exact for whole numbers only. Use a whole divisor.',
          'zh-CN': '取余仅对整数精确，请使用整数作为除数。',
        });
      return typed;
    },
    missing: strictValue(),
    javascript: (node, context) => `(${node.operands.map(context.emit).join(` ${id} `)})`,
    closure(node, context) {
      const [left, right] = node.operands.map(context.compose) as ((slots: unknown) => number)[];
      if (left === undefined || right === undefined) return () => null;
      return id === '/' ? (slots) => left(slots) / right(slots) : (slots) => left(slots) % right(slots);
    },
    sql(node, context) {
      const [left, right] = node.operands.map((operand) => context.emit(operand, 'number'));
      // PostgreSQL may compute operands before the test that guards them, so 0 must not fail here.
      return `(${left} ${id} ${divisorOf(node).kind === 'literal' ? right : `NULLIF(${right}, 0)`})`;
    },
    sentence: (node, context) => ({
      text: node.operands.map((operand, index) => context.words(operand, 6 + index)).join(` ${symbol} `),
      strength: 6,
    }),
  };
}

export const divisions: readonly Operator[] = [makeDivision('/', '÷'), makeDivision('%', 'mod')];
