import { describe, expect, it } from '@jest/globals';
import { cutPointSql, populationSql, quantilePositions } from './calibration-sql.js';

describe('quantilePositions', () => {
  it('interpolates between order statistics by exact fractions', () => {
    expect(quantilePositions(995n, 5)).toEqual([
      { lower: 199n, numerator: 4n, denominator: 5n },
      { lower: 398n, numerator: 3n, denominator: 5n },
      { lower: 597n, numerator: 2n, denominator: 5n },
      { lower: 796n, numerator: 1n, denominator: 5n },
    ]);
  });

  it('stays exact where doubles would not', () => {
    const n = 2n ** 60n;
    expect(quantilePositions(n, 2)).toEqual([{ lower: 2n ** 59n, numerator: 1n, denominator: 2n }]);
  });

  it('stays at the only value of a population of one', () => {
    expect(quantilePositions(1n, 3).map(({ lower, numerator }) => [lower, numerator])).toEqual([
      [1n, 0n],
      [1n, 0n],
    ]);
  });
});

describe('the SQL of a calibration', () => {
  const calibration = { input: '"d_spent"', population: '("d_n" > \'0\')', count: 2, offset: '1' };

  it('counts every population in one scan', () => {
    expect(populationSql([calibration, { ...calibration, population: undefined }], 'dims')).toBe(
      `SELECT count("d_spent") FILTER (WHERE ("d_n" > '0')) AS n0, count("d_spent") AS n1 FROM dims`,
    );
  });

  it('asks for each order statistic once', () => {
    const { text, parameters } = cutPointSql(calibration, 'dims', 3n);
    expect(text).toContain('percentile_disc(ARRAY[0.5]::float8[]) WITHIN GROUP (ORDER BY "d_spent")');
    expect(text).toContain('(VALUES (0, (o.v)[1]::numeric + $1::numeric))');
    expect(parameters).toEqual(['1']);
  });
});
