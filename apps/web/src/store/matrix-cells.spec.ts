import { describe, expect, it } from '@jest/globals';
import type { MatrixNode } from '@terrace/model';
import { addAxis, cellIndex, placesOf, removeAxis, withAxis } from './matrix-cells';

const matrix: MatrixNode = {
  kind: 'matrix',
  id: 'grid',
  name: { en: 'Grid' },
  axes: [
    { input: 'spend', values: ['low', 'high'] },
    { input: 'visits', values: [1, 2, 3] },
  ],
  cells: ['a', 'b', 'c', 'd', 'e', null],
};

describe('the cells of a matrix', () => {
  it('are numbered with the last axis fastest, both ways', () => {
    expect(cellIndex(matrix.axes, [1, 0])).toBe(3);
    expect(placesOf(matrix.axes, 5)).toEqual([1, 2]);
  });

  it('stay with their values when those are reordered, added or removed', () => {
    const changed = withAxis(matrix, 1, { input: 'visits', values: [3, 1, 4] });
    expect(changed.cells).toEqual(['c', 'a', null, null, 'd', null]);
  });

  it('stay in their places when an axis takes another input', () => {
    expect(withAxis(matrix, 0, { input: 'grade', values: ['C', 'B', 'A'] }).cells).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      null,
      null,
      null,
      null,
    ]);
  });

  it('are repeated along a further axis, and come back when it goes', () => {
    const third = addAxis(matrix, { input: 'active', values: [true, false] });
    expect(third.cells.slice(0, 4)).toEqual(['a', 'a', 'b', 'b']);
    expect(third.cells).toHaveLength(12);
    expect(removeAxis(third, 2)).toEqual(matrix);
  });
});
