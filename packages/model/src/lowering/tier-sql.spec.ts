import { describe, expect, it } from '@jest/globals';
import { bands, condition, model, numberDimension, table, tier } from '../testing/documents.js';
import { tierSql } from './tier-sql.js';

describe('tierSql', () => {
  it('computes every depth in one fenced stage', () => {
    const document = model(
      [
        numberDimension('n'),
        numberDimension('zero', { fallback: 0 }),
        bands('score', 'n', ['297.4'], [1, 2]),
        bands('other', 'zero', ['1'], ['low', 'high']),
        table('rules', ['score'], [['gold', { op: '==', value: 2 }]]),
        tier('gold', 1),
        tier('basic', 2),
      ],
      'basic',
    );
    expect(tierSql(document, '"data"."x"', { firstParameter: 3 })).toEqual({
      text: [
        `SELECT s."key", s."d_n", s."d_zero", s."n_score", s."n_other", s."n_rules", CASE WHEN (NULLIF(s."n_rules", '') IS NULL) THEN $9::text ELSE s."n_rules" END AS "tier"`,
        'FROM (SELECT s.*, CASE WHEN (NOT (s."n_score" IS NULL) AND (s."n_score" = $5::numeric)) THEN $8::text ELSE NULL::text END AS "n_rules"',
        'FROM (SELECT s.*, CASE WHEN (s."d_n" IS NULL) THEN NULL::numeric WHEN (s."d_n" < $3::numeric) THEN $4::numeric ELSE $5::numeric END AS "n_score", CASE WHEN (s."d_zero" < $4::numeric) THEN $6::text ELSE $7::text END AS "n_other"',
        'FROM "data"."x" AS s OFFSET 0) AS s OFFSET 0) AS s',
      ].join('\n'),
      parameters: ['297.4', '1', '2', 'low', 'high', 'gold', 'basic'],
    });
  });

  it('has no stages where there are no nodes', () => {
    const document = model([numberDimension('n'), tier('basic', 1)], 'basic');
    expect(tierSql(document, '"x"')).toEqual({
      text: 'SELECT s."key", s."d_n", $1::text AS "tier"\nFROM "x" AS s',
      parameters: ['basic'],
    });
  });

  it('refuses a document with errors, naming them', () => {
    const document = model([condition('c', { var: 'zzz' }), tier('basic', 1)], 'basic');
    expect(() => tierSql(document, '"x"')).toThrow('There is no "zzz".');
  });
});
