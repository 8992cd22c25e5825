import { describe, expect, it } from '@jest/globals';
import { textSearch } from './text-search';

describe('textSearch', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['MATRIX', true],
    ['ｍａｔｒｉｘ', true],
    ['矩', true],
    ['矩阵　matr', true],
    ['Ⅻ months', true],
    ['matrix bands', false],
    ['阵m', false],
    ['matr ix bands', false],
  ])('looks for %j', (search, isFound) => {
    expect(textSearch(search)(['矩阵', 'Matrix', 'XII Months'])).toBe(isFound);
  });

  it('finds nothing where there is no text', () => {
    expect([textSearch('a')([]), textSearch('')([])]).toEqual([false, true]);
  });
});
