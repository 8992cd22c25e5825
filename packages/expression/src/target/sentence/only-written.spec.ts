import { describe, expect, it } from '@jest/globals';
import { sentenceOf } from './sentence-of.js';
import { parseExpression } from '../../parser/parse-expression.js';
import { toJsonLogic, type JsonLogicValue } from '../../parser/to-json-logic.js';
import { sentenceForm } from '../../parser/sentence/normal-form.js';
import { parseSentence } from '../../parser/sentence/parse-sentence.js';
import { namesOfVocabulary, type SentenceVocabulary } from '../../parser/sentence/vocabulary.js';

const vocabulary: SentenceVocabulary = [
  { id: 'code', name: { en: 'code', 'zh-CN': '编码' }, type: 'text' },
  { id: 'city', name: { en: 'city', 'zh-CN': '城市' }, type: 'text' },
  { id: 'phone', name: { en: 'phone', 'zh-CN': '手机' }, type: 'text' },
  { id: 'email', name: { en: 'email', 'zh-CN': '邮箱' }, type: 'text' },
  { id: 'tags', name: { en: 'tags', 'zh-CN': '标签' }, type: 'list' },
  { id: 'amounts', name: { en: 'amounts', 'zh-CN': '金额明细' }, type: 'list' },
];
const v = (name: string): JsonLogicValue => ({ var: name });
const large: JsonLogicValue = { '>': [v(''), 5] };
const isShanghai: JsonLogicValue = { '==': [v('city'), '上海'] };

const rules: readonly JsonLogicValue[] = [
  { '==': [{ cat: [v('city'), '-', v('code')] }, 'a-b'] },
  { '==': [{ substr: [v('code'), 0, 2] }, 'SH'] },
  { '==': [{ substr: [v('code'), -2] }, 'SH'] },
  { in: ['x', { merge: [v('tags'), ['a']] }] },
  ...(['some', 'all', 'none'] as const).flatMap((operator): JsonLogicValue[] => {
    const test: JsonLogicValue = { [operator]: [v('amounts'), large] };
    return [test, { '!': [test] }, { and: [test, isShanghai] }, { or: [isShanghai, test] }];
  }),
  { '>': [{ reduce: [v('amounts'), { '+': [v('current'), v('accumulator')] }, 0] }, 5] },
  { '>': [{ reduce: [v('amounts'), { max: [v('current'), v('accumulator')] }, 0] }, 5] },
  { missing_some: [1, ['phone', 'email']] },
  { '!': [{ missing_some: [2, ['phone', 'email', 'city']] }] },
  { or: [isShanghai, { missing_some: [1, ['phone', 'email']] }] },
];

describe('sentences of operators that are only written', () => {
  it.each(['en', 'zh-CN'] as const)('are never read as another rule in %s', (language) => {
    const misread = rules.flatMap((rule) => {
      const parsed = parseExpression(rule);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      const sentence = sentenceOf(parsed.node, namesOfVocabulary(vocabulary), language);
      const read = parseSentence(sentence, vocabulary, language);
      if (!read.ok) return [];
      const [expected, found] = [toJsonLogic(sentenceForm(parsed.node)), toJsonLogic(read.node)];
      return JSON.stringify(expected) === JSON.stringify(found) ? [] : [{ sentence, found }];
    });
    expect(misread).toEqual([]);
  });

  it('are refused with what to do instead', () => {
    const read = parseSentence('for some value of amounts: the value is more than 5', vocabulary);
    expect(read.ok ? [] : read.issues.map(({ code, start, end }) => [code, start, end])).toEqual([
      ['ONLY_WRITTEN', 0, 17],
    ]);
  });

  it.each([
    [
      { some: [v('amounts'), large] },
      'for some value of amounts: the value is more than 5',
      '金额明细中至少有一个值满足：该值大于 5',
    ],
    [
      { missing_some: [1, ['phone', 'email']] },
      'fewer than 1 of these have a value: phone, email',
      '以下各项中有值的少于 1 个：手机、邮箱',
    ],
  ])('%j is said in words', (rule, en, zh) => {
    const parsed = parseExpression(rule);
    const said = (language: 'en' | 'zh-CN'): string =>
      parsed.ok ? sentenceOf(parsed.node, namesOfVocabulary(vocabulary), language) : '';
    expect([said('en'), said('zh-CN')]).toEqual([en, zh]);
  });
});
