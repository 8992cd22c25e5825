import { variablesOf } from '@terrace/expression';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { expressionWords } from '../../explain/expression-words.js';
import { leadingReadWords, readWords } from '../../explain/read-words.js';
import { inBoth, leadingName } from '../../explain/words.js';
import type { FormulaNode } from './formula-node.js';
import { readFormula } from './lower-formula.js';

/** "Average order is 400: amount / orders (amount is 1,200, orders is 3)." */
export function explainFormula(node: FormulaNode, context: ExplainContext): NodeExplanation {
  const hasValue = (context.values.get(node.id) ?? null) !== null;
  const source = readFormula(node);
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      const formula = expressionWords(source, context.nodes, language);
      const read = readWords(variablesOf(source), context, language);
      const none = `${leadingName(node, language)}${isEnglish ? ' has no value' : '没有值'}`;
      const result = hasValue ? leadingReadWords(node.id, context, language) : none;
      if (isEnglish) return `${result}: ${formula}${read === '' ? '' : ` (${read})`}.`;
      return `${result}：${formula}${read === '' ? '' : `（${read}）`}。`;
    }),
  };
}
