import type { DimensionNode } from './dimension-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { afterChinese, inBoth, leadingName, valueWords } from '../../explain/words.js';

/** "Recency is 12 days." */
export function explainDimension(node: DimensionNode, context: ExplainContext): NodeExplanation {
  const value = context.values.get(node.id) ?? null;
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const name = leadingName(node, language);
      if (value === null) return language === 'en' ? `${name} is missing.` : `${name}缺失。`;
      const words = valueWords(value, language, { unit: node.unit, isNumber: node.valueType === 'number' });
      return language === 'en' ? `${name} is ${words}.` : `${name}为${afterChinese(words)}。`;
    }),
  };
}
