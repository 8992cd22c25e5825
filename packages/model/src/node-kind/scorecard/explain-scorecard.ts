import type { Scalar } from '@terrace/expression';
import { cellHolds } from '../../cell/cell-holds.js';
import { localize, type Language } from '../../document/localized-text.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { inBoth, innerName, leadingName, numberWords, quote } from '../../explain/words.js';
import { pointsWords } from './points-words.js';
import { takesMissing, weightSetOf } from './scorecard-parts.js';
import type { ScorecardItem, ScorecardNode } from './scorecard-node.js';

/** The points an item gives, as decimal text; null for none. */
function pointsOf(item: ScorecardItem, context: ExplainContext): string | null {
  const value: Scalar = context.values.get(item.input) ?? null;
  const isMissing = value === null || value === '';
  if (isMissing && !takesMissing(item)) return item.missing ?? null;
  if (item.bins === undefined) return isMissing ? null : String(value);
  const declaration = context.declarations[item.input];
  const bin = item.bins.find(({ cell }) => cellHolds(cell, value, declaration));
  return bin?.points ?? (isMissing ? item.missing : item.otherwise) ?? null;
}

function itemName(item: ScorecardItem, context: ExplainContext, language: Language): string {
  if (item.name !== undefined) return innerName({ name: item.name }, language);
  const input = context.nodes.get(item.input);
  return input === undefined ? item.id : innerName(input, language);
}

/** "repayment history 80 points × 35%" / “还款记录 80 分 × 35%” */
function itemWords(
  item: ScorecardItem,
  points: string,
  weight: string | undefined,
  context: ExplainContext,
  language: Language,
): string {
  const name = itemName(item, context, language);
  const words = `${name} ${pointsWords(points, language)}`;
  return weight === undefined ? words : `${words} × ${numberWords(weight, language)}%`;
}

/** "Score 72.5: repayment history 80 points × 35%, …" / “得 72.5 分：还款记录 80 分 × 35%，…” */
export function explainScorecard(node: ScorecardNode, context: ExplainContext): NodeExplanation {
  const value = context.values.get(node.id) ?? null;
  const chosen = node.context === undefined ? null : (context.values.get(node.context) ?? null);
  const set = weightSetOf(node, chosen);
  const points = node.items.map((item) => ({ item, points: pointsOf(item, context) }));
  const pointless = points.filter((each) => each.points === null);
  return {
    decidedBy: node.weightSets !== undefined && node.weightSets.length > 1 ? (set?.id ?? null) : null,
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      const name = leadingName(node, language);
      if (value === null) {
        const names = pointless.map(({ item }) => itemName(item, context, language));
        return isEnglish
          ? `${name} has no score: ${names.join(', ')} ${names.length === 1 ? 'gives' : 'give'} no points.`
          : `${name}没有得分：${names.join('、')}没有对应的分值。`;
      }
      const base = Number(node.base) === 0 ? [] : [baseWords(node.base, language)];
      const items = points.map((each) =>
        itemWords(each.item, each.points ?? '', set?.weights[each.item.id], context, language),
      );
      const parts = [...base, ...items].join(isEnglish ? ', ' : '，');
      const total = numberWords(value as number, language);
      const isChoice = node.weightSets !== undefined && node.weightSets.length > 1 && set !== undefined;
      const setName = isChoice ? quote(localize(set.name, language)) : '';
      if (isEnglish) return `${name} ${total}${isChoice ? `, weighted as ${setName}` : ''}: ${parts}.`;
      return `${name}为 ${total} 分${isChoice ? `（采用${setName}权重）` : ''}：${parts}。`;
    }),
  };
}

function baseWords(base: string, language: Language): string {
  return language === 'en' ? `base ${numberWords(base, language)}` : `基础分 ${numberWords(base, language)}`;
}
