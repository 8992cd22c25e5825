// What it costs that the code of plugins has a process of its own: a dimension in code, called by itself, in its process, and as part of a
// run of the server, against the same function called in this process.
// `pnpm bench plugin [--subjects 200000] [--rounds 3] [--json]`
import { encodeSubject, startPluginProcess } from '@terrace/plugin-runtime';
import { codeDeclarationsSchema } from '@terrace/plugin-sdk';
import { startEmbeddedPostgres } from '@terrace/postgres';
import { startTestServer } from '@terrace/testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { code, valueOf, writePlugin } from './plugin/trivial.mjs';

const { values } = parseArgs({
  options: {
    subjects: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [subjects, rounds] = [values.subjects, values.rounds].map((text) => {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  process.stderr.write(`Not a whole number of at least 1: ${text}\n`);
  process.exit(2);
});

const asOf = '2025-12-31';
/** What the server sends at most. */
const BATCH = 2000;
const say = (text) => process.stderr.write(`${text}\n`);
const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const perSecond = (seconds) => Math.round(subjects / median(seconds));
const fieldsOf = (index) => ({ spent: (index * 37) % 1000, orders: index % 12 });

/** Memory of a process, in MB; null where the system does not tell. `VmHWM` is the highest so far. */
function megabytes(pid, line) {
  try {
    const found = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Math.round(Number(found[1]) / 1024);
  } catch {
    return null;
  }
}

/** The function, called here on subjects that are there already. */
function inProcess(all) {
  const start = performance.now();
  const results = all.map(valueOf);
  return { seconds: (performance.now() - start) / 1000, results };
}

/** The function in the plugin's process, subjects on their way there and values on their way back. */
async function behindWalls(plugin, dimension, all) {
  const start = performance.now();
  const results = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH).map((subject) => encodeSubject(dimension, subject));
    results.push(...(await plugin.computeBatch(dimension.id, batch, { asOf, timeZone: 'UTC' })).values);
  }
  return { seconds: (performance.now() - start) / 1000, results };
}

async function measureCalls(folder) {
  const [dimension] = codeDeclarationsSchema.parse(code).dimensions;
  const all = Array.from({ length: subjects }, (_, index) => ({ fields: fieldsOf(index), events: {} }));
  const plugin = startPluginProcess({ pluginId: 'trivial', folder, entry: 'dist/index.js' });
  try {
    await plugin.describe();
    const [here, there] = [[], []];
    for (let round = 1; round <= rounds; round += 1) {
      const ours = inProcess(all);
      const theirs = await behindWalls(plugin, dimension, all);
      if (ours.results.some((value, index) => value !== theirs.results[index]))
        throw new Error('The results differ.');
      here.push(ours.seconds);
      there.push(theirs.seconds);
    }
    return { here, there };
  } finally {
    await plugin.stop();
  }
}

async function runOnce(client, document) {
  const start = performance.now();
  let run = await client.call('startRun', { body: { document, asOf } });
  while (run.state === 'queued' || run.state === 'running') {
    await wait(20);
    run = await client.call('getRun', { params: { id: run.id } });
  }
  if (run.state !== 'computed') throw new Error(JSON.stringify(run.error));
  const seconds = (performance.now() - start) / 1000;
  await client.call('dropRun', { params: { id: run.id } });
  return seconds;
}

/** A model over one dimension, in code or as a field; otherwise the same. */
const documentWith = (source) => ({
  schema: 2,
  name: { en: 'Trivial' },
  subjectType: 'shopper',
  nodes: [
    {
      kind: 'dimension',
      id: 'value',
      name: { en: 'Value' },
      valueType: 'number',
      source,
      missing: { policy: 'noMatch' },
    },
    {
      kind: 'condition',
      id: 'high',
      name: { en: 'High' },
      when: { '>': [{ var: 'value' }, 500] },
      tier: 'top',
    },
    { kind: 'tier', id: 'top', name: { en: 'Top' }, rank: 1 },
    { kind: 'tier', id: 'rest', name: { en: 'Rest' }, rank: 2 },
  ],
  fallback: 'rest',
});

async function measureRuns(server, database) {
  say(`Generating ${subjects} subjects`);
  await database.query(
    `INSERT INTO data.subject_shopper (key, f_spent, f_orders)
     SELECT 'S' || to_char(i, 'FM0000000'), (i * 37) % 1000, i % 12 FROM generate_series(0, $1::integer - 1) i`,
    [subjects],
  );
  await database.query('ANALYZE data.subject_shopper');
  const inCode = documentWith({ kind: 'code', dimension: 'trivial.value', version: '1.0.0', parameters: {} });
  const asField = documentWith({ kind: 'field', field: 'spent' });
  const [cold, warm, plain] = [[], [], []];
  // The first run of a server is slower than the others.
  await runOnce(server.client, asField);
  const before = megabytes(server.pid, 'VmRSS');
  for (let round = 1; round <= rounds; round += 1) {
    await database.query('TRUNCATE data.code_value');
    cold.push(await runOnce(server.client, inCode));
    warm.push(await runOnce(server.client, inCode));
    plain.push(await runOnce(server.client, asField));
    say(
      `Round ${round} of ${rounds}: computed ${cold.at(-1).toFixed(2)} s, known ${warm.at(-1).toFixed(2)} s, a field ${plain.at(-1).toFixed(2)} s`,
    );
  }
  return { cold, warm, plain, before, peak: megabytes(server.pid, 'VmHWM') };
}

const folder = mkdtempSync(join(tmpdir(), 'terrace-bench-'));
const stops = [async () => rmSync(folder, { recursive: true, force: true })];
try {
  const plugin = writePlugin(join(folder, 'plugins/trivial'));
  const calls = await measureCalls(plugin);
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  stops.push(() => postgres.stop());
  const server = await startTestServer({
    env: { DATABASE_URL: postgres.url, TERRACE_PLUGINS: join(folder, 'plugins') },
  });
  stops.push(() => server.stop());
  const database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  stops.push(() => database.end());
  const runs = await measureRuns(server, database);
  const result = {
    code_subjects_per_second: perSecond(calls.there),
    in_process_subjects_per_second: perSecond(calls.here),
    microseconds_per_subject: Number(((median(calls.there) / subjects) * 1e6).toFixed(2)),
    run_computed_seconds: Number(median(runs.cold).toFixed(3)),
    run_known_seconds: Number(median(runs.warm).toFixed(3)),
    run_of_field_seconds: Number(median(runs.plain).toFixed(3)),
    run_subjects_per_second: Math.round(subjects / (median(runs.cold) - median(runs.warm))),
    server_mb_before: runs.before,
    server_peak_mb: runs.peak,
    subjects,
    rounds,
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.table(Object.entries(result).map(([measure, value]) => ({ measure, value })));
} finally {
  for (const stop of stops.toReversed()) await stop();
}
