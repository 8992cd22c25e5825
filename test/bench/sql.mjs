// The SQL that a model becomes, against the same written by hand, in the same PostgreSQL over the same typed columns.
// `pnpm bench sql [--rows 1000000] [--rounds 7] [--json]`
import { tierSql } from '@terrace/model';
import { startEmbeddedPostgres } from '@terrace/postgres';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { cases } from './sql/cases.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
const [rows, rounds] = [values.rows, values.rounds].map((text) => {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  process.stderr.write(`Not a whole number of at least 1: ${text}\n`);
  process.exit(2);
});

const say = (text) => process.stderr.write(`${text}\n`);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounded = (number) => Number(number.toFixed(3));

/** Runs a statement to its end inside the server; only the counts per tier travel. */
async function countTiers(client, { text, parameters }) {
  // Every column is used, so that none is left out as dead: the whole row is measured.
  const statement = `SELECT tier, count(*)::integer AS count, sum(octet_length(result.*::text)) AS size
    FROM (${text}) AS result GROUP BY tier ORDER BY tier`;
  const start = performance.now();
  const { rows: found } = await client.query(statement, parameters);
  return { ms: performance.now() - start, counts: found.map(({ tier, count }) => [tier, count]) };
}

/** Writes the result to a table, as a run does. */
async function writeTable(client, { text, parameters }) {
  await client.query('DROP TABLE IF EXISTS bench_result');
  const statement = `CREATE UNLOGGED TABLE bench_result AS ${inlined(client, text, parameters)}`;
  const start = performance.now();
  await client.query(statement);
  return performance.now() - start;
}

/** `CREATE TABLE AS` takes no bind parameters. */
function inlined(client, text, parameters) {
  return text.replace(/\$(\d+)/g, (_, number) => client.escapeLiteral(parameters[Number(number) - 1]));
}

async function measureCase(client, { name, document, columns, byHand }) {
  say(`${name}: generating ${rows} rows`);
  await client.query('DROP TABLE IF EXISTS bench_source');
  await client.query(
    `CREATE UNLOGGED TABLE bench_source AS SELECT 'S' || lpad(i::text, 8, '0') AS key, ${columns.join(', ')}
     FROM generate_series(1, ${rows}) i`,
  );
  await client.query('VACUUM ANALYZE bench_source');
  const generated = tierSql(document, 'bench_source');
  const handwritten = { text: byHand('bench_source'), parameters: [] };
  const [ours, theirs] = [await countTiers(client, generated), await countTiers(client, handwritten)];
  if (JSON.stringify(ours.counts) !== JSON.stringify(theirs.counts))
    throw new Error(
      `${name}: the results differ:\n${JSON.stringify(ours.counts)}\n${JSON.stringify(theirs.counts)}`,
    );
  const times = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in turn.
    const order = round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours'];
    for (const who of order)
      times[who].push(await writeTable(client, who === 'ours' ? generated : handwritten));
  }
  await client.query('DROP TABLE IF EXISTS bench_result');
  const [run, hand] = [median(times.ours), median(times.theirs)];
  say(
    `${name}: generated ${run.toFixed(0)} ms, hand-written ${hand.toFixed(0)} ms, ${(run / hand).toFixed(3)}`,
  );
  return { name, generated_ms: rounded(run), handwritten_ms: rounded(hand), ratio: rounded(run / hand) };
}

const folder = mkdtempSync(join(tmpdir(), 'terrace-bench-'));
const stops = [async () => rmSync(folder, { recursive: true, force: true })];
try {
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  stops.push(() => postgres.stop());
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  stops.push(() => client.end());
  await client.query(`SET work_mem = '256MB'; SELECT setseed(0.42)`);
  const measured = [];
  for (const each of cases) measured.push(await measureCase(client, each));
  const mean = Math.exp(measured.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / measured.length);
  const result = {
    sql_vs_handwritten: rounded(mean),
    worst: Math.max(...measured.map(({ ratio }) => ratio)),
    rows,
    rounds,
    models: Object.fromEntries(measured.map(({ name, ...figures }) => [name, figures])),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    console.table(measured);
    console.table([{ sql_vs_handwritten: result.sql_vs_handwritten, worst: result.worst, rows, rounds }]);
  }
} finally {
  for (const stop of stops.toReversed()) await stop();
}
