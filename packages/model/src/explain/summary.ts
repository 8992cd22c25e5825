import type { Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { Trace } from '../lowering/trace.js';
import type { DocumentRule } from '../rule/rules-of.js';
import type { ExplainContext } from './explain-context.js';
import { policyWords } from './policy-words.js';
import { ruleWords } from './rule-words.js';
import { inBoth, innerName, listWords, localizedName, quote, type BothLanguages } from './words.js';

/** Which dimensions are missing, as a sentence of its own; the most common reason for the fallback tier. */
function missingWords(context: ExplainContext, language: Language): string {
  const names = [...context.nodes.values()]
    .filter((node) => node.kind === 'dimension' && (context.values.get(node.id) ?? null) === null)
    .map((node) => innerName(node, language));
  if (names.length === 0) return '';
  return language === 'en' ? ` Missing: ${names.join(', ')}.` : `缺失：${names.join('、')}。`;
}

/** Better tiers whose rules hold as well, where the order of precedence decided against rank; that alone surprises. */
function conflictWords(
  trace: Trace,
  others: readonly DocumentRule[],
  context: ExplainContext,
  language: Language,
): string {
  const name = (id: string): string => quote(localizedName(context.nodes.get(id), id, language));
  const rankOf = (id: string): number => {
    const node = context.nodes.get(id);
    return node?.kind === 'tier' ? node.rank : Infinity;
  };
  const better = [...new Set(others.map((rule) => rule.tier))].filter(
    (id) => rankOf(id) < rankOf(trace.qualified),
  );
  if (better.length === 0) return '';
  const names = better.map(name);
  return language === 'en'
    ? ` Rules of ${listWords(names, language)} hold as well, but ${name(trace.qualified)} comes first in the order of precedence.`
    : `${listWords(names, language)}的规则同时成立，但按优先顺序${name(trace.qualified)}优先。`;
}

/**
 * "Tier “Champions”: row 1 of “Segments” holds (recency score 5 and frequency score 5)."
 * @param rule - that of the reason; undefined for the fallback
 * @param others - further rules that hold
 */
export function summaryOf(
  document: ModelDocument,
  trace: Trace,
  rule: DocumentRule | undefined,
  others: readonly DocumentRule[],
  context: ExplainContext,
): BothLanguages {
  return inBoth((language) => {
    const isEnglish = language === 'en';
    const name = (id: string): string => quote(localizedName(context.nodes.get(id), id, language));
    const conflict = conflictWords(trace, others, context, language);
    const fallback = isEnglish
      ? `no rule holds, so it is the fallback tier.${missingWords(context, language)}`
      : `没有任何规则成立，归入兜底层级。${missingWords(context, language)}`;
    const why =
      rule === undefined
        ? fallback
        : `${ruleWords(rule, context, language)}${isEnglish ? '.' : '。'}${conflict}`;
    const { lifecycle } = document;
    const policy = lifecycle === undefined ? null : policyWords(trace, lifecycle, context, language);
    if (policy === null)
      return isEnglish ? `Tier ${name(trace.tier)}: ${why}` : `层级为${name(trace.tier)}：${why}`;
    if (trace.tier === trace.qualified)
      return isEnglish
        ? `Tier ${name(trace.tier)}: ${why} ${policy}.`
        : `层级为${name(trace.tier)}：${why}${policy}。`;
    const rules = isEnglish
      ? `By the rules alone it would be ${name(trace.qualified)}: ${why}`
      : `仅按规则应为${name(trace.qualified)}：${why}`;
    return isEnglish
      ? `Tier ${name(trace.tier)}: ${policy.charAt(0).toLowerCase()}${policy.slice(1)}. ${rules}`
      : `层级为${name(trace.tier)}：${policy}。${rules}`;
  });
}
