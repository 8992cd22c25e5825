import { describe, expect, it } from '@jest/globals';
import { parseExpression } from '../../parser/parse-expression.js';
import { formatDecimal, numberWords } from './number-words.js';
import { sentenceOf } from './sentence-of.js';

const names = {
  f: { en: 'frequency', 'zh-CN': '消费频次', unit: 'time' },
  a: { en: 'amount', 'zh-CN': '消费金额', unit: 'currency' },
  d: { en: 'days since last order', 'zh-CN': '最近消费距今天数', unit: 'day' },
  s: { en: 'score', 'zh-CN': '得分' },
  p: { en: 'share', 'zh-CN': '占比', unit: 'percent' },
  w: { en: 'weight', 'zh-CN': '重量', unit: 'kg' },
  r: { en: 'region', 'zh-CN': '地区' },
  m: { en: 'member', 'zh-CN': '会员' },
  j: { en: 'joined on', 'zh-CN': '加入日期' },
  x: { en: 'least', 'zh-CN': '且慢' },
};
const [f, a, d, s, p, w, r, m, j, x] = [...'fadspwrmjx'].map((name) => ({ var: name }));

function say(logic: unknown, language: 'en' | 'zh-CN'): string {
  const parsed = parseExpression(logic);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return sentenceOf(parsed.node, names, language);
}

