import { describe, expect, it } from '@jest/globals';
import { curvePoints, weightAt } from './decay-curve';

describe('the curve of a time decay', () => {
  it('halves at every half-life, straight in between, and ends after 20', () => {
    const curve = { shape: 'halfLife', halfLife: '90' } as const;
    expect([-5, 0, 45, 90, 180, 225].map((age) => weightAt(curve, age))).toEqual([
      1, 1, 0.75, 0.5, 0.25, 0.1875,
    ]);
    expect(weightAt(curve, 1800)).toBe(0);
  });

  it('falls straight to 0 at the end', () => {
    expect([30, 60, 90].map((age) => weightAt({ shape: 'linear', end: '60' }, age))).toEqual([0.5, 0, 0]);
  });

  it('takes the weight of the first step whose end is above the age', () => {
    const curve = {
      shape: 'steps',
      steps: [
        { until: '30', weight: '1' },
        { until: '90', weight: '0.4' },
      ],
    } as const;
    const steps = { ...curve, steps: [...curve.steps] };
    expect([0, 29, 30, 89, 90].map((age) => weightAt(steps, age))).toEqual([1, 1, 0.4, 0.4, 0]);
  });

  it('is never drawn below the floor', () => {
    const points = curvePoints({ curve: { shape: 'linear', end: '10' }, floor: '0.2' }, 10);
    expect(points[0]).toEqual([0, 1]);
    expect(points.at(-1)).toEqual([1, 0.2]);
  });
});
