import { describe, expect, it } from '@jest/globals';
import { faultsOf, field, valueOf } from '../../testing/probe-node.js';

const inputs = [
  field('spent', 'number', { name: { en: 'Spent', 'zh-CN': '消费金额' } }),
  field('city', 'text'),
];
const definition = {
  inputs: [
    { id: 'amount', name: { en: 'Amount', 'zh-CN': '金额' }, type: 'number' },
    // The same name as a node that is not connected to it.
    { id: 'spent', name: { en: 'Bonus', 'zh-CN': '奖励' }, type: 'number' },
  ],
  parameters: [{ id: 'factor', name: { en: 'Factor' }, type: 'number', default: 2, minimum: 0 }],
  valueType: 'number',
  expression: { '+': [{ '*': [{ var: 'amount' }, { $parameter: 'factor' }] }, { var: ['spent', 0] }] },
};
const custom = (more: object = {}) => [
  ...inputs,
  field('bonus', 'number'),
  {
    kind: 'custom',
    id: 'c',
    name: { en: 'Weighted', 'zh-CN': '加权' },
    origin: 'b2b.weighted',
    version: '1.0.0',
    inputs: { amount: 'spent', spent: 'bonus' },
    definition,
    ...more,
  },
];

describe('a custom node', () => {
  it('computes its definition over the connected nodes, with defaults for parameters', () => {
    expect(valueOf(custom(), 'c', { spent: 10, bonus: 1 })).toBe(21);
    expect(valueOf(custom({ parameters: { factor: 0.5 } }), 'c', { spent: 10, bonus: 1 })).toBe(6);
    expect(valueOf(custom(), 'c', { spent: null, bonus: 1 })).toBeNull();
  });

  it('names inputs that nothing is connected to, and those of another type', () => {
    const codes = (more: object): string[][] => faultsOf(custom(more), 'c');
    expect(codes({ inputs: { amount: 'spent' } })).toEqual([['INPUT_NOT_CONNECTED', 'inputs.spent']]);
    expect(codes({ inputs: { amount: 'city', spent: 'bonus' } })).toEqual(
      expect.arrayContaining([['WRONG_INPUT_TYPE', 'inputs.amount']]),
    );
    expect(codes({ inputs: { amount: 'spent', spent: 'bonus', more: 'spent' } })).toEqual([
      ['UNKNOWN_INPUT', 'inputs.more'],
    ]);
  });

  it('refuses parameters that are not there or out of bounds', () => {
    const codes = (parameters: object): string[] =>
      faultsOf(custom({ parameters }), 'c').map(([code]) => code);
    expect(codes({ factor: -1 })).toEqual(['WRONG_PARAMETER']);
    expect(codes({ other: 1 })).toEqual(['UNKNOWN_PARAMETER']);
  });
});
