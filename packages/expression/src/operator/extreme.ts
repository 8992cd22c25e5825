import { strictValue } from '../missing/strict-behaviour.js';
import { checkNumbers } from './number-operands.js';
import type { Closure, Operator } from './operator.js';

/** `min` and `max` of numbers. Missing when any operand is: the smallest of what happens to be known is not the smallest. */
function makeExtreme(
  id: 'min' | 'max',
  sql: string,
  words: { readonly en: string; readonly 'zh-CN': string },
): Operator {
  const pick = id === 'min' ? Math.min : Math.max;
  return {
    id,
    operandCount: { minimum: 1, maximum: Infinity },
    check: checkNumbers,
    missing: strictValue(),
    javascript: (node, context) => `Math.${id}(${node.operands.map(context.emit).join(', ')})`,
    closure(node, context) {
      const parts = node.operands.map(context.compose) as ((slots: Parameters<Closure>[0]) => number)[];
      return (slots) => {
        let result = parts[0]?.(slots) ?? 0;
        for (let index = 1; index < parts.length; index += 1)
          result = pick(result, parts[index]?.(slots) ?? 0);
        return result;
      };
    },
    sql: (node, context) =>
      `${sql}(${node.operands.map((operand) => context.emit(operand, 'number')).join(', ')})`,
    sentence(node, context) {
      const parts = node.operands.map((operand) => context.words(operand, 5));
      return context.language === 'en'
        ? { text: `the ${words.en} of ${parts.join(', ')}`, strength: 7 }
        : { text: `${parts.join('、')}中的${words['zh-CN']}`, strength: 7 };
    },
  };
}

export const extremes: readonly Operator[] = [
  makeExtreme('min', 'LEAST', { en: 'smallest', 'zh-CN': '最小值' }),
  makeExtreme('max', 'GREATEST', { en: 'largest', 'zh-CN': '最大值' }),
];
