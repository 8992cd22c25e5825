import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { modelDocumentSchema } from '@terrace/model';
import { startTestServer, type TestServer } from '@terrace/testing';
import type pg from 'pg';
import { CodePluginFolder, guests } from '../fixtures/code-plugin.js';
import { connect, eventually, finished, rowsOf } from '../fixtures/tiering.js';

const GUESTS = 250;
/** Of the first batch; the others take their time. */
const FIRST = 100;

const plugins = new CodePluginFolder();
const env = { TERRACE_PLUGINS: plugins.path };
/** The first owns the database. */
let first: TestServer;
let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  const slowly = {
    subjectType: 'guest',
    inputs: { fields: { nights: 'number' } },
    valueType: 'number',
    body: `batches += 1; if (batches > 1) await new Promise((resolve) => setTimeout(resolve, 1500));
      return subjects.map(() => started);`,
  };
  plugins.write({
    id: 'hotel',
    manifest: { contributes: guests, code: { timeoutMs: 10_000, memoryMb: 64 } },
    // Tells which process computed a value.
    before: 'let batches = 0; const started = Date.now();',
    dimensions: ['stopped', 'forgotten'].map((id) => ({ id, ...slowly })),
  });
  first = await startTestServer({ env });
  server = first;
  database = await connect(server.databaseUrl);
  await database.query(
    `INSERT INTO data.subject_guest (key, f_nights) SELECT n, n FROM generate_series(1, ${GUESTS}) n`,
  );
});
afterAll(async () => {
  await database.end();
  if (server !== first) await server.stop();
  await first.stop();
  plugins.remove();
});

const start = (dimension: string) =>
  server.client.call('startRun', {
    body: {
      document: modelDocumentSchema.parse({
        schema: 1,
        name: { en: 'Guests' },
        subjectType: 'guest',
        nodes: [
          {
            kind: 'dimension',
            id: 'size',
            name: { en: 'Size' },
            valueType: 'number',
            source: { kind: 'code', dimension: `hotel.${dimension}`, version: '1.0.0', parameters: {} },
            missing: { policy: 'noMatch' },
          },
          { kind: 'tier', id: 'basic', name: { en: 'Basic' }, rank: 1 },
        ],
        fallback: 'basic',
      }),
      asOf: '2025-06-30',
    },
  });

const countOf = async (dimension: string): Promise<number> => {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM data.code_value v
     JOIN terrace.code_computation c ON c.id = v.computation WHERE c.dimension = $1`,
    [`hotel.${dimension}`],
  );
  return rows[0]?.count ?? 0;
};
const firstBatch = (dimension: string) =>
  eventually(async () => ((await countOf(dimension)) >= FIRST ? true : undefined));

describe('values that code computes', () => {
  it('are kept batch by batch, so that a server that dies loses only what was under way', async () => {
    const { id } = await start('stopped');
    await firstBatch('stopped');
    expect(await countOf('stopped')).toBe(FIRST);
    await server.kill();
    server = await startTestServer({ env: { ...env, DATABASE_URL: server.databaseUrl } });
    const run = await finished(server.client, await server.client.call('getRun', { params: { id } }));
    const processes = new Map<string | undefined, number>();
    for (const { size } of (await rowsOf(server.client, run)).values())
      processes.set(size, (processes.get(size) ?? 0) + 1);
    expect([...processes].sort().map(([, count]) => count)).toEqual([FIRST, GUESTS - FIRST]);
  });

  it('are kept no more once they were forgotten, not even by a batch that was under way', async () => {
    const { id } = await start('forgotten');
    await firstBatch('forgotten');
    const [computation] = (
      await database.query<{ id: string }>(
        `SELECT id FROM terrace.code_computation WHERE dimension = 'hotel.forgotten'`,
      )
    ).rows;
    // As a purge does it; the next batch arrives before it is committed.
    await database.query('BEGIN');
    await database.query('DELETE FROM terrace.code_computation WHERE id = $1', [computation?.id]);
    await database.query('DELETE FROM data.code_value WHERE computation = $1', [computation?.id]);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await database.query('COMMIT');
    const run = await finished(server.client, await server.client.call('getRun', { params: { id } }));
    expect((await rowsOf(server.client, run)).size).toBe(GUESTS);
    const { rows } = await database.query('SELECT FROM data.code_value WHERE computation = $1', [
      computation?.id,
    ]);
    expect(rows).toHaveLength(0);
  });
});
