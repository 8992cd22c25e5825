import { describe, expect, it } from '@jest/globals';
import { populationSql, statisticsSql } from './calibration-sql.js';

const calibration = { input: '"d_spent"', population: '("d_n" > \'0\')' };

describe('the SQL of a calibration', () => {
  it('counts every population in one scan', () => {
    expect(populationSql([calibration, { ...calibration, population: undefined }], 'dims')).toBe(
      `SELECT count("d_spent") FILTER (WHERE ("d_n" > '0')) AS n0, count("d_spent") AS n1 FROM dims`,
    );
  });

  it('asks for values by rank in the middle of their share', () => {
    expect(statisticsSql(calibration, 'dims', 4, { kind: 'order', ranks: [1, 4] })).toBe(
      `SELECT percentile_disc(ARRAY[0.125, 0.875]::float8[]) WITHIN GROUP (ORDER BY "d_spent")::text[] AS "values"
FROM dims WHERE "d_spent" IS NOT NULL AND ("d_n" > '0')`,
    );
  });

  it('sums squares in numeric', () => {
    expect(statisticsSql({ ...calibration, population: undefined }, 'dims', 4, { kind: 'moments' })).toBe(
      `SELECT sum("d_spent")::text AS "sum", sum("d_spent" * "d_spent")::text AS "sumOfSquares"
FROM dims WHERE "d_spent" IS NOT NULL`,
    );
  });
});
