import type { ExpressionNode } from '../../ast/expression-node.js';
import type { Phrase, SentenceContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';

/** A name in one or both languages, and how its values are read. @since 0.1.0 */
export interface SentenceName {
  readonly en?: string | undefined;
  readonly 'zh-CN'?: string | undefined;
}

/**
 * Writes a number as people read it, with `,` between thousands. Exact: no digit is dropped.
 * @param text - a decimal, for example `100000.5`
 * @since 0.1.0
 */
export function formatDecimal(text: string): string {
  const match = /^(-?)(\d+)((?:\.\d+)?)$/.exec(text);
  if (match === null) return text;
  const [, sign, whole, fraction] = match;
  return `${sign}${whole?.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/**
 * Says a condition (or any expression) in words: "frequency ≥ 10 and amount > 100,000", “消费频次 ≥ 10 且 消费金额 > 100,000”.
 * Strict and non-strict comparisons are visibly different.
 * @param names - names of the variables; one without a name is called by its id
 * @since 0.1.0
 */
export function sentenceOf(
  node: ExpressionNode,
  names: Readonly<Record<string, SentenceName>>,
  language: 'en' | 'zh-CN',
): string {
  const nameOf = (name: string): string => {
    const found = Object.hasOwn(names, name) ? names[name] : undefined;
    return found?.[language] ?? found?.en ?? found?.['zh-CN'] ?? name;
  };
  const isEnglish = language === 'en';
  const context: SentenceContext = {
    language,
    nameOf,
    phrase,
    words(each, strength) {
      const { text, strength: own } = phrase(each);
      return own < strength ? (isEnglish ? `(${text})` : `（${text}）`) : text;
    },
    negated(each) {
      if (each.kind === 'variable')
        return {
          text: isEnglish ? `${nameOf(each.name)} is false` : `${nameOf(each.name)}为否`,
          strength: 4,
        };
      if (each.kind !== 'operation') return null;
      return knownOperator(each.operator).negatedSentence?.(each, context) ?? null;
    },
  };
  function phrase(each: ExpressionNode): Phrase {
    switch (each.kind) {
      case 'literal': {
        const { value } = each;
        if (value === null) return { text: isEnglish ? 'nothing' : '无', strength: 7 };
        if (typeof value === 'number') return { text: formatDecimal(String(value)), strength: 7 };
        if (typeof value === 'string') return { text: isEnglish ? `"${value}"` : `“${value}”`, strength: 7 };
        return { text: isEnglish ? String(value) : value ? '是' : '否', strength: 7 };
      }
      case 'list':
        return {
          text: each.items.map((item) => phrase(item).text).join(isEnglish ? ', ' : '、'),
          strength: 7,
        };
      case 'variable':
        return { text: nameOf(each.name), strength: 7 };
      case 'operation':
        return knownOperator(each.operator).sentence(each, context);
    }
  }
  return phrase(node).text;
}
