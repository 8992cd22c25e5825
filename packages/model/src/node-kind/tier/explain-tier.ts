import type { JsonLogic } from '../../document/json-logic.js';
import type { Language } from '../../document/localized-text.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { expressionWords } from '../../explain/expression-words.js';
import { inBoth, nameWords, quote } from '../../explain/words.js';
import { readCondition } from '../../rule/read-condition.js';
import type { Rule } from '../../rule/rule.js';
import type { TierNode } from './tier-node.js';

const names = {
  entry: { en: 'entry condition', 'zh-CN': '准入条件' },
  keep: { en: 'keep condition', 'zh-CN': '保级条件' },
} as const;

function called(node: TierNode, part: 'entry' | 'keep', language: Language): string {
  const name = quote(nameWords(node, language));
  return language === 'en' ? `the ${names[part].en} of ${name}` : `${name}的${names[part]['zh-CN']}`;
}

function asked(node: TierNode, part: 'entry' | 'keep', context: ExplainContext, language: Language): string {
  const logic: JsonLogic = node[part] ?? false;
  return expressionWords(readCondition(logic), context.nodes, language);
}

/** How the tier's own rules are called, and what they ask. */
export function tierRuleWords(
  node: TierNode,
  rule: Rule,
  context: ExplainContext,
  language: Language,
): { readonly subject: string; readonly words: string } {
  const part = rule.isKeep === true ? 'keep' : 'entry';
  return { subject: called(node, part, language), words: asked(node, part, context, language) };
}

/** "The keep condition of “Gold” holds: spend is at least 800." Nothing for a tier without conditions of its own. */
export function explainTier(node: TierNode, context: ExplainContext): NodeExplanation | null {
  const parts = (['entry', 'keep'] as const).filter(
    (part) =>
      node[part] !== undefined && (part === 'entry' || context.values.get('previous.tier') === node.id),
  );
  const held = parts.find((part) => part === context.rowOf(node.id)) ?? null;
  const shown = held === null ? parts : [held];
  if (shown.length === 0) return null;
  return {
    decidedBy: held,
    sentence: inBoth((language) => {
      const isEnglish = language === 'en';
      return shown
        .map((part) => {
          const name = called(node, part, language);
          const words = asked(node, part, context, language);
          return isEnglish
            ? `${name.charAt(0).toUpperCase()}${name.slice(1)} ${held === null ? 'does not hold' : 'holds'}: ${words}.`
            : `${name}${held === null ? '不成立' : '成立'}：${words}。`;
        })
        .join(isEnglish ? ' ' : '');
    }),
  };
}
