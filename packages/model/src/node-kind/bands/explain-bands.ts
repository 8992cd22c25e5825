import type { Language } from '../../document/localized-text.js';
import type { BandsNode } from './bands-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { inBoth, leadingName, numberWords, unitOf, valueWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import { bandIndex, isCalibrated } from './bands-cuts.js';

/** Which values a band holds, for example "from 115 to below 181". */
export function rangeWords(node: BandsNode, index: number, language: Language): string {
  const low = node.cuts.values[index - 1];
  const high = node.cuts.values[index];
  const isLeft = node.closed === 'left';
  const lowText = low === undefined ? null : numberWords(low);
  const highText = high === undefined ? null : numberWords(high);
  if (language === 'en') {
    if (lowText === null) return isLeft ? `below ${highText}` : `at most ${highText}`;
    if (highText === null) return isLeft ? `at least ${lowText}` : `above ${lowText}`;
    return isLeft ? `at least ${lowText} and below ${highText}` : `above ${lowText} and at most ${highText}`;
  }
  if (lowText === null) return isLeft ? `小于 ${highText}` : `不超过 ${highText}`;
  if (highText === null) return isLeft ? `不小于 ${lowText}` : `大于 ${lowText}`;
  return isLeft ? `不小于 ${lowText} 且小于 ${highText}` : `大于 ${lowText} 且不超过 ${highText}`;
}

/** "top 5%" for a band above a cut point that is the share of a population; empty for any other. */
function shareWords(node: BandsNode, index: number, language: Language): string {
  if (node.cuts.method !== 'topShare' || index === 0) return '';
  const share = node.cuts.shares[node.cuts.shares.length - index] ?? '';
  return language === 'en' ? ` (top ${numberWords(share)}%)` : `（前 ${numberWords(share)}%）`;
}

/** "Recency is 12 days: below 115, so score 5." */
export function explainBands(node: BandsNode, context: ExplainContext): NodeExplanation {
  const input = context.nodes.get(node.input) ?? node;
  const value = context.values.get(node.input) ?? null;
  if (value === null || !isCalibrated(node))
    return {
      decidedBy: null,
      sentence: inBoth((language) => {
        const name = leadingName(input, language);
        const isMissing = value === null;
        const output = node.missing === undefined ? null : outputWords(node.missing, language);
        if (language === 'en')
          return `${name} ${isMissing ? 'is missing' : 'has no cut points yet'}, so ${output ?? 'there is no score'}.`;
        return `${name}${isMissing ? '缺失' : '尚未校准分界点'}，${output ?? '不评分'}。`;
      }),
    };
  const index = bandIndex(node, value as number | string, context.declarations[node.input]);
  return {
    decidedBy: String(index),
    sentence: inBoth((language) => {
      const name = leadingName(input, language);
      const words = valueWords(value, language, { unit: unitOf(input), isNumber: true });
      const range = `${rangeWords(node, index, language)}${shareWords(node, index, language)}`;
      const output = outputWords(node.outputs[index] ?? '', language);
      return language === 'en'
        ? `${name} is ${words}: ${range}, so ${output}.`
        : `${name}为 ${words}，${range}，${output}。`;
    }),
  };
}
