import { expect, it } from '@jest/globals';
import { mismatchesOf } from './mismatches.js';

it('names the tier and the nodes that differ, numbers by more than the margin', () => {
  const values: Record<string, number | string | boolean | null> = {
    near: 0.1 + 0.2,
    far: 0.3001,
    large: 1e12 + 1,
    text: '1',
    none: null,
  };
  const each = {
    values: {},
    tier: 'gold',
    expect: { near: 0.3, far: 0.3, large: 1e12, text: 1, none: false },
  };
  expect(mismatchesOf(each, 'gold', (node) => values[node] ?? null)).toEqual([
    { what: 'far', expected: 0.3, actual: 0.3001 },
    { what: 'text', expected: 1, actual: '1' },
    { what: 'none', expected: false, actual: null },
  ]);
  expect(mismatchesOf({ values: {}, tier: 'gold' }, null, () => null)).toEqual([
    { what: 'tier', expected: 'gold', actual: null },
  ]);
});
