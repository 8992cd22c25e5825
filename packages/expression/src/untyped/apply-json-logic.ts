import type { ExpressionNode } from '../ast/expression-node.js';
import { ExpressionError } from '../issue.js';
import type { ExpressionLimits } from '../limits.js';
import { parseExpression } from '../parser/parse-expression.js';
import { Budget, refuse } from './budget.js';
import { evaluate } from './evaluate.js';

/**
 * Evaluates a parsed tree as untyped JSON Logic: with the conversions of json-logic-js 2.0.5, value for value. For a rule that is
 * evaluated many times, parse it once and call this.
 *
 * Three things differ on purpose: only own properties of `data` are read, `log` prints nothing, and an object in the data that looks
 * like an operation is never evaluated.
 * @param data - any JSON; it is not changed
 * @returns what JSON Logic gives, `undefined` where it gives that (`{"and": []}`)
 * @throws ExpressionError `TOO_MUCH_WORK`, `RESULT_TOO_LARGE`, `DATA_TOO_DEEP`, or `EVALUATION_FAILED` where json-logic-js throws too
 *   (`{"*": []}`)
 * @since 0.1.0
 */
export function evaluateUntyped(node: ExpressionNode, data?: unknown): unknown {
  try {
    return evaluate(node, data, new Budget());
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    // Converting data to text walks it natively, as deep as it is.
    if (error instanceof RangeError)
      refuse('DATA_TOO_DEEP', {
        en: 'The data is nested too deeply to be converted. Hand over flatter data.',
        'zh-CN': '数据嵌套过深，无法转换。请传入层级更少的数据。',
      });
    if (error instanceof TypeError)
      refuse('EVALUATION_FAILED', {
        en: `JSON Logic has no value for this: ${error.message}. Check that every operation has its operands.`,
        'zh-CN': `JSON Logic 无法得出结果：${error.message}。请检查每个运算的操作数是否齐全。`,
      });
    throw error;
  }
}

/**
 * Applies untyped JSON Logic to data, as `jsonLogic.apply` does: null counts as 0, texts become numbers, an empty list is false. For
 * rules of models, which must give one answer everywhere and promote nobody for a missing value, use the typed regime instead:
 * `checkExpression`, `writeOutMissing` and a target.
 * @param rule - JSON Logic, also hostile: depth, size and work are bounded
 * @param data - any JSON
 * @throws ExpressionError `INVALID_EXPRESSION` with every issue of {@link parseExpression}; else as {@link evaluateUntyped}
 * @example
 * applyJsonLogic({ '<': [{ var: 'temp' }, 110] }, { temp: 100 }); // true
 * @see https://jsonlogic.com
 * @since 0.1.0
 */
export function applyJsonLogic(rule: unknown, data?: unknown, limits?: Partial<ExpressionLimits>): unknown {
  const parsed = parseExpression(rule, limits);
  if (!parsed.ok) throw new ExpressionError('INVALID_EXPRESSION', 'the rule cannot be read', parsed.issues);
  return evaluateUntyped(parsed.node, data);
}
