import type { Language } from '../../document/localized-text.js';
import type { BandsNode } from './bands-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { rangeWords } from '../../explain/range-words.js';
import { variableUnit } from '../../explain/expression-words.js';
import { leadingReadWords } from '../../explain/read-words.js';
import { inBoth, leadingName, numberWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import { bandIndex, isCalibrated } from './bands-cuts.js';

/** Which values a band holds, for example "at least 115 and less than 181 days". */
export function bandWords(
  node: BandsNode,
  index: number,
  language: Language,
  unit: string | undefined,
): string {
  const isLeft = node.closed === 'left';
  const range = {
    minimum: node.cuts.values[index - 1] ?? null,
    maximum: node.cuts.values[index] ?? null,
    minimumIncluded: isLeft,
    maximumIncluded: !isLeft,
  };
  return rangeWords(range, language, { unit }) ?? (language === 'en' ? 'anything' : '任意值');
}

/** "top 5%" for a band above a cut point that is the share of a population; empty for any other. */
function shareWords(node: BandsNode, index: number, language: Language): string {
  if (node.cuts.method !== 'topShare' || index === 0) return '';
  const share = node.cuts.shares[node.cuts.shares.length - index] ?? '';
  return language === 'en'
    ? ` (top ${numberWords(share, language)}%)`
    : `（前 ${numberWords(share, language)}%）`;
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
      const read = leadingReadWords(node.input, context, language);
      const range = `${bandWords(node, index, language, variableUnit(node.input, context.nodes))}${shareWords(node, index, language)}`;
      const output = outputWords(node.outputs[index] ?? '', language);
      return language === 'en' ? `${read}: ${range}, so ${output}.` : `${read}，${range}，${output}。`;
    }),
  };
}
