import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  compileDocument,
  modelDocumentSchema,
  tierJsonLogic,
  tierSql,
  type ModelDocument,
} from '@terrace/model';
import { arbitraryDocuments, arbitrarySubjects, subjectColumns } from '@terrace/model/testing';
import { createTestDatabase, sharedData, type TestDatabase } from '@terrace/testing';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const name = { en: 'x', 'zh-CN': 'x' };
const number = (id: string, fallback?: number) => ({
  kind: 'dimension',
  id,
  name,
  valueType: 'number',
  source: { kind: 'field', field: id },
  missing: fallback === undefined ? { policy: 'noMatch' } : { policy: 'default', value: fallback },
});
const scores = (id: string, input: string, values: readonly string[], outputs: readonly number[]) => ({
  kind: 'bands',
  id,
  name,
  input,
  cuts: { method: 'explicit', values },
  outputs,
});
const tier = (id: string, rank: number) => ({ kind: 'tier', id, name, rank });
const document = (nodes: readonly unknown[], fallback: string): ModelDocument =>
  modelDocumentSchema.parse({ schema: 1, name, subjectType: 'customer', nodes, fallback });

const reference = sharedData('retail-rfm-orders/reference-orders');

reference.describe('the statement of an RFM model', () => {
  interface Score {
    readonly customer_id: string;
    readonly recency_days: string;
    readonly transaction_count: string;
    readonly amount: string;
    readonly recency_score: string;
    readonly frequency_score: string;
    readonly monetary_score: string;
    readonly segment_set_a: string;
  }
  interface Segment {
    readonly segment: string;
    readonly recency_score: readonly [number, number];
    readonly frequency_score: readonly [number, number];
    readonly monetary_score: readonly [number, number];
  }
  interface Thresholds {
    readonly recency_days: { readonly lower: readonly string[] };
    readonly transaction_count: { readonly lower: readonly string[] };
    readonly amount: { readonly lower: readonly string[] };
  }

  it('gives all 995 customers of the reference their scores and segment', async () => {
    const file = (each: string) => readFileSync(join(reference.path, each), 'utf8');
    const rows = parse(file('rfm_scores.csv'), { columns: true }) as Score[];
    const { set_a: segments } = JSON.parse(file('segment_definitions.json')) as { set_a: Segment[] };
    const thresholds = JSON.parse(file('rfm_thresholds.json')) as Thresholds;
    const idOf = (segment: string) => segment.toLowerCase().replace(/'/g, '').replace(/\W+/g, '_');
    const range = ([min, max]: readonly [number, number]) => ({ op: 'between', min, max });
    const model = document(
      [
        number('recency'),
        number('frequency'),
        number('monetary'),
        scores('recency_score', 'recency', thresholds.recency_days.lower.slice(1), [5, 4, 3, 2, 1]),
        scores('frequency_score', 'frequency', thresholds.transaction_count.lower.slice(1), [1, 2, 3, 4, 5]),
        scores('monetary_score', 'monetary', thresholds.amount.lower.slice(1), [1, 2, 3, 4, 5]),
        {
          kind: 'decisionTable',
          id: 'segment',
          name,
          inputs: ['recency_score', 'frequency_score', 'monetary_score'],
          rows: segments.map((each, index) => ({
            id: `r${index}`,
            cells: [range(each.recency_score), range(each.frequency_score), range(each.monetary_score)],
            tier: idOf(each.segment),
          })),
        },
        ...segments.map((each, index) => tier(idOf(each.segment), index + 1)),
        tier('others', 50),
      ],
      'others',
    );
    await client.query(
      'CREATE TABLE reference (key text, d_recency numeric, d_frequency numeric, d_monetary numeric)',
    );
    await client.query(
      `INSERT INTO reference SELECT * FROM json_to_recordset($1) AS r(key text, d_recency numeric, d_frequency numeric, d_monetary numeric)`,
      [
        JSON.stringify(
          rows.map((row) => ({
            key: row.customer_id,
            d_recency: row.recency_days,
            d_frequency: row.transaction_count,
            d_monetary: row.amount,
          })),
        ),
      ],
    );
    const { text, parameters } = tierSql(model, '"reference"');
    const found = await client.query<Record<string, string>>(text, parameters);
    const expected = rows.map((row) => [
      row.customer_id,
      row.recency_score,
      row.frequency_score,
      row.monetary_score,
      idOf(row.segment_set_a),
    ]);
    const order = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]) =>
      String(a[0]) < String(b[0]) ? -1 : 1;
    expect(
      found.rows
        .map((row) => [
          row['key'],
          row['n_recency_score'],
          row['n_frequency_score'],
          row['n_monetary_score'],
          row['tier'],
        ])
        .sort(order),
    ).toEqual(expected.sort(order));

    const compiled = compileDocument(model, { generateCode: true });
    const exported = tierJsonLogic(model) as Parameters<typeof jsonLogic.apply>[0];
    for (const row of rows) {
      const values = {
        recency: row.recency_days,
        frequency: row.transaction_count,
        monetary: row.amount,
      };
      expect([compiled.evaluate(values).tier, jsonLogic.apply(exported, values)]).toEqual([
        idOf(row.segment_set_a),
        idOf(row.segment_set_a),
      ]);
    }
  });
});

