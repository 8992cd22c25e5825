import { describe, expect, it } from '@jest/globals';
import { looksLikePointsTable } from './header.js';
import { readPointsTable } from './read-points-table.js';

describe('looksLikePointsTable', () => {
  it.each([
    ['variable\tbin\twoe\tpoints\nage\t1\t2\t3', true],
    ['\r\n"Variable","Bin","Points"\r\n"age","[1,2)",3', true],
    ['\uFEFFvariable,bin,points\nage,1,3', true],
    ['变量;分箱;分值\n年龄;[1,2);3', true],
    ['特征\t取值\t评分\n年龄\t1\t3', true],
    ['Characteristic,Bin,Score\nage,1,3', true],
    ['ＶＡＲＩＡＢＬＥ,Bins, Point \nage,1,3', true],
    ['variable,bin,points', false],
    ['variable,bin\nage,1', false],
    ['variable,points\nage,1', false],
    ['a,b,c\n1,2,3', false],
    ['combined variables, points of view\nand binders', false],
    ['', false],
  ])('asked about %j says %p', (text, expected) => {
    expect(looksLikePointsTable(text)).toBe(expected);
    // The reader finds the columns of the same texts.
    const faults = readPointsTable(text).issues.map(({ code }) => code);
    if (expected) expect(faults).not.toContain('COLUMNS_MISSING');
  });
});
