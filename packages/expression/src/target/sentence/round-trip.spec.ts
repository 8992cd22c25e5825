import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SentenceLanguage } from '../../operator/sentence-words.js';
import { sentenceOf } from './sentence-of.js';
import type { ValueType } from '../../value-type.js';
import { parseExpression } from '../../parser/parse-expression.js';
import { toJsonLogic, type JsonLogicValue } from '../../parser/to-json-logic.js';
import { sentenceForm } from '../../parser/sentence/normal-form.js';
import { parseSentence } from '../../parser/sentence/parse-sentence.js';
import { namesOfVocabulary, type VocabularyEntry } from '../../parser/sentence/vocabulary.js';

type Rule = fc.Arbitrary<JsonLogicValue>;

/** Names with words of the grammar in them, names that begin others, digits, marks, both scripts. */
const awkwardNames = [
  '且',
  '或',
  '消费',
  '消费大于',
  '消费金额',
  '消费金额大',
  '且消费金额',
  '至少',
  '至少一次',
  '不',
  '不少于',
  '大',
  '于',
  '大于',
  '等于标志',
  '是',
  '是否促销',
  '否',
  '为',
  '为空',
  '次',
  '次数',
  '天',
  '天数',
  '近 90 天消费次数',
  '元',
  '元素',
  '若',
  '则为',
  '缺失',
  '缺失率',
  '有值',
  '介于',
  '在',
  '之间',
  '最小值',
  '无',
  '无效订单',
  '5',
  '5次',
  '10 万',
  '(a)',
  '）',
  '、',
  '，且',
  '「金额」',
  '“引号”',
  '」',
  '取余',
  '至',
  '属于',
  '不属于VIP',
  'and',
  'or',
  'orders and returns',
  'or not',
  'is',
  'is missing',
  'island',
  'amount',
  'Amount',
  'amount is',
  'at least',
  'at',
  'least',
  'not',
  'no',
  'yes',
  'yesterday',
  'number of orders',
  'the smallest of',
  'between',
  'if',
  'then',
  'iffy',
  'otherwise',
  'orders in 12 months',
  'more than 5',
  '[x]',
  ']',
  '"quoted"',
  ' padded ',
  '',
  'a  b',
  'a b',
  'mod',
  'days',
  'day rate',
  'nothing',
  'never',
  'always on',
  '-',
  '+',
  'A+B',
  'a - b',
  'x, y',
  '%',
  'ＡＢＣ',
  'é',
  'ﬁ',
  '😀',
  'orders (net)',
];
const texts = [
  '东',
  '上海',
  '',
  '"',
  '“',
  '”',
  '””',
  '且',
  'a or b',
  '5',
  '2024-01-01',
  '2024-13-01',
  '说“好”',
  "O'R",
  '「',
  ']',
  '至少',
  ' ',
  '\n',
  '😀',
  '＂',
  'yes',
];
const numbers = [
  0, 1, -1, 5, 0.1, -0.5, 9_999, 10_000, 12_345, 15_000, 100_000, -20_000, 1e8, 250_000_000, 1e-7, 1e21,
  123_456_789.25, 999_999_999_999_999,
];
const units = [
  'time',
  'day',
  'currency',
  'percent',
  'month',
  'piece',
  'kg',
  '分',
  'and',
  '且',
  '5',
  undefined,
];

const types: readonly ValueType[] = [
  'number',
  'number',
  'number',
  'text',
  'text',
  'boolean',
  'boolean',
  'date',
  'instant',
];

const vocabularies = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...awkwardNames), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: types.length * 2,
    maxLength: types.length * 2,
  })
  .chain((names) =>
    fc.tuple(
      ...types.map((type, index) =>
        fc.constantFrom(...units).map((unit): VocabularyEntry => {
          const hasUnit = type === 'number' && unit !== undefined;
          return {
            id: `v${index}`,
            name: { en: names[index * 2] ?? '', 'zh-CN': names[index * 2 + 1] ?? '' },
            type,
            ...(hasUnit ? { unit } : {}),
          };
        }),
      ),
    ),
  );

const call =
  (operator: string) =>
  (...operands: JsonLogicValue[]): JsonLogicValue => ({ [operator]: operands });
const variablesOfType = (type: ValueType): Rule =>
  fc.constantFrom(...types.flatMap((each, index) => (each === type ? [{ var: `v${index}` }] : [])));

