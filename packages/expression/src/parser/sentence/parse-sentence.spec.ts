import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toJsonLogic } from '../to-json-logic.js';
import { parseSentence } from './parse-sentence.js';
import type { VocabularyEntry } from './vocabulary.js';

const vocabulary: readonly VocabularyEntry[] = [
  {
    id: 'orders',
    name: { en: 'number of orders', 'zh-CN': '消费次数' },
    type: 'number',
    unit: 'time',
    role: 'count',
    window: 'any',
    activities: { en: ['order', 'orders'], 'zh-CN': ['消费'] },
  },
  {
    id: 'amount',
    name: { en: 'total amount', 'zh-CN': '消费金额' },
    type: 'number',
    unit: 'currency',
    role: 'sum',
    window: 'any',
    activities: { 'zh-CN': ['消费'] },
  },
  {
    id: 'recency',
    name: { en: 'days since last order', 'zh-CN': '最近消费距今天数' },
    type: 'number',
    unit: 'day',
    role: 'since',
    activities: { en: ['order'], 'zh-CN': ['消费'] },
  },
  { id: 'city', name: { en: 'city', 'zh-CN': '城市' }, type: 'text' },
  { id: 'level', name: { en: 'level', 'zh-CN': '等级' }, type: 'enumeration', options: ['金卡', 'Gold'] },
  { id: 'active', name: { en: 'active', 'zh-CN': '活跃' }, type: 'boolean' },
  { id: 'share', name: { en: 'promotion share', 'zh-CN': '促销占比' }, type: 'number' },
  { id: 'rate', name: { en: 'return rate', 'zh-CN': '退货率' }, type: 'number', unit: 'percent' },
];
const v = (name: string) => ({ var: name });

function read(text: string): unknown {
  const result = parseSentence(text, vocabulary);
  return result.ok
    ? toJsonLogic(result.node)
    : result.issues.map(({ code, start, end }) => [code, start, end]);
}

describe('parseSentence', () => {
  it.each([
    ['促销占比超过70%', { '>': [v('share'), 0.7] }],
    ['退货率低于 5.5%', { '<': [v('rate'), 5.5] }],
    ['promotion share over 12.5 percent', { '>': [v('share'), 0.125] }],
    ['活跃', v('active')],
    ['活跃为否且等级为金卡', { and: [{ '!': [v('active')] }, { '==': [v('level'), '金卡'] }] }],
    ['城市不包含“海”', { '!': [{ in: ['海', v('city')] }] }],
    [
      '不满足（消费次数超过5次或消费金额超过1万元）',
      { and: [{ '<=': [v('orders'), 5] }, { '<=': [v('amount'), 10_000] }] },
    ],
    ['消费金额 ÷ 消费次数 大于 500', { '>': [{ '/': [v('amount'), v('orders')] }, 500] }],
    ['消费金额大于消费次数', { '>': [v('amount'), v('orders')] }],
    ['level is Gold', { '==': [v('level'), 'Gold'] }],
    ['number of orders in the last 90 days exceeds 5', { '>': [v('orders_90_days'), 5] }],
    ['消费超过一百零五次', { '>': [v('orders'), 105] }],
    ['消费两万五千元以上', { '>=': [v('amount'), 25_000] }],
    ['消费0.1亿元以上', { '>=': [v('amount'), 10_000_000] }],
    ['消费金额超过12.345万', { '>': [v('amount'), 123_450] }],
  ])('reads %s', (sentence, rule) => {
    expect(read(sentence)).toEqual(rule);
  });

  it('keeps a window to itself where another is said', () => {
    const result = parseSentence('近12个月消费超过10次且近6个月消费金额超过1万元', vocabulary);
    expect(result.ok && result.windowed).toEqual([
      { variable: 'orders_12_months', entry: 'orders', window: { months: 12 } },
      { variable: 'amount_6_months', entry: 'amount', window: { months: 6 } },
    ]);
  });

  it('takes “以上” as including and “超过” as not including, and refuses neither', () => {
    expect([read('消费5次以上'), read('消费超过5次'), read('消费5次以下'), read('消费不足5次')]).toEqual(
      (['>=', '>', '<=', '<'] as const).map((order) => ({ [order]: [v('orders'), 5] })),
    );
  });

  it('says where it stopped understanding', () => {
    expect(read('鞋码大于40')).toEqual([['NOT_UNDERSTOOD', 0, 2]]);
    expect(read('九'.repeat(500))).toEqual([['NUMBER_TOO_LARGE', 0, 500]]);
    expect(read('消费次数大于5吗')).toEqual([['NOT_UNDERSTOOD', 7, 8]]);
    expect(read('五次')).toEqual([['SENTENCE_INCOMPLETE', 2, 2]]);
    expect(read('x'.repeat(10_001))).toEqual([['SENTENCE_TOO_LONG', 0, 10_001]]);
    expect(read(`${'('.repeat(50)}消费超过5次`)).toEqual([['TOO_DEEP', 21, 22]]);
  });

  const pieces = [
    '消费',
    '消费次数',
    '超过',
    '5',
    '次',
    '10万元',
    '且',
    '或',
    '（',
    '）',
    '，',
    '近',
    '90天',
    '内',
    '没有',
    '不',
    '是',
    '为',
    '归为',
    '“VIP”',
    '的客户',
    '在',
    '至',
    '之间',
    '以上',
    '既不',
    '也不',
    '若',
    '则为',
    '否则',
    '触发',
    'order',
    'more than',
    'is',
    'not',
    'and',
    'or',
    'between',
    'in the last',
    'no',
    'for',
    '45 days',
    '-',
    '+',
    '%',
    '"',
    '「',
    '[',
  ];

  it('answers whatever is written, in time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join('');
          const began = performance.now();
          const result = parseSentence(text, vocabulary);
          expect(performance.now() - began).toBeLessThan(1000);
          if (!result.ok)
            for (const { start, end } of result.issues)
              expect(0 <= start && start <= end && end <= text.length).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    const hostile = [
      '（'.repeat(5000),
      '在'.repeat(9000),
      '消费近90天'.repeat(1500),
      '且'.repeat(9999),
      '-'.repeat(9999),
      '近90天（'.repeat(2000),
      'not ('.repeat(1900),
      '[a '.repeat(3000),
      '"'.repeat(9999),
    ];
    for (const text of hostile) {
      const began = performance.now();
      parseSentence(text, vocabulary);
      expect({ text: text.slice(0, 9), isSlow: performance.now() - began > 1500 }).toEqual({
        text: text.slice(0, 9),
        isSlow: false,
      });
    }
  });
});