describe('sentenceOf', () => {
  it.each([
    [
      { and: [{ '>=': [f, 10] }, { '>': [a, 100_000] }] },
      'frequency is at least 10 and amount is more than 100,000',
      '消费频次不少于 10 次，且消费金额超过 10 万元',
    ],
    [{ '<': [a, 12_345.5] }, 'amount is less than 12,345.5', '消费金额少于 12,345.5 元'],
    [{ '<=': [a, 250_000_000] }, 'amount is at most 250,000,000', '消费金额不超过 2.5 亿元'],
    [{ '>': [d, 45] }, 'days since last order is more than 45 days', '最近消费距今天数超过 45 天'],
    [{ '>=': [d, 1] }, 'days since last order is at least 1 day', '最近消费距今天数不少于 1 天'],
    [{ '>=': [s, 4] }, 'score is at least 4', '得分不小于 4'],
    [{ '>': [p, 70] }, 'share is more than 70%', '占比超过 70%'],
    [{ '<': [w, 2.5] }, 'weight is less than 2.5 kg', '重量少于 2.5 kg'],
    [{ '<': [1, f] }, 'frequency is more than 1', '消费频次超过 1 次'],
    [{ '<': [1, f, 5] }, 'frequency is between 1 and 5 (exclusive)', '消费频次在 1 至 5 次之间（不含两端）'],
    [{ '<=': [1.5, s, 5] }, 'score is between 1.5 and 5 (inclusive)', '得分在 1.5 至 5 之间（含两端）'],
    [
      { '!': { '<=': [1, f, 5] } },
      'frequency is less than 1 or frequency is more than 5',
      '消费频次少于 1 次，或消费频次超过 5 次',
    ],
    [{ '!': { '>': [f, 5] } }, 'frequency is at most 5', '消费频次不超过 5 次'],
    [{ '==': [f, 0] }, 'frequency is 0', '消费频次为 0 次'],
    [{ '!=': [r, '东'] }, 'region is not "东"', '地区不为“东”'],
    [{ '==': [a, s] }, 'amount equals score', '消费金额等于得分'],
    [{ in: [r, ['东', '西']] }, 'region is one of "东", "西"', '地区属于“东”、“西”'],
    [{ '!': { in: [r, ['东']] } }, 'region is not one of "东"', '地区不属于“东”'],
    [{ in: ['沪', r] }, 'region contains "沪"', '地区包含“沪”'],
    [{ '==': [r, '说“好”'] }, 'region is "说“好”"', '地区为“说“好”””'],
    [{ '==': [r, 'a "b"'] }, 'region is "a ""b"""', '地区为“a "b"”'],
    [{ missing: ['f', 'a'] }, 'frequency is missing or amount is missing', '消费频次缺失，或消费金额缺失'],
    [{ '!': { missing: ['f'] } }, 'frequency has a value', '消费频次有值'],
    [{ and: [m, { '!': m }] }, 'member is yes and member is no', '会员为是，且会员为否'],
    [{ '<': [j, '2024-01-01'] }, 'joined on is before 2024-01-01', '加入日期早于 2024-01-01'],
    [{ '>=': [j, '2024-01-01'] }, 'joined on is on or after 2024-01-01', '加入日期不早于 2024-01-01'],
    [
      { and: [{ or: [{ '<': [f, 1] }, { '>': [a, 2] }] }, { '!=': [r, 'x'] }] },
      '(frequency is less than 1 or amount is more than 2) and region is not "x"',
      '（消费频次少于 1 次，或消费金额超过 2 元），且地区不为“x”',
    ],
    [
      { or: [{ and: [{ '<': [f, 1] }, { '>': [a, 2] }] }, { '!=': [r, 'x'] }] },
      '(frequency is less than 1 and amount is more than 2) or region is not "x"',
      '（消费频次少于 1 次，且消费金额超过 2 元），或地区不为“x”',
    ],
    [
      { '!': { and: [{ '<': [f, 1] }, { '>': [a, 2] }] } },
      'frequency is at least 1 or amount is at most 2',
      '消费频次不少于 1 次，或消费金额不超过 2 元',
    ],
    [
      { '>': [{ '*': [{ '+': [f, 1] }, 2] }, a] },
      '(frequency + 1) × 2 is more than amount',
      '（消费频次 + 1） × 2 大于消费金额',
    ],
    [
      { '>': [{ '-': [f, { '-': [a, 1] }] }, 0] },
      'frequency - (amount - 1) is more than 0',
      '消费频次 - （消费金额 - 1）大于 0',
    ],
    [
      { '<': [{ min: [f, a] }, 3] },
      'the smallest of (frequency, amount) is less than 3',
      '最小值（消费频次、消费金额）小于 3',
    ],
    [
      { if: [{ '>': [f, 5] }, 'A', 'B'] },
      'if frequency is more than 5 then "A", otherwise "B"',
      '若消费频次超过 5 次，则为“A”；否则为“B”',
    ],
    [
      { '>': [{ var: ['f', 0] }, 5] },
      'frequency (if missing: 0) is more than 5',
      '消费频次（缺失时按 0）超过 5 次',
    ],
    [{ '>': [x, 5] }, 'least is more than 5', '且慢大于 5'],
  ])('says %j', (logic, english, chinese) => {
    expect(say(logic, 'en')).toBe(english);
    expect(say(logic, 'zh-CN')).toBe(chinese);
  });

  it('calls an input without a name by its id', () => {
    expect(say({ '<': [{ var: 'toString' }, 1] }, 'en')).toBe('toString is less than 1');
  });

  it.each([
    [
      'a name that is a word of the sentence',
      { v: { en: 'at least', 'zh-CN': '且' } },
      '[at least]',
      '「且」',
    ],
    ['a number', { v: { en: '5', 'zh-CN': '5' } }, '[5]', '「5」'],
    [
      'a name that goes on where another one ends',
      { v: { en: 'spend is high', 'zh-CN': '消费大于' }, u: { en: 'spend', 'zh-CN': '消费' } },
      '[spend is high]',
      '「消费大于」',
    ],
    [
      'nothing else',
      { v: { en: 'orders and returns', 'zh-CN': '是否促销' } },
      'orders and returns',
      '是否促销',
    ],
  ])('puts brackets around %s', (_, table, english, chinese) => {
    const parsed = parseExpression({ '<': [{ var: 'v' }, 5] });
    expect(parsed.ok && sentenceOf(parsed.node, table, 'en')).toBe(`${english} is less than 5`);
    expect(parsed.ok && sentenceOf(parsed.node, table, 'zh-CN')).toMatch(`${chinese}小于 5`);
  });

  it('tells two inputs of one name apart', () => {
    const twice = { one: { en: 'amount' }, two: { en: 'Amount' } };
    const parsed = parseExpression({ '<': [{ var: 'one' }, { var: 'two' }] });
    expect(parsed.ok && sentenceOf(parsed.node, twice, 'en')).toBe('[amount#one] is less than [Amount#two]');
  });
});

describe('formatDecimal', () => {
  it.each([
    ['100000', '100,000'],
    ['1234567.5000', '1,234,567.5000'],
    ['-1000', '-1,000'],
    ['999', '999'],
    ['1e-7', '1e-7'],
  ])('writes %s as %s', (text, expected) => {
    expect(formatDecimal(text)).toBe(expected);
  });
});

describe('numberWords', () => {
  it.each([
    [9_999, '9,999'],
    [10_000, '1 万'],
    [15_000, '1.5 万'],
    [12_345, '12,345'],
    [10_500, '1.05 万'],
    [50_000_000, '5,000 万'],
    [123_000_000, '1.23 亿'],
    [123_456_789, '123,456,789'],
    [-20_000, '-2 万'],
    [0.5, '0.5'],
    ['20000.00', '2 万'],
    ['12.50', '12.5'],
  ])('writes %p as %s in Chinese', (value, expected) => {
    expect(numberWords(value, 'zh-CN')).toBe(expected);
  });
});
