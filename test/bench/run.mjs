// A full RFM run of the server, as a client sees it, against hand-written SQL that does the same in the same PostgreSQL.
// `pnpm bench run [--customers 1000000] [--orders 10000000] [--rounds 3] [--json]`
import { startEmbeddedPostgres } from '@terrace/postgres';
import { startTestServer } from '@terrace/testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { computeByHand } from './run/handwritten.mjs';
import { asOf, generatePopulation } from './run/population.mjs';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '1000000' },
    orders: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [customers, orders, rounds] = [values.customers, values.orders, values.rounds].map((text) => {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  process.stderr.write(`Not a whole number of at least 1: ${text}\n`);
  process.exit(2);
});

const say = (text) => process.stderr.write(`${text}\n`);
const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Highest resident memory of a process so far, in MB; null where the system does not tell. */
function peakMegabytes(pid) {
  try {
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line === null ? null : Math.round(Number(line[1]) / 1024);
  } catch {
    return null;
  }
}

async function computeByServer(client, modelId) {
  const start = performance.now();
  let run = await client.call('startRun', { body: { modelId, version: 1, asOf } });
  while (run.state === 'queued' || run.state === 'running') {
    await wait(20);
    run = await client.call('getRun', { params: { id: run.id } });
  }
  const { items } = await client.call('getRunTiers', { params: { id: run.id } });
  const seconds = (performance.now() - start) / 1000;
  const counts = new Map(items.filter(({ count }) => count > 0).map(({ tier, count }) => [tier, count]));
  await client.call('dropRun', { params: { id: run.id } });
  return { seconds, counts, stepMs: run.stepMs };
}

function requireSameCounts(ours, theirs) {
  const text = (counts) => JSON.stringify([...counts].toSorted());
  if (text(ours) !== text(theirs))
    throw new Error(`The results differ:\nserver       ${text(ours)}\nhand-written ${text(theirs)}`);
}

async function measure(server, database) {
  say(`Generating ${customers} customers and ${orders} orders`);
  await generatePopulation(database, customers, orders);
  const model = await server.client.call('createModel', { body: { template: 'retail/rfm' } });
  await server.client.call('publish', { params: { id: model.id }, body: { revision: model.revision } });
  const [ours, theirs] = [[], []];
  let stepMs = {};
  for (let round = 1; round <= rounds; round += 1) {
    // Each goes first in turn: the second one finds the data warmer.
    const isServerFirst = round % 2 === 0;
    const early = isServerFirst ? await computeByServer(server.client, model.id) : undefined;
    const byHand = await computeByHand(database);
    const byServer = early ?? (await computeByServer(server.client, model.id));
    requireSameCounts(byServer.counts, byHand.counts);
    ours.push(byServer.seconds);
    theirs.push(byHand.seconds);
    stepMs = byServer.stepMs;
    say(
      `Round ${round} of ${rounds}: server ${byServer.seconds.toFixed(2)} s ${JSON.stringify(stepMs)}, hand-written ${byHand.seconds.toFixed(2)} s`,
    );
  }
  const [run, hand] = [median(ours), median(theirs)];
  return {
    run_vs_handwritten: Number((run / hand).toFixed(3)),
    server_peak_mb: peakMegabytes(server.pid),
    run_seconds: Number(run.toFixed(3)),
    handwritten_seconds: Number(hand.toFixed(3)),
    customers,
    orders,
    rounds,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'terrace-bench-'));
const stops = [async () => rmSync(folder, { recursive: true, force: true })];
try {
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  stops.push(() => postgres.stop());
  const server = await startTestServer({ env: { DATABASE_URL: postgres.url } });
  stops.push(() => server.stop());
  const database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  stops.push(() => database.end());
  const result = await measure(server, database);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.table(Object.entries(result).map(([measure, value]) => ({ measure, value })));
} finally {
  for (const stop of stops.toReversed()) await stop();
}