const rules = fc.letrec<Record<'number' | 'text' | 'condition', JsonLogicValue>>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'number', withCrossShrink: true },
    { weight: 6, arbitrary: variablesOfType('number') },
    { weight: 4, arbitrary: fc.constantFrom(...numbers) },
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '%'), tie('number'), tie('number'))
      .map(([o, a, b]) => call(o)(a, b)),
    tie('number').map((a) => call('-')(a)),
    fc.array(tie('number'), { minLength: 2, maxLength: 4 }).map((parts) => call('+')(...parts)),
    fc
      .tuple(fc.constantFrom('min', 'max'), fc.array(tie('number'), { minLength: 1, maxLength: 3 }))
      .map(([o, parts]) => call(o)(...parts)),
    fc.tuple(tie('condition'), tie('number'), tie('number')).map(([c, a, b]) => call('if')(c, a, b)),
    fc.tuple(tie('condition'), tie('number')).map(([c, a]) => call('if')(c, a, null)),
    fc.tuple(fc.constantFrom('v0', 'v1'), tie('number')).map(([name, a]) => ({ var: [name, a] })),
  ),
  text: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'text', withCrossShrink: true },
    { weight: 4, arbitrary: variablesOfType('text') },
    { weight: 3, arbitrary: fc.constantFrom(...texts) },
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.tuple(tie('condition'), tie('text'), tie('text')).map(([c, a, b]) => call('if')(c, a, b)),
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition', withCrossShrink: true },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!=', '===', '!=='), tie('number'), tie('number'))
        .map(([o, a, b]) => call(o)(a, b)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('<', '<='), tie('number'), tie('number'), tie('number'))
        .map(([o, a, b, c]) => call(o)(a, b, c)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('==', '!='), tie('text'), tie('text'))
        .map(([o, a, b]) => call(o)(a, b)),
    },
    fc
      .tuple(fc.constantFrom('<', '>='), variablesOfType('date'), fc.constantFrom('2024-02-29', '1900-01-01'))
      .map(([o, a, b]) => call(o)(a, b)),
    fc
      .tuple(variablesOfType('instant'), fc.constant('2024-01-01T00:00:00+08:00'))
      .map((parts) => call('<')(...parts)),
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('text'), fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }))
        .map(([a, items]) => call('in')(a, items)),
    },
    fc
      .tuple(tie('number'), fc.array(fc.constantFrom(...numbers), { minLength: 1, maxLength: 3 }))
      .map(([a, items]) => call('in')(a, items)),
    fc.tuple(tie('text'), variablesOfType('text')).map(([a, b]) => call('in')(a, b)),
    { weight: 2, arbitrary: variablesOfType('boolean') },
    fc.tuple(variablesOfType('boolean'), fc.boolean()).map(([a, b]) => call('==')(a, b)),
    fc
      .tuple(fc.constantFrom('==', '!='), variablesOfType('boolean'), tie('condition'))
      .map(([o, a, b]) => call(o)(a, b)),
    fc.subarray(['v0', 'v3', 'v5'], { minLength: 1 }).map((names) => ({ missing: names })),
    {
      weight: 3,
      arbitrary: fc
        .array(tie('condition'), { minLength: 1, maxLength: 3 })
        .map((parts) => call('and')(...parts)),
    },
    {
      weight: 3,
      arbitrary: fc
        .array(tie('condition'), { minLength: 1, maxLength: 3 })
        .map((parts) => call('or')(...parts)),
    },
    { weight: 3, arbitrary: tie('condition').map((part) => ({ '!': part })) },
    tie('condition').map((part) => call('!!')(part)),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map((parts) => call('if')(...parts)),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'), tie('condition'))
      .map((parts) => call('if')(...parts)),
    fc.boolean(),
  ),
}));

function roundTrip(
  logic: JsonLogicValue,
  vocabulary: readonly VocabularyEntry[],
  language: SentenceLanguage,
) {
  const parsed = parseExpression(logic);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const sentence = sentenceOf(parsed.node, namesOfVocabulary(vocabulary), language);
  const read = parseSentence(sentence, vocabulary, language);
  return {
    sentence,
    expected: toJsonLogic(sentenceForm(parsed.node)),
    read: read.ok ? toJsonLogic(read.node) : read.issues,
  };
}

describe('writing a rule and reading it', () => {
  it.each(['en', 'zh-CN'] as const)('gives the same rule in %s', (language) => {
    fc.assert(
      fc.property(rules.condition, vocabularies, (logic, vocabulary) => {
        const { sentence, expected, read } = roundTrip(logic, vocabulary, language);
        expect({ sentence, rule: read }).toEqual({ sentence, rule: expected });
      }),
      { numRuns: Number(process.env['SENTENCE_RULES'] ?? 300) },
    );
  });

  it('says what it means in one form only', () => {
    fc.assert(
      fc.property(rules.condition, (logic) => {
        const parsed = parseExpression(logic);
        if (!parsed.ok) return;
        const once = sentenceForm(parsed.node);
        expect(toJsonLogic(sentenceForm(once))).toEqual(toJsonLogic(once));
      }),
      { numRuns: 200 },
    );
  });
});
