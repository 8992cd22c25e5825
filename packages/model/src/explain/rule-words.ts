import type { Language } from '../document/localized-text.js';
import { kindOf } from '../node-kind/registry.js';
import type { DocumentRule } from '../rule/rules-of.js';
import type { ExplainContext } from './explain-context.js';
import { expressionWords } from './expression-words.js';
import { nameWords, quote } from './words.js';

/** That a rule holds, for example "row 4 of “Segments” holds (recency score is 5)". */
export function ruleWords(rule: DocumentRule, context: ExplainContext, language: Language): string {
  const node = context.nodes.get(rule.nodeId);
  const own = node === undefined ? undefined : kindOf(node).ruleWords?.(node, rule, context, language);
  const { subject, words } = own ?? {
    subject: quote(node === undefined ? rule.nodeId : nameWords(node, language)),
    words: expressionWords(rule.when, context.nodes, language),
  };
  return language === 'en' ? `${subject} holds (${words})` : `${subject}成立（${words}）`;
}
