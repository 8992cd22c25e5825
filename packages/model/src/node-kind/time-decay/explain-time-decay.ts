import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { leadingReadWords, readValueWords, readWords } from '../../explain/read-words.js';
import { afterChinese, inBoth, innerName, leadingName } from '../../explain/words.js';
import type { TimeDecayNode } from './time-decay-node.js';
import { decayWeight } from './weight-at.js';

/** A weight as percent, to a tenth of one. */
function percentWords(weight: number): string {
  return `${Math.round(weight * 1000) / 10}%`;
}

/** "Amount is 1,200 and recency is 45 days, so it counts 62.5%: 750." */
export function explainTimeDecay(node: TimeDecayNode, context: ExplainContext): NodeExplanation {
  const age = context.values.get(node.age) ?? null;
  const ageNode = context.nodes.get(node.age) ?? node;
  const inputNode = node.input === undefined ? undefined : context.nodes.get(node.input);
  const result = context.values.get(node.id) ?? null;
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      const name = leadingName(node, language);
      if (age === null || age === '' || result === null) {
        const missing = age === null || age === '' || inputNode === undefined ? ageNode : inputNode;
        return isEnglish
          ? `${name} has no value: ${innerName(missing, language)} is missing.`
          : `${name}没有值：${innerName(missing, language)}缺失。`;
      }
      const weight = percentWords(decayWeight(node, Number(age)));
      const readAge = readWords([node.age], context, language);
      if (node.input === undefined)
        return isEnglish
          ? `${leadingReadWords(node.age, context, language)}, so the weight is ${weight}.`
          : `${readAge}，权重为 ${weight}。`;
      const read = leadingReadWords(node.input, context, language);
      const words = readValueWords(node.id, context, language);
      return isEnglish
        ? `${read} and ${readAge}, so it counts ${weight}: ${words}.`
        : `${read}，${readAge}，按 ${weight} 计为${afterChinese(words)}。`;
    }),
  };
}
