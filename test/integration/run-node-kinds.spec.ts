import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compileDocument, explain } from '@terrace/model';
import { startTestServer, type TestServer } from '@terrace/testing';
import type pg from 'pg';
import { compute, connect, customers, dimension, rowsOf, tier } from '../fixtures/tiering.js';

let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  database = await connect(server.databaseUrl);
  await database.query(
    `INSERT INTO data.subject_customer (key, f_total_amount, f_city, f_gender, f_joined_on) VALUES
     ('a', 1200, '上海', 'female', '2024-12-16'),
     ('b', 99.95, '北京', 'male', '2024-10-02'),
     ('c', NULL, NULL, NULL, NULL)`,
  );
});
afterAll(async () => {
  await database.end();
  await server.stop();
});

const named = (kind: string, id: string) => ({ kind, id, name: { en: id, 'zh-CN': id } });
const field = (name: string) => ({ kind: 'field', field: name });

const document = customers([
  dimension('spent', field('total_amount')),
  dimension('city', field('city'), { valueType: 'text' }),
  dimension('gender', field('gender'), {
    valueType: 'enumeration',
    domain: { options: ['female', 'male', 'unknown'] },
    missing: { policy: 'default', value: 'unknown' },
  }),
  dimension('joined', field('joined_on'), { valueType: 'date' }),
  dimension('age', { kind: 'daysSince', field: 'joined_on' }, { valueType: 'duration', unit: 'day' }),
  {
    ...named('categoryMap', 'region'),
    input: 'city',
    entries: [
      { values: ['上海', '杭州'], output: 'east' },
      { values: ['北京'], output: 'north' },
    ],
  },
  { ...named('formula', 'per_day'), valueType: 'number', expression: { '/': [{ var: 'spent' }, 3] } },
  {
    ...named('formula', 'day'),
    valueType: 'date',
    expression: { if: [{ missing: ['city'] }, null, { var: 'joined' }] },
  },
  {
    ...named('timeDecay', 'recent'),
    input: 'spent',
    age: 'age',
    curve: { shape: 'halfLife', halfLife: '30' },
  },
  {
    ...named('scorecard', 'score'),
    items: [
      {
        id: 'money',
        input: 'recent',
        bins: [{ cell: { op: '>=', value: 900 }, points: '90' }],
        otherwise: '0.1',
      },
      {
        id: 'sex',
        input: 'gender',
        bins: [{ cell: { op: '==', value: 'female' }, points: '40' }],
        otherwise: '0.2',
      },
    ],
    weightSets: [
      { id: 'usual', name: { en: 'Usual' }, weights: { money: '33.3', sex: '66.7' } },
      { id: 'north', name: { en: 'North' }, weights: { money: '50', sex: '50' } },
    ],
    context: 'region',
  },
  {
    ...named('decisionTable', 'bonus'),
    inputs: ['age', 'gender'],
    hit: 'collect',
    aggregate: 'sum',
    rows: [
      { id: 'r1', cells: [{ op: 'range', max: 30 }, null], value: 5 },
      { id: 'r2', cells: [null, { op: 'in', values: ['male', 'female'] }], value: 2.5 },
    ],
  },
  {
    ...named('bands', 'grade'),
    input: 'score',
    cuts: { method: 'explicit', values: ['0.15', '50'] },
    outputs: ['low', 'middle', 'high'],
  },
  {
    ...named('matrix', 'grid'),
    axes: [
      { input: 'region', values: ['east', 'north'] },
      { input: 'grade', values: ['low', 'middle', 'high'] },
    ],
    cells: [null, null, 'gold', null, 'silver', null],
  },
  tier('gold', 1),
  tier('silver', 2),
  tier('basic', 3),
]);

describe('a run over every kind of node', () => {
  it('writes a column for each, as JavaScript computes it', async () => {
    const run = await compute(server.client, document, '2024-12-31');
    const rows = await rowsOf(server.client, run);
    expect(rows.get('a')).toMatchObject({
      gender: 'female',
      joined: '2024-12-16',
      age: '15',
      region: 'east',
      per_day: '400',
      day: '2024-12-16',
      recent: '900',
      score: '56.65',
      bonus: '7.5',
      grade: 'high',
      grid: 'gold',
      tier: 'gold',
    });
    // (0.1 · 50 + 0.2 · 50) / 100 lies on the cut point 0.15, where decimals put it.
    expect(rows.get('b')).toMatchObject({
      region: 'north',
      score: '0.15',
      bonus: '2.5',
      grade: 'middle',
      tier: 'silver',
    });
    expect(rows.get('c')).toMatchObject({
      gender: 'unknown',
      age: '',
      region: '',
      per_day: '',
      day: '',
      recent: '',
      score: '',
      bonus: '0',
      grade: '',
      grid: '',
      tier: 'basic',
    });
    const compiled = compileDocument(document, { generateCode: true });
    for (const [key, row] of rows) {
      const values = {
        spent: row['spent'],
        city: row['city'],
        gender: row['gender'],
        joined: row['joined'],
        age: row['age'],
      };
      expect([key, compiled.evaluate(values).tier]).toEqual([key, row['tier']]);
      expect(explain(document, values).tier).toBe(row['tier']);
    }
  });
});

describe('a stored model', () => {
  it('of an older version opens, and counts as unchanged', async () => {
    const { client } = server;
    const { id } = await client.call('createModel', { body: { document } });
    const old = { ...document, schema: 1 };
    await database.query('UPDATE terrace.model SET draft = $2 WHERE id = $1', [id, JSON.stringify(old)]);
    const model = await client.call('getModel', { params: { id } });
    expect(model.draft.schema).toBe(2);
    const saved = await client.call('saveDraft', {
      params: { id },
      body: { revision: model.revision, document: model.draft },
    });
    expect(saved.revision).toBe(model.revision);
  });

  it('keeps a node of an unknown kind as it came', async () => {
    const { client } = server;
    const unknown = { kind: 'acme.forecast', id: 'forecast', name: { en: 'Forecast' }, horizon: [12, null] };
    const json = { ...document, nodes: [...document.nodes, unknown] };
    const { id, draft, issues } = await client.call('createModel', { body: { document: json as never } });
    expect(draft.nodes.at(-1)).toMatchObject({ kind: 'placeholder', original: unknown });
    expect(issues.map(({ code }) => code)).toContain('UNKNOWN_KIND');
    const { rows } = await database.query<{ node: unknown }>(
      `SELECT draft -> 'nodes' -> -1 AS node FROM terrace.model WHERE id = $1`,
      [id],
    );
    expect(rows[0]?.node).toEqual(unknown);
  });
});
