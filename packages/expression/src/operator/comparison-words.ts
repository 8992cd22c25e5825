import type { ExpressionNode } from '../ast/expression-node.js';
import { isDateText, canonicalInstantText } from '../date-text.js';
import type { Phrase, SentenceContext } from './operator.js';
import { joinWords, sentenceWords, type OrderWords, type SentenceWords } from './sentence-words.js';

type OrderId = keyof OrderWords;

function isTimeText(node: ExpressionNode): boolean {
  if (node.kind !== 'literal' || typeof node.value !== 'string') return false;
  return isDateText(node.value) || canonicalInstantText(node.value) !== null;
}

function orderWords(words: SentenceWords, right: ExpressionNode, unit: string | undefined): OrderWords {
  if (isTimeText(right)) return words.date;
  const isNumber = right.kind === 'literal' && typeof right.value === 'number';
  return isNumber && unit !== undefined ? words.quantity : words.plain;
}

/** "frequency is at least 10", “消费次数不少于 10 次”. */
export function orderPhrase(
  id: OrderId,
  operands: readonly ExpressionNode[],
  context: SentenceContext,
): Phrase {
  const { language } = context;
  const words = sentenceWords[language];
  const [left, right, last] = operands;
  if (left === undefined || right === undefined) return { text: '', strength: 4 };
  if (last !== undefined) {
    const unit = context.unitOf(right);
    const text = joinWords(
      language,
      context.words(right, 5),
      words.between,
      context.words(left, 5, last.kind === 'literal' ? undefined : unit),
      words.to,
      context.words(last, 5, unit),
      words.betweenEnd,
      id === '<=' ? words.inclusive : words.exclusive,
    );
    return { text, strength: 4 };
  }
  const unit = context.unitOf(left);
  const text = joinWords(
    language,
    context.words(left, 5),
    words.copula,
    orderWords(words, right, unit)[id],
    context.words(right, 5, unit),
  );
  return { text, strength: 4 };
}

/** "region is "East"", “地区为“东””; expressions are "equal". */
export function equalityPhrase(
  isEqual: boolean,
  operands: readonly ExpressionNode[],
  context: SentenceContext,
): Phrase {
  const words = sentenceWords[context.language];
  const [left, right] = operands;
  if (left === undefined || right === undefined) return { text: '', strength: 4 };
  const isLiteral = right.kind === 'literal';
  const verb = isLiteral ? (isEqual ? words.is : words.isNot) : isEqual ? words.equals : words.differs;
  const text = joinWords(
    context.language,
    context.words(left, 5),
    verb,
    context.words(right, 5, context.unitOf(left)),
  );
  return { text, strength: 4 };
}
