import { compareWith } from '../../cell/compare-with.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { afterChinese, inBoth, leadingName, unitOf, valueWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import type { CategoryMapNode } from './category-map-node.js';

/** "Region is “East”, so score 3." */
export function explainCategoryMap(node: CategoryMapNode, context: ExplainContext): NodeExplanation {
  const input = context.nodes.get(node.input) ?? node;
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
      const name = leadingName(input, language);
      const words = valueWords(value, language, {
        unit: unitOf(input),
        isNumber: context.numbers.has(node.input),
      });
      const given = output === undefined ? null : outputWords(output, language);
      const isOther = !isMissing && index < 0;
      if (language === 'en') {
        const result = given === null ? 'there is no value' : given;
        if (isMissing) return `${name} is missing, so ${result}.`;
        return isOther
          ? `${name} is ${words}, which no entry names, so ${result}.`
          : `${name} is ${words}, so ${result}.`;
      }
      const result = given ?? '没有输出';
      if (isMissing) return `${name}缺失，${result}。`;
      return isOther
        ? `${name}为${afterChinese(words)}，未列入任何类别，${result}。`
        : `${name}为${afterChinese(words)}，${result}。`;
    }),
  };
}
