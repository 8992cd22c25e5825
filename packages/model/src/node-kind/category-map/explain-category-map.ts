import { compareWith } from '../../cell/compare-with.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { leadingReadWords } from '../../explain/read-words.js';
import { inBoth } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import type { CategoryMapNode } from './category-map-node.js';

/** "Region is “East”, so score 3." */
export function explainCategoryMap(node: CategoryMapNode, context: ExplainContext): NodeExplanation {
  const value = context.values.get(node.input) ?? null;
  const isMissing = value === null || value === '';
  const declaration = context.declarations[node.input];
  const index = isMissing
    ? -1
    : node.entries.findIndex((entry) =>
        entry.values.some((each) => compareWith(value, each, declaration) === 0),
      );
  const output = isMissing ? node.missing : (node.entries[index]?.output ?? node.otherwise);
  return {
    decidedBy: index < 0 ? null : String(index),
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      const read = leadingReadWords(node.input, context, language);
      const none = isEnglish ? 'there is no value' : '没有输出';
      const result = output === undefined ? none : outputWords(output, language);
      const isOther = !isMissing && index < 0;
      if (isEnglish) return `${read}${isOther ? ', which no entry names' : ''}, so ${result}.`;
      return `${read}${isOther ? '，未列入任何类别' : ''}，${result}。`;
    }),
  };
}
