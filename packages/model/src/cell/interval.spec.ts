import { describe, expect, it } from '@jest/globals';
import type { Cell } from './cell.js';
import { chainOf } from './interval.js';

const range = (min?: number, max?: number, closed: 'left' | 'right' = 'left'): Cell => ({
  op: 'range',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  closed,
});

describe('chainOf', () => {
  it('gives the upper ends of bins that cover every number', () => {
    expect(chainOf([range(undefined, 8), range(8, 16), range(16)])).toEqual([
      { value: 8, isClosed: false },
      { value: 16, isClosed: false },
    ]);
    expect(chainOf([range(undefined, 8, 'right'), range(8, undefined, 'right')])).toEqual([
      { value: 8, isClosed: true },
    ]);
    expect(chainOf([{ op: '<', value: 8 }, { op: '<', value: 16 }, null])).toEqual([
      { value: 8, isClosed: false },
      { value: 16, isClosed: false },
    ]);
  });

  it.each<[string, Cell[]]>([
    ['a gap', [range(undefined, 8), range(9)]],
    ['a number in neither', [range(undefined, 8), range(8, undefined, 'right')]],
    ['a first bin with a lower end', [range(0, 8), range(8)]],
    ['a last bin with an upper end', [range(undefined, 8), range(8, 16)]],
    ['descending bins', [range(8), range(undefined, 8)]],
    ['a list', [{ op: 'in', values: [1] }, range()]],
    ['a bin for what is missing', [{ op: 'missing' }, range()]],
  ])('is null with %s', (_why, cells) => {
    expect(chainOf(cells)).toBeNull();
  });
});
