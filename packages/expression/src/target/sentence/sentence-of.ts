import type { ExpressionNode } from '../../ast/expression-node.js';
import { isDateText } from '../../date-text.js';
import type { Phrase, SentenceContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import { joinWords, sentenceWords, type SentenceLanguage } from '../../operator/sentence-words.js';
import { unitWords } from '../../operator/unit-words.js';
import { sentenceForm } from '../../parser/sentence/normal-form.js';
import { isPlainUnit, spokenNames, type SentenceName } from '../../parser/sentence/spoken-names.js';
import { quantityWords } from './quantity-words.js';

/** A text in the quotation marks of the language; one inside it is doubled. */
function quoted(text: string, language: SentenceLanguage): string {
  return language === 'en' ? `"${text.replaceAll('"', '""')}"` : `“${text.replaceAll('”', '””')}”`;
}

const elementWords: Readonly<Record<SentenceLanguage, string>> = { en: 'the value', 'zh-CN': '该值' };

/** A unit that is read back; any other is left out of a sentence. */
function readable(unit: string | undefined): string | undefined {
  return unit === undefined || Object.hasOwn(unitWords, unit) || isPlainUnit(unit) ? unit : undefined;
}

function literalPhrase(
  value: string | number | boolean | null,
  unit: string | undefined,
  language: SentenceLanguage,
): Phrase {
  const words = sentenceWords[language];
  const say = (text: string): Phrase => ({ text, strength: 7 });
  if (value === null) return say(words.nothing);
  if (typeof value === 'number') return say(quantityWords(value, readable(unit), language));
  if (typeof value === 'boolean') return say(value ? words.yes : words.no);
  return say(isDateText(value) ? value : quoted(value, language));
}

/**
 * Says a condition (or any expression) in words a business admin would use: "number of orders is at least 10 and amount is
 * more than 100,000", “消费次数不少于 10 次，且消费金额超过 10 万元”. Strict and non-strict comparisons have different words, a connective
 * inside the other one stands in brackets, and what is said is the rule's {@link sentenceForm}. `parseSentence` reads it back to that.
 * @param names - names and units of the variables; one without a name is called by its id. A name that could be taken for other
 *   words of the sentence stands in 「」 or [ ]
 * @since 0.1.0
 */
export function sentenceOf(
  node: ExpressionNode,
  names: Readonly<Record<string, SentenceName>>,
  language: SentenceLanguage,
): string {
  const said = sentenceWords[language];
  const isEnglish = language === 'en';
  const spoken = spokenNames(names, language);
  // Inside of “some value of …” the value goes by the empty name.
  const nameOf = (id: string): string => (id === '' ? elementWords[language] : spoken(id));
  const inBrackets = ({ text, strength: own }: Phrase, strength: number): string =>
    own < strength ? (isEnglish ? `(${text})` : `（${text}）`) : text;
  const context: SentenceContext = {
    language,
    nameOf,
    phrase: (each) => phrase(each),
    words: (each, strength, unit) => inBrackets(phrase(each, unit), strength),
    condition(each, strength) {
      if (each.kind === 'literal' && typeof each.value === 'boolean')
        return each.value ? said.always : said.never;
      return each.kind === 'variable'
        ? joinWords(language, phrase(each).text, said.is, said.yes)
        : inBrackets(phrase(each), strength);
    },
    unitOf: (each) =>
      each.kind === 'variable' && Object.hasOwn(names, each.name) ? names[each.name]?.unit : undefined,
    negated(each) {
      if (each.kind === 'variable')
        return { text: joinWords(language, phrase(each).text, said.is, said.no), strength: 4 };
      if (each.kind !== 'operation') return null;
      return knownOperator(each.operator).negatedSentence?.(each, context) ?? null;
    },
  };
  function phrase(each: ExpressionNode, unit?: string): Phrase {
    switch (each.kind) {
      case 'literal':
        return literalPhrase(each.value, unit, language);
      case 'list':
        return {
          text: each.items.map((item) => phrase(item).text).join(isEnglish ? ', ' : '、'),
          strength: 7,
        };
      case 'record':
        return { text: JSON.stringify(each.value), strength: 7 };
      case 'variable': {
        if (each.fallback === null) return { text: nameOf(each.name), strength: 7 };
        const fallback = joinWords(language, said.ifMissing, phrase(each.fallback).text);
        return {
          text: isEnglish ? `${nameOf(each.name)} (${fallback})` : `${nameOf(each.name)}（${fallback}）`,
          strength: 7,
        };
      }
      case 'operation':
        return knownOperator(each.operator).sentence(each, context);
    }
  }
  const form = sentenceForm(node);
  const isCondition = form.kind === 'literal' && typeof form.value === 'boolean';
  return isCondition ? context.condition(form, 0) : phrase(form).text;
}
