import { strictValue } from '../missing/strict-behaviour.js';
import { checkUnits } from './common-type.js';
import { foldedColumn, larger, smaller } from './number-column.js';
import { allExact, anyDuration, calculated, checkNumbers, sharedUnit } from './number-operands.js';
import type { Closure, Operator } from './operator.js';
import { sentenceWords } from './sentence-words.js';

/** `min` and `max` of numbers. Missing when any operand is: the smallest of what happens to be known is not the smallest. */
function makeExtreme(id: 'min' | 'max', sql: string): Operator {
  const pick = id === 'min' ? Math.min : Math.max;
  return {
    id,
    operandCount: { minimum: 1, maximum: Infinity },
    check(node, context) {
      const types = checkNumbers(node, context);
      checkUnits(types, context);
      return calculated(types, allExact(types), sharedUnit(types), anyDuration(types));
    },
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
    column(node, context) {
      const [only] = node.operands;
      if (node.operands.length === 1 && only !== undefined) return context.compose(only);
      return foldedColumn(node.operands, context, id === 'min' ? smaller : larger);
    },
    sql: (node, context) =>
      `${sql}(${node.operands.map((operand) => context.emit(operand, 'number')).join(', ')})`,
    sentence(node, context) {
      const parts = node.operands.map((operand) => context.words(operand, 5));
      const word = sentenceWords[context.language][id === 'min' ? 'smallest' : 'largest'];
      const text =
        context.language === 'en' ? `${word} (${parts.join(', ')})` : `${word}（${parts.join('、')}）`;
      return { text, strength: 7 };
    },
  };
}

export const extremes: readonly Operator[] = [makeExtreme('min', 'LEAST'), makeExtreme('max', 'GREATEST')];
