import { describe, expect, it } from '@jest/globals';
import { rangeWords } from './range-words.js';
import { isWords, listWords, numberWords, quantityWords, valueWords } from './words.js';

describe('numbers in words', () => {
  it.each([
    [0.1 + 0.2, '0.3', '0.3'],
    [100 / 3, '33.3333', '33.3333'],
    [9_999.99999999, '9,999.99999999', '9,999.99999999'],
    [120_000, '120,000', '12 万'],
    [123_456, '123,456', '123,456'],
    ['15000.50', '15,000.5', '15,000.5'],
    ['20000.00', '20,000', '2 万'],
    ['0.12345678901234567', '0.12345678901234567', '0.12345678901234567'],
  ])('says %p as %s and %s', (value, english, chinese) => {
    expect([numberWords(value, 'en'), numberWords(value, 'zh-CN')]).toEqual([english, chinese]);
  });

  it.each([
    [1, 'day', '1 day', '1 天'],
    ['1', 'month', '1 month', '1 个月'],
    [30_000, 'currency', '30,000', '3 万元'],
    [1_500, 'currency', '1,500', '1,500 元'],
    [5, 'percent', '5%', '5%'],
    [2, 'visits / week', '2 visits / week', '2 visits / week'],
  ])('says %p of the unit %s as %s and %s', (value, unit, english, chinese) => {
    expect([quantityWords(value, unit, 'en'), quantityWords(value, unit, 'zh-CN')]).toEqual([
      english,
      chinese,
    ]);
  });
});

describe('ranges in words', () => {
  it.each([
    [5, 9, true, true, '5–9 times a day', '5–9 times a day', 'times a day'],
    [-5, 9, true, true, 'from -5 to 9 days', '-5 至 9 天', 'day'],
    [10_000, 50_000, true, true, '10,000–50,000', '1 万至 5 万元', 'currency'],
    [
      10_000,
      50_000,
      true,
      false,
      'at least 10,000 and less than 50,000',
      '不少于 1 万且少于 5 万元',
      'currency',
    ],
    [
      9_999,
      10_000,
      false,
      false,
      'more than 9,999 and less than 10,000',
      '超过 9,999 且少于 10,000 元',
      'currency',
    ],
    [44, 111.4, false, true, 'more than 44 and at most 111.4 days', '超过 44 且不超过 111.4 天', 'day'],
    [3, 3, true, true, '3 days', '3 天', 'day'],
    [null, 3, false, false, 'less than 3', '小于 3', undefined],
    [2, null, false, false, 'more than 2 days', '超过 2 天', 'day'],
  ])('says %p to %p', (minimum, maximum, minimumIncluded, maximumIncluded, english, chinese, unit) => {
    const range = { minimum, maximum, minimumIncluded, maximumIncluded };
    expect([rangeWords(range, 'en', { unit }), rangeWords(range, 'zh-CN', { unit })]).toEqual([
      english,
      chinese,
    ]);
  });

  it('says dates by when they are', () => {
    const range = {
      minimum: '2025-01-01',
      maximum: '2025-06-30',
      minimumIncluded: true,
      maximumIncluded: false,
    };
    expect(rangeWords(range, 'en', { isDate: true })).toBe('on or after 2025-01-01 and before 2025-06-30');
    expect(rangeWords({ ...range, maximumIncluded: true }, 'zh-CN', { isDate: true })).toBe(
      '2025-01-01 至 2025-06-30',
    );
  });
});

describe('clauses', () => {
  it.each([
    [valueWords(5, 'zh-CN', { unit: 'time' }), '次数为 5 次'],
    [valueWords('East', 'zh-CN'), '次数为“East”'],
    [valueWords(null, 'zh-CN'), '次数缺失'],
    [valueWords(true, 'zh-CN'), '次数为是'],
    [valueWords('2025-01-01', 'zh-CN'), '次数为 2025-01-01'],
    ['不少于 5 次', '次数不少于 5 次'],
  ])('joins a name and %s', (words, expected) => {
    expect(isWords('次数', words, 'zh-CN')).toBe(expected);
  });

  it('lists with spaces where Chinese meets digits', () => {
    expect(listWords(['1', '2', '3'], 'zh-CN', 'or')).toBe('1、2 或 3');
    expect(listWords(['“a”', '“b”'], 'zh-CN')).toBe('“a”和“b”');
    expect(listWords(['a', 'b', 'c'], 'en', 'or')).toBe('a, b or c');
  });
});