it('agrees with JavaScript on conditions, tables, defaults and every type', async () => {
  const typed = (id: string, valueType: string) => ({ ...number(id), valueType });
  const model = document(
    [
      number('n'),
      number('zero', 0),
      typed('region', 'text'),
      typed('member', 'boolean'),
      typed('since', 'date'),
      typed('seen', 'instant'),
      scores('score', 'n', ['10', '10', '20.5'], [1, 2, 3, 4]),
      {
        kind: 'condition',
        id: 'new',
        name,
        when: { and: [{ '>=': [{ var: 'since' }, '2024-01-01'] }, { '!': { var: 'member' } }] },
        tier: 'b',
      },
      {
        kind: 'condition',
        id: 'recent',
        name,
        when: {
          or: [{ '>=': [{ var: 'seen' }, '2024-01-01T00:00:00+08:00'] }, { '>': [{ var: 'zero' }, 5] }],
        },
        tier: 'a',
      },
      {
        kind: 'decisionTable',
        id: 'rules',
        name,
        inputs: ['score', 'region'],
        rows: [
          {
            id: 'r1',
            cells: [
              { op: '>=', value: 4 },
              { op: 'in', values: ["O'R", '华东'] },
            ],
            tier: 'a',
          },
          { id: 'r2', cells: [{ op: 'missing' }, null], tier: 'd' },
          { id: 'r3', cells: [null, { op: '!=', value: '华东' }], tier: 'c' },
        ],
      },
      ...['a', 'b', 'c', 'd', 'none'].map((id, index) => tier(id, index + 1)),
    ],
    'none',
  );
  const columns = {
    n: 'numeric',
    zero: 'numeric',
    region: 'text',
    member: 'boolean',
    since: 'date',
    seen: 'timestamptz',
  } as const;
  await client.query(
    `CREATE TABLE typed (key text, ${Object.entries(columns).map(([id, type]) => `d_${id} ${type}`)})`,
  );
  const choices = {
    n: [null, 9.99, 10, 20.5],
    zero: [0, 6],
    region: [null, '', "O'R", '华东', '😀'],
    member: [null, true, false],
    since: [null, '2023-12-31', '2024-01-01'],
    seen: [null, '2023-12-31T15:59:59.999Z', '2023-12-31T16:00:00.000Z'],
  };
  let rows: Record<string, string | number | boolean | null>[] = [{}];
  for (const [id, values] of Object.entries(choices))
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [id]: value })));
  await client.query(
    `INSERT INTO typed SELECT r.key, ${Object.keys(columns).map((id) => `r.${id}`)}
     FROM json_to_recordset($1) AS r(key text, ${Object.entries(columns).map(([id, type]) => `${id} ${type}`)})`,
    [JSON.stringify(rows.map((row, index) => ({ key: String(index), ...row })))],
  );
  const { text, parameters } = tierSql(model, '"typed"');
  const found = await client.query<Record<string, unknown>>(`${text} ORDER BY s."key"::int`, parameters);
  const compiled = compileDocument(model, { generateCode: true });
  const exported = tierJsonLogic(model) as Parameters<typeof jsonLogic.apply>[0];
  const tiers = new Set<string>();
  rows.forEach((row, index) => {
    const { tier: expected, values } = compiled.evaluate(row);
    tiers.add(expected);
    const result = found.rows[index];
    const score = result?.['n_score'] ?? null;
    const actual = {
      sql: result?.['tier'],
      score: score === null ? null : Number(score),
      rules: result?.['n_rules'],
      stock: jsonLogic.apply(exported, row) as unknown,
    };
    const wanted = { sql: expected, score: values['score'], rules: values['rules'], stock: expected };
    if (JSON.stringify(actual) !== JSON.stringify(wanted))
      expect({ row, ...actual }).toEqual({ row, ...wanted });
  });
  expect(found.rows).toHaveLength(1080);
  expect([...tiers].sort()).toEqual(['a', 'b', 'c', 'd', 'none']);
});

it('agrees with JavaScript on random models of every kind of node', async () => {
  const columns = Object.entries(subjectColumns);
  const subjects = fc.sample(arbitrarySubjects, 200);
  await client.query(`CREATE TABLE generated (key text, ${columns.map(([id, type]) => `d_${id} ${type}`)})`);
  await client.query(
    `INSERT INTO generated SELECT r.key, ${columns.map(([id]) => `r.${id}`)}
     FROM json_to_recordset($1) AS r(key text, ${columns.map(([id, type]) => `${id} ${type}`)})`,
    [JSON.stringify(subjects.map((values, index) => ({ key: String(index), ...values })))],
  );
  /** Numbers that differ by less than decimals and doubles may. */
  const agree = (sql: unknown, value: unknown): boolean =>
    sql === value ||
    (typeof value === 'number' &&
      sql !== null &&
      Math.abs(Number(sql) - value) <= Math.max(7.3e-10, 4e-15 * Math.abs(value)));
  await fc.assert(
    fc.asyncProperty(arbitraryDocuments, async (model) => {
      const { text, parameters } = tierSql(model, '"generated"');
      // Dates as text, as results show them.
      const { rows } = await client.query<Record<string, unknown>>(
        `SELECT *, n_day::text AS n_day FROM (${text}) t ORDER BY key::int`,
        parameters,
      );
      const compiled = compileDocument(model, { generateCode: true });
      subjects.forEach((values, index) => {
        const expected = compiled.evaluate(values);
        const actual = rows[index];
        const wrong = Object.entries(expected.values).filter(
          ([id, value]) => !agree(actual?.[`n_${id}`] ?? null, value),
        );
        if (wrong.length > 0 || actual?.['tier'] !== expected.tier)
          expect({ values, tier: actual?.['tier'], ...actual }).toEqual({
            values,
            ...Object.fromEntries(Object.entries(expected.values).map(([id, value]) => [`n_${id}`, value])),
            tier: expected.tier,
          });
      });
    }),
    { numRuns: 25 },
  );
}, 60_000);
