import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { inBoth, innerName, leadingName, numberWords, unitOf, valueWords } from '../../explain/words.js';
import type { TimeDecayNode } from './time-decay-node.js';
import { decayWeight } from './weight-at.js';

/** A weight as percent, to a tenth of one. */
function percentWords(weight: number): string {
  return `${numberWords((Math.round(weight * 1000) / 10).toString())}%`;
}

/** "Amount is 1,200; at a recency of 45 days it counts 62.5%: 750." */
export function explainTimeDecay(node: TimeDecayNode, context: ExplainContext): NodeExplanation {
  const age = context.values.get(node.age) ?? null;
  const ageNode = context.nodes.get(node.age) ?? node;
  const inputNode = node.input === undefined ? undefined : context.nodes.get(node.input);
  const input = node.input === undefined ? null : (context.values.get(node.input) ?? null);
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
      const ageWords = valueWords(age, language, { unit: unitOf(ageNode), isNumber: true });
      const weight = percentWords(decayWeight(node, Number(age)));
      const words = numberWords(result as number);
      if (inputNode === undefined)
        return isEnglish
          ? `At a ${innerName(ageNode, language)} of ${ageWords} the weight is ${weight}.`
          : `${innerName(ageNode, language)}为 ${ageWords}，权重为 ${weight}。`;
      const inputWords = valueWords(input, language, { unit: unitOf(inputNode), isNumber: true });
      return isEnglish
        ? `${leadingName(inputNode, language)} is ${inputWords}; at a ${innerName(ageNode, language)} of ${ageWords} it counts ${weight}: ${words}.`
        : `${innerName(inputNode, language)}为 ${inputWords}，${innerName(ageNode, language)}为 ${ageWords}，按 ${weight} 计为 ${words}。`;
    }),
  };
}
