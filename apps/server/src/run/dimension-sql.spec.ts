import { describe, expect, it } from '@jest/globals';
import { eventTypeSchema, modelDocumentSchema, subjectTypeSchema, type ModelDocument } from '@terrace/model';
import { dimensionSql } from './dimension-sql.js';

const name = { en: 'x' };
const types = {
  subjectTypes: [
    subjectTypeSchema.parse({ id: 'customer', name, fields: [{ id: 'city', name, type: 'text' }] }),
  ],
  eventTypes: [
    eventTypeSchema.parse({
      id: 'order',
      name,
      subjectType: 'customer',
      fields: [{ id: 'amount', name, type: 'number' }],
    }),
  ],
};
const moment = { day: '2024-12-31', until: '2025-01-01 00:00:00+00', timeZone: 'UTC' };

function documentOf(...sources: object[]): ModelDocument {
  const nodes = sources.map((source, i) => ({
    kind: 'dimension',
    id: `d${i}`,
    name,
    valueType: 'number',
    missing: { policy: 'noMatch' },
    source: { kind: 'aggregate', event: 'order', ...source },
  }));
  return modelDocumentSchema.parse({
    schema: 1,
    name,
    subjectType: 'customer',
    nodes: [...nodes, { kind: 'tier', id: 'basic', name, rank: 1 }],
    fallback: 'basic',
  });
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim());

describe('dimensionSql', () => {
  it('aggregates all dimensions of an event type in one scan', () => {
    const { text, parameters } = dimensionSql(
      documentOf({ measure: 'count' }, { measure: 'sum', field: 'amount' }, { measure: 'daysSinceLast' }),
      types,
      moment,
    );
    expect(lines(text)).toEqual([
      'SELECT s."key",',
      'coalesce("by_order"."a_d0", 0) AS "d_d0",',
      'coalesce("by_order"."a_d1", 0) AS "d_d1",',
      '$2::date - ("by_order"."a_d2" AT TIME ZONE $3::text)::date AS "d_d2"',
      'FROM "data"."subject_customer" s',
      'LEFT JOIN (',
      'SELECT e."subject_key",',
      'count(*) AS "a_d0",',
      'sum(e."f_amount") AS "a_d1",',
      'max(e."occurred_at") AS "a_d2"',
      'FROM "data"."event_order" e',
      'WHERE e."occurred_at" < $1::timestamptz',
      'GROUP BY e."subject_key"',
      ') "by_order" ON "by_order"."subject_key" = s."key"',
      'WHERE s."known_since" IS NULL OR s."known_since" < $1::timestamptz',
    ]);
    expect(parameters).toEqual(['2025-01-01 00:00:00+00', '2024-12-31', 'UTC']);
  });

  it('reads no further back than the longest window, and filters the shorter one', () => {
    const { text, parameters } = dimensionSql(
      documentOf({ measure: 'count', window: { days: 90 } }, { measure: 'count', window: { months: 12 } }),
      types,
      moment,
    );
    expect(text).toContain(
      'count(*) FILTER (WHERE e."occurred_at" >= (($2::date + 1 - $4::interval) AT TIME ZONE $3::text)) AS "a_d0"',
    );
    expect(text).toMatch(/AND e\."occurred_at" >= least\(/);
    expect(parameters.slice(3, 5)).toEqual(['90 days', '12 months']);
  });

  it('puts what all dimensions ask for into WHERE', () => {
    const where = { '>': [{ var: 'amount' }, 5] };
    const { text } = dimensionSql(
      documentOf({ measure: 'count', where }, { measure: 'sum', field: 'amount', where }),
      types,
      moment,
    );
    expect(text).not.toContain('FILTER');
    expect(text.match(/"f_amount" > \$4/g)).toHaveLength(1);
  });
});
