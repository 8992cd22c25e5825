import { describe, expect, it } from '@jest/globals';
import { field, faultsOf, stepOf, valueOf } from '../../testing/probe-node.js';

const inputs = [
  field('amount', 'number', { name: { en: 'Amount', 'zh-CN': '金额' }, unit: 'currency' }),
  field('orders', 'number', { name: { en: 'Orders', 'zh-CN': '订单数' }, unit: 'time' }),
  field('since', 'date'),
  field('city', 'text'),
];
const formula = (expression: unknown, valueType = 'number', more: object = {}) => [
  ...inputs,
  {
    kind: 'formula',
    id: 'f',
    name: { en: 'Average order', 'zh-CN': '客单价' },
    valueType,
    expression,
    ...more,
  },
];
const average = {
  if: [{ '>': [{ var: 'orders' }, 0] }, { '/': [{ var: 'amount' }, { var: 'orders' }] }, null],
};

describe('a formula', () => {
  it('calculates, and has no value where an input is missing', () => {
    expect(valueOf(formula(average), 'f', { amount: 1200, orders: 3 })).toBe(400);
    expect(valueOf(formula(average), 'f', { amount: 1200, orders: 0 })).toBeNull();
    expect(valueOf(formula(average), 'f', { amount: null, orders: 3 })).toBeNull();
  });

  it.each([
    ['text', { if: [{ '==': [{ var: 'city' }, '上海'] }, 'local', 'far'] }, 'local'],
    ['boolean', { '>=': [{ var: 'amount' }, 100] }, false],
    ['date', { if: [{ missing: ['city'] }, '2024-01-01', { var: 'since' }] }, '2024-02-29'],
  ])('gives %s', (type, expression, expected) => {
    const values = { city: '上海', amount: null, orders: null, since: '2024-02-29' };
    expect(valueOf(formula(expression, type), 'f', values)).toBe(expected);
  });

  it.each<[unknown, string, object, [string, string][]]>([
    [average, 'number', {}, []],
    [average, 'text', {}, [['WRONG_VALUE_TYPE', 'valueType']]],
    [{ '>': [{ var: 'amount' }, 1] }, 'number', {}, [['WRONG_VALUE_TYPE', 'valueType']]],
    [{ '+': [{ var: 'amout' }, 1] }, 'number', {}, [['UNKNOWN_VARIABLE', 'expression.+.0']]],
    [{ '/': [1, { var: 'orders' }] }, 'number', {}, [['DIVISION_BY_ZERO', 'expression./.1']]],
    [null, 'number', {}, [['NO_VALUE', 'expression']]],
    [{ var: 'city' }, 'text', { unit: 'day' }, [['UNIT_WITHOUT_USE', 'unit']]],
    [{ var: 'orders' }, 'number', { unit: 'day' }, [['UNIT_MISMATCH', 'unit']]],
  ])('%j as %s with %j has the faults %j', (expression, type, more, expected) => {
    expect(faultsOf(formula(expression, type, more), 'f')).toEqual(expected);
  });

  it('says what it calculated from what', () => {
    const { sentence } = stepOf(formula({ '+': [{ var: 'amount' }, { var: 'orders' }] }), 'f', {
      amount: 1200,
      orders: 3,
    });
    expect(sentence.en).toMatch(/^Average order is 1,203: .*amount.* \(amount is 1,200, orders is 3\)\.$/);
    expect(sentence['zh-CN']).toMatch(/^客单价为 1,203：.*金额.*（金额为 1,200 元，订单数为 3 次）。$/);
    expect(stepOf(formula(average), 'f', { amount: null, orders: 3 }).sentence['zh-CN']).toMatch(
      /^客单价没有值：.*（.*金额缺失.*）。$/,
    );
  });
});
