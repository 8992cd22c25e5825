import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  compileDocument,
  modelDocumentSchema,
  tierSql,
  type ModelDocument,
  type Trace,
} from '@terrace/model';
import {
  arbitraryDocuments,
  arbitrarySubjects,
  lifecycleDocuments,
  lifecycleSubjects,
  subjectColumns,
} from '@terrace/model/testing';
import { createTestDatabase, type TestDatabase } from '@terrace/testing';
import fc from 'fast-check';
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

type Row = Readonly<Record<string, unknown>>;

/** A table of subjects; a column's value is that of its name in the row. */
async function store(table: string, columns: Readonly<Record<string, string>>, rows: readonly Row[]) {
  const entries = Object.entries(columns);
  const list = entries.map(([name, type]) => `"${name}" ${type}`).join(', ');
  await client.query(`CREATE TABLE ${table} (key text, ${list})`);
  await client.query(`INSERT INTO ${table} SELECT r.* FROM json_to_recordset($1) AS r(key text, ${list})`, [
    JSON.stringify(rows.map((row, index) => ({ key: String(index), ...row }))),
  ]);
}

/** Tier, qualified tier, reason and policy of every subject, by the statement and by the trace. */
async function compare(model: ModelDocument, table: string, subjects: readonly Row[]): Promise<void> {
  const { text, parameters } = tierSql(model, table, { reasons: true });
  const { rows } = await client.query<Row>(`SELECT * FROM (${text}) t ORDER BY key::int`, parameters);
  const compiled = compileDocument(model, { generateCode: true });
  subjects.forEach((values, index) => {
    const trace: Trace = compiled.trace(values as Parameters<typeof compiled.trace>[0]);
    const row = rows[index];
    const hasLifecycle = model.lifecycle !== undefined;
    const actual = [row?.['tier'], row?.['reason'], row?.['qualified'] ?? null, row?.['policy'] ?? null];
    const wanted = [trace.tier, trace.reason, hasLifecycle ? trace.qualified : null, trace.policy];
    if (JSON.stringify(actual) !== JSON.stringify(wanted))
      expect({ values, actual }).toEqual({ values, actual: wanted });
  });
}

it('gives the tier, the reason and the policy of the trace for random lifecycles', async () => {
  const subjects = fc.sample(lifecycleSubjects, 300);
  const columns = {
    d_a: 'numeric',
    d_b: 'numeric',
    p_tier: 'text',
    p_days: 'numeric',
    p_failing_days: 'numeric',
    p_valid_days: 'numeric',
  };
  await store(
    'lifecycles',
    columns,
    subjects.map(({ a, b, previous }) => ({
      // A dimension is delivered with its default.
      d_a: a ?? 1,
      d_b: b,
      p_tier: previous.tier,
      p_days: previous.days,
      p_failing_days: previous.failingDays,
      p_valid_days: previous.validDays,
    })),
  );
  await fc.assert(
    fc.asyncProperty(lifecycleDocuments, (model) => compare(model, 'lifecycles', subjects)),
    { numRuns: 40 },
  );
}, 60_000);

/** Its card is missing on every branch: the first item has points only where `c` is missing, which it never is. */
const cardOfNobody: ModelDocument = modelDocumentSchema.parse({
  schema: 2,
  name: { en: 'Card of nobody' },
  subjectType: 'customer',
  nodes: [
    {
      kind: 'dimension',
      id: 'c',
      name: { en: 'c' },
      valueType: 'number',
      source: { kind: 'field', field: 'c' },
      missing: { policy: 'default', value: 3 },
    },
    {
      kind: 'dimension',
      id: 'region',
      name: { en: 'region' },
      valueType: 'enumeration',
      source: { kind: 'field', field: 'region' },
      missing: { policy: 'noMatch' },
      domain: { options: ['north', 'south', 'east'] },
    },
    {
      kind: 'scorecard',
      id: 'card',
      name: { en: 'card' },
      base: '0',
      items: [
        { id: 'i0', input: 'c', bins: [{ cell: { op: 'missing' }, points: '1' }] },
        {
          id: 'i1',
          input: 'region',
          bins: [{ cell: { op: '==', value: 'north' }, points: '1' }],
          otherwise: '0',
        },
      ],
    },
    {
      kind: 'bands',
      id: 'grade',
      name: { en: 'grade' },
      input: 'card',
      cuts: { method: 'explicit', values: ['0'] },
      closed: 'left',
      outputs: ['low', 'high'],
    },
    {
      kind: 'condition',
      id: 'is_high',
      name: { en: 'high' },
      when: { '==': [{ var: 'grade' }, 'high'] },
      tier: 't2',
    },
    { kind: 'tier', id: 't1', name: { en: 't1' }, rank: 2 },
    { kind: 'tier', id: 't2', name: { en: 't2' }, rank: 1 },
  ],
  fallback: 't1',
});

it('gives the reason of the trace for random models of every kind of node', async () => {
  const subjects = fc.sample(arbitrarySubjects, 200);
  const columns = Object.entries(subjectColumns).map(([id, type]) => [`d_${id}`, type] as const);
  await store(
    'kinds',
    Object.fromEntries(columns),
    subjects.map((values) =>
      Object.fromEntries(Object.entries(values).map(([id, value]) => [`d_${id}`, value])),
    ),
  );
  await fc.assert(
    fc.asyncProperty(arbitraryDocuments, (model) => compare(model, 'kinds', subjects)),
    { numRuns: 25, examples: [[cardOfNobody]] },
  );
}, 60_000);
