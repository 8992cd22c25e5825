import type { Language } from '../document/localized-text.js';
import type { ModelNode } from '../document/node.js';
import { conditionWords } from '../node-kind/condition/explain-condition.js';
import { rowWords } from '../node-kind/decision-table/explain-decision-table.js';
import type { ExplainContext } from './explain-context.js';
import { inBoth, innerName, nameWords, quote, type BothLanguages } from './words.js';

/** Which dimensions are missing, as a sentence of its own; the most common reason for the fallback tier. */
function missingWords(context: ExplainContext, language: Language): string {
  const names = [...context.nodes.values()]
    .filter((node) => node.kind === 'dimension' && (context.values.get(node.id) ?? null) === null)
    .map((node) => innerName(node, language));
  if (names.length === 0) return '';
  return language === 'en' ? ` Missing: ${names.join(', ')}.` : `缺失：${names.join('、')}。`;
}

/** "Tier “Champions”: row 1 of “Segments” holds (recency score 5 and frequency score 5)." */
export function summaryOf(
  tier: string,
  deciding: ModelNode | undefined,
  row: string | null,
  context: ExplainContext,
): BothLanguages {
  const node = context.nodes.get(tier);
  return inBoth((language) => {
    const isEnglish = language === 'en';
    const name = quote(node === undefined ? tier : nameWords(node, language));
    if (deciding === undefined) {
      const missing = missingWords(context, language);
      return isEnglish
        ? `Tier ${name}: no rule holds, so it is the fallback tier.${missing}`
        : `层级为${name}：没有任何规则成立，归入兜底层级。${missing}`;
    }
    const decider = quote(nameWords(deciding, language));
    if (deciding.kind !== 'decisionTable') {
      const words = deciding.kind === 'condition' ? conditionWords(deciding, context, language) : '';
      return isEnglish
        ? `Tier ${name}: ${decider} holds (${words}).`
        : `层级为${name}：${decider}成立（${words}）。`;
    }
    const index = deciding.rows.findIndex((each) => each.id === row);
    const found = deciding.rows[index];
    const words = found === undefined ? '' : rowWords(deciding, found, context, language);
    return isEnglish
      ? `Tier ${name}: row ${index + 1} of ${decider} holds (${words}).`
      : `层级为${name}：${decider}第 ${index + 1} 行成立（${words}）。`;
  });
}
