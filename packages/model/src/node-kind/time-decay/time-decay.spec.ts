import { describe, expect, it } from '@jest/globals';
import { field, faultsOf, stepOf, valueOf } from '../../testing/probe-node.js';
import { decayWeight } from './weight-at.js';

const inputs = [
  field('amount', 'number', { name: { en: 'Amount', 'zh-CN': '消费金额' } }),
  field('age', 'duration', { unit: 'day', name: { en: 'Recency', 'zh-CN': '最近消费间隔' } }),
  field('city', 'text'),
];
type Curve =
  | { shape: 'halfLife'; halfLife: string }
  | { shape: 'linear'; end: string }
  | { shape: 'steps'; steps: { until: string; weight: string }[] };
const halfLife: Curve = { shape: 'halfLife', halfLife: '30' };
const linear: Curve = { shape: 'linear', end: '90' };
const steps: Curve = {
  shape: 'steps',
  steps: [
    { until: '30', weight: '1' },
    { until: '90', weight: '0.6' },
  ],
};
const decay = (curve: object, more: object = {}) => [
  ...inputs,
  {
    kind: 'timeDecay',
    id: 'd',
    name: { en: 'Recent amount', 'zh-CN': '近期消费' },
    age: 'age',
    curve,
    ...more,
  },
];

describe('a time decay', () => {
  it.each<[Curve, [number, number][]]>([
    [
      halfLife,
      [
        [-5, 1],
        [0, 1],
        [15, 0.75],
        [30, 0.5],
        [45, 0.375],
        [60, 0.25],
        [300, 2 ** -10],
        [600, 0],
        [9999, 0],
      ],
    ],
    [
      linear,
      [
        [-5, 1],
        [0, 1],
        [45, 0.5],
        [90, 0],
        [91, 0],
      ],
    ],
    [
      steps,
      [
        [-5, 1],
        [0, 1],
        [29.99, 1],
        [30, 0.6],
        [89, 0.6],
        [90, 0],
      ],
    ],
  ])('weighs by age: %j', (curve, expected) => {
    for (const [age, weight] of expected) {
      expect(valueOf(decay(curve), 'd', { age })).toBe(weight);
      expect(decayWeight({ curve, floor: '0' }, age)).toBe(weight);
    }
  });

  it('stays near the exponential curve', () => {
    for (let age = 0; age < 200; age += 7)
      expect(Math.abs(decayWeight({ curve: halfLife, floor: '0' }, age) - 0.5 ** (age / 30))).toBeLessThan(
        0.0431 * 0.5 ** Math.floor(age / 30) + 1e-12,
      );
  });

  it('never falls below the floor', () => {
    expect(valueOf(decay(linear, { floor: '0.2' }), 'd', { age: 89 })).toBe(0.2);
    expect(valueOf(decay(steps, { floor: '0.2' }), 'd', { age: 900 })).toBe(0.2);
  });

  it('weighs its input, and has no value where input or age is missing', () => {
    const weighted = decay(halfLife, { input: 'amount' });
    expect(valueOf(weighted, 'd', { amount: 1200, age: 15 })).toBe(900);
    expect(valueOf(weighted, 'd', { amount: null, age: 15 })).toBeNull();
    expect(valueOf(weighted, 'd', { amount: 1200, age: null })).toBeNull();
    expect(valueOf(decay(linear, { floor: '0.2' }), 'd', { age: null })).toBeNull();
  });

  it.each<[object, object, [string, string][]]>([
    [halfLife, {}, []],
    [{ shape: 'halfLife', halfLife: '0' }, {}, [['POSITIVE_EXPECTED', 'curve.halfLife']]],
    [{ shape: 'linear', end: '-1' }, {}, [['POSITIVE_EXPECTED', 'curve.end']]],
    [linear, { floor: '1.1' }, [['WEIGHT_OUT_OF_RANGE', 'floor']]],
    [linear, { input: 'city' }, [['NUMBER_EXPECTED', 'input']]],
    [linear, { age: 'nobody' }, [['UNKNOWN_INPUT', 'age']]],
    [
      {
        shape: 'steps',
        steps: [
          { until: '9', weight: '1' },
          { until: '9', weight: '0.5' },
        ],
      },
      {},
      [['STEPS_DESCEND', 'curve.steps.1.until']],
    ],
    [
      { shape: 'steps', steps: [{ until: '0', weight: '2' }] },
      {},
      [
        ['POSITIVE_EXPECTED', 'curve.steps.0.until'],
        ['WEIGHT_OUT_OF_RANGE', 'curve.steps.0.weight'],
      ],
    ],
    [
      {
        shape: 'steps',
        steps: [
          { until: '1', weight: '0.5' },
          { until: '2', weight: '0.6' },
        ],
      },
      {},
      [['WEIGHT_RISES', 'curve.steps.1.weight']],
    ],
  ])('%j with %j has the faults %j', (curve, more, expected) => {
    expect(faultsOf(decay(curve, more), 'd')).toEqual(expected);
  });

  it('says how much counts', () => {
    expect(stepOf(decay(halfLife, { input: 'amount' }), 'd', { amount: 1200, age: 45 }).sentence).toEqual({
      en: 'Amount is 1,200 and recency is 45 days, so it counts 37.5%: 450.',
      'zh-CN': '消费金额为 1,200，最近消费间隔为 45 天，按 37.5% 计为 450。',
    });
    expect(stepOf(decay(linear), 'd', { age: 45 }).sentence).toEqual({
      en: 'Recency is 45 days, so the weight is 50%.',
      'zh-CN': '最近消费间隔为 45 天，权重为 50%。',
    });
    expect(stepOf(decay(linear, { input: 'amount' }), 'd', { amount: null, age: 1 }).sentence).toEqual({
      en: 'Recent amount has no value: amount is missing.',
      'zh-CN': '近期消费没有值：消费金额缺失。',
    });
  });
});
