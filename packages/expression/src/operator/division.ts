import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { strictValue } from '../missing/strict-behaviour.js';
import { divide, foldedColumn, remainder } from './number-column.js';
import { calculated, checkNumbers } from './number-operands.js';
import type { Operator } from './operator.js';
import { sentenceWords } from './sentence-words.js';

function divisorOf(node: OperationNode): ExpressionNode {
  return node.operands[1] ?? node;
}

/** `/` and `%`. The divisor must be known not to be 0; the remainder has the sign of the dividend, in every reader. */
function makeDivision(id: '/' | '%'): Operator {
  return {
    id,
    operandCount: { minimum: 2, maximum: 2 },
    check(node, context) {
      const types = checkNumbers(node, context);
      const [dividend, by] = types;
      const divisor = divisorOf(node);
      const isLiteral = divisor.kind === 'literal';
      if ((isLiteral && divisor.value === 0) || (!isLiteral && !context.isNonZero(divisor)))
        context.report('DIVISION_BY_ZERO', 1, {
          en: 'This may divide by 0. Divide by a fixed number, or only where the divisor is not 0: {"if": [{"!=": [divisor, 0]}, {"/": [..., divisor]}, null]}.',
          'zh-CN':
            '此处可能除以 0。请除以固定数值，或先判断除数不为 0：{"if": [{"!=": [除数, 0]}, {"/": [..., 除数]}, null]}。',
        });
      if (id === '%') {
        const isDecimal = isLiteral && typeof divisor.value === 'number' && !Number.isInteger(divisor.value);
        if (isDecimal || by?.exact === false)
          context.report('REMAINDER_OF_DECIMALS', 1, {
            en: 'A remainder is exact for whole numbers only. Divide by a whole number that is not calculated.',
            'zh-CN': '取余仅对整数精确，除数请使用直接给出的整数，不要使用计算结果。',
          });
        if (dividend?.exact === false)
          context.report('REMAINDER_OF_DECIMALS', 0, {
            en: 'The remainder of a calculated number can jump at its 16th digit, so it would differ between readers. Take the remainder of a value that is not calculated.',
            'zh-CN': '计算结果的第 16 位可能有误差，取余后在不同程序中会不一致。请对未经计算的值取余。',
          });
        return calculated(types, false, dividend?.unit, dividend?.type === 'duration');
      }
      // Days by a number are days; days by days are a number.
      const isMeasured = by?.unit !== undefined || by?.type === 'duration';
      return calculated(
        types,
        false,
        isMeasured ? undefined : dividend?.unit,
        !isMeasured && dividend?.type === 'duration',
      );
    },
    missing: strictValue(),
    javascript: (node, context) => `(${node.operands.map(context.emit).join(` ${id} `)})`,
    closure(node, context) {
      const [left, right] = node.operands.map(context.compose) as ((slots: unknown) => number)[];
      if (left === undefined || right === undefined) return () => null;
      return id === '/' ? (slots) => left(slots) / right(slots) : (slots) => left(slots) % right(slots);
    },
    column: (node, context) => foldedColumn(node.operands, context, id === '/' ? divide : remainder),
    sql(node, context) {
      const [left, right] = node.operands.map((operand) => context.emit(operand, 'number'));
      // PostgreSQL may compute operands before the test that guards them, so 0 must not fail here.
      return `(${left} ${id} ${divisorOf(node).kind === 'literal' ? right : `NULLIF(${right}, 0)`})`;
    },
    sentence: (node, context) => ({
      text: node.operands
        .map((operand, index) => context.words(operand, 6 + index))
        .join(` ${id === '/' ? '÷' : sentenceWords[context.language].remainder} `),
      strength: 6,
    }),
  };
}

export const divisions: readonly Operator[] = [makeDivision('/'), makeDivision('%')];
