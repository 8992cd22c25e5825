import { describe, expect, it } from '@jest/globals';
import { parseExpression } from '../../parser/parse-expression.js';
import { formatDecimal, sentenceOf } from './sentence-of.js';

const names = {
  f: { en: 'frequency', 'zh-CN': '消费频次' },
  a: { en: 'amount', 'zh-CN': '消费金额' },
  r: { en: 'region', 'zh-CN': '地区' },
  m: { en: 'member', 'zh-CN': '会员' },
};
const [f, a, r, m] = ['f', 'a', 'r', 'm'].map((name) => ({ var: name }));

function say(logic: unknown, language: 'en' | 'zh-CN'): string {
  const parsed = parseExpression(logic);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return sentenceOf(parsed.node, names, language);
}

describe('sentenceOf', () => {
  it.each([
    [
      { and: [{ '>=': [f, 10] }, { '>': [a, 100_000] }] },
      'frequency ≥ 10 and amount > 100,000',
      '消费频次 ≥ 10 且 消费金额 > 100,000',
    ],
    [{ '<': [1, f, 5] }, '1 < frequency < 5', '1 < 消费频次 < 5'],
    [{ '<=': [1.5, f, 5] }, '1.5 ≤ frequency ≤ 5', '1.5 ≤ 消费频次 ≤ 5'],
    [{ '!': { '<=': [1, f, 5] } }, 'frequency < 1 or frequency > 5', '消费频次 < 1 或 消费频次 > 5'],
    [{ '!': { '>': [f, 5] } }, 'frequency ≤ 5', '消费频次 ≤ 5'],
    [{ in: [r, ['东', '西']] }, 'region is one of "东", "西"', '地区属于“东”、“西”'],
    [{ '!': { in: [r, ['东']] } }, 'region is not one of "东"', '地区不属于“东”'],
    [{ in: ['沪', r] }, 'region contains "沪"', '地区包含“沪”'],
    [{ missing: ['f', 'a'] }, 'frequency or amount is missing', '缺少消费频次或消费金额'],
    [{ '!': { missing: ['f', 'a'] } }, 'frequency and amount are present', '消费频次和消费金额有值'],
    [{ '!': m }, 'member is false', '会员为否'],
    [{ '==': [m, true] }, 'member = true', '会员 = 是'],
    [
      { and: [{ or: [{ '<': [f, 1] }, { '>': [a, 2] }] }, { '!=': [r, 'x'] }] },
      '(frequency < 1 or amount > 2) and region ≠ "x"',
      '（消费频次 < 1 或 消费金额 > 2） 且 地区 ≠ “x”',
    ],
    [
      { '!': { and: [{ '<': [f, 1] }, { '>': [a, 2] }] } },
      'not (frequency < 1 and amount > 2)',
      '不满足（消费频次 < 1 且 消费金额 > 2）',
    ],
    [
      { '>': [{ '*': [{ '+': [f, 1] }, 2] }, a] },
      '(frequency + 1) × 2 > amount',
      '（消费频次 + 1） × 2 > 消费金额',
    ],
    [
      { '>': [{ '-': [f, { '-': [a, 1] }] }, 0] },
      'frequency - (amount - 1) > 0',
      '消费频次 - （消费金额 - 1） > 0',
    ],
    [
      { '<': [{ min: [f, a] }, 3] },
      'the smallest of frequency, amount < 3',
      '消费频次、消费金额中的最小值 < 3',
    ],
  ])('says %j', (logic, english, chinese) => {
    expect(say(logic, 'en')).toBe(english);
    expect(say(logic, 'zh-CN')).toBe(chinese);
  });

  it('calls an input without a name by its id', () => {
    expect(say({ '<': [{ var: 'toString' }, 1] }, 'en')).toBe('toString < 1');
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
