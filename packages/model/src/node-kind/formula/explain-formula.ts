import { sentenceOf, variablesOf } from '@terrace/expression';
import type { Language } from '../../document/localized-text.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { afterChinese, inBoth, innerName, leadingName, unitOf, valueWords } from '../../explain/words.js';
import type { FormulaNode } from './formula-node.js';
import { readFormula } from './lower-formula.js';

/** What the formula read, for example "amount is 1,200, orders is 3 times". */
function readWords(node: FormulaNode, context: ExplainContext, language: Language): string {
  const items = variablesOf(readFormula(node)).map((id) => {
    const read = context.nodes.get(id);
    const name = read === undefined ? id : innerName(read, language);
    const value = context.values.get(id) ?? null;
    if (value === null || value === '') return language === 'en' ? `${name} is missing` : `${name}缺失`;
    const words = valueWords(value, language, { unit: unitOf(read), isNumber: context.numbers.has(id) });
    return language === 'en' ? `${name} is ${words}` : `${name}为${afterChinese(words)}`;
  });
  return items.join(language === 'en' ? ', ' : '，');
}

/** "Average order is 400: amount ÷ orders (amount is 1,200, orders is 3 times)." */
export function explainFormula(node: FormulaNode, context: ExplainContext): NodeExplanation {
  const value = context.values.get(node.id) ?? null;
  const source = readFormula(node);
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const names = Object.fromEntries(
        variablesOf(source).map((id) => {
          const read = context.nodes.get(id);
          return [id, read === undefined ? { en: id } : { [language]: innerName(read, language) }];
        }),
      );
      const formula = sentenceOf(source, names, language);
      const read = readWords(node, context, language);
      const name = leadingName(node, language);
      const isEnglish = language === 'en';
      const options = { unit: node.unit, isNumber: node.valueType === 'number' };
      const words = valueWords(value, language, options);
      const known = isEnglish ? `is ${words}` : `为${afterChinese(words)}`;
      const none = isEnglish ? 'has no value' : '没有值';
      const result = value === null ? none : known;
      if (isEnglish) return `${name} ${result}: ${formula}${read === '' ? '' : ` (${read})`}.`;
      return `${name}${result}：${formula}${read === '' ? '' : `（${read}）`}。`;
    }),
  };
}
