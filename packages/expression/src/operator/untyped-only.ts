import type { BilingualText } from '../issue.js';
import { noNames } from '../missing/build.js';
import type { Operator } from './operator.js';

function unreachable(id: string): never {
  throw new TypeError(`"${id}" has no typed meaning; checkExpression reports it`);
}

/**
 * Part of JSON Logic that `applyJsonLogic` evaluates and that has no meaning over declared inputs, where it is an issue.
 */
function untypedOnly(id: string, code: string, message: BilingualText): Operator {
  const refuse = () => unreachable(id);
  return {
    id,
    operandCount: { minimum: 0, maximum: Infinity },
    check(_node, context) {
      context.report(code, null, message);
      return { type: 'unknown', nullable: true };
    },
    missing: {
      needs: () => noNames,
      presence: refuse,
      holds: refuse,
      bare: refuse,
      value: refuse,
    },
    javascript: refuse,
    closure: refuse,
    sql: refuse,
    sentence: (node, context) => ({
      text: `${id}(${node.operands.map((operand) => context.words(operand, 0)).join(', ')})`,
      strength: 7,
    }),
  };
}

/** `log`, and `var` with anything but a name written out. */
export const untypedOnlyOperators: readonly Operator[] = [
  untypedOnly('log', 'LOG_NOT_ALLOWED', {
    en: '"log" writes to a console, which a rule has none of. Remove it and keep what it wraps.',
    'zh-CN': '“log”用于向控制台输出，规则中不能使用。请删除它，只保留其中的内容。',
  }),
  untypedOnly('var', 'VARIABLE_NAME_EXPECTED', {
    en: '"var" takes the name of a dimension or field written out, for example {"var": "recency"}.',
    'zh-CN': '“var”需要直接写出维度或字段的名称，例如 {"var": "recency"}。',
  }),
];
