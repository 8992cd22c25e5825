// Generated rules over generated rows, held against each other by every reader of a rule.
import {
  arbitraryExpressions,
  arbitraryListRules,
  generatedInputs,
  listInputs,
} from '@terrace/expression/testing';
import { startEmbeddedPostgres } from '@terrace/postgres';
import { ReaderComparison } from '@terrace/testing/readers';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';

const { values } = parseArgs({
  options: {
    rules: { type: 'string', default: '20000' },
    rows: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    json: { type: 'boolean', default: false },
  },
});
const [ruleCount, rowCount, seed] = [values.rules, values.rows, values.seed].map((text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  process.stderr.write(`Not a whole number: ${text}\n`);
  process.exit(2);
});

/** Rules between two lines of progress. */
const step = 500;
/** The plain definition in exact fractions is slow, so it speaks on the first rows only. */
const referenceRows = 20;
const shownMismatches = 10;

const say = (text) => process.stderr.write(`${text}\n`);

async function compareAll(client) {
  const plain = arbitraryExpressions(fc);
  const lists = arbitraryListRules(fc);
  const listCount = Math.floor(ruleCount / 5);
  const valueCount = Math.floor(ruleCount / 5);
  const families = [
    ['conditions', plain.condition, plain.row, generatedInputs, ruleCount - listCount - valueCount],
    ['values', plain.value, plain.row, generatedInputs, valueCount],
    ['conditions over lists', lists.condition, lists.row, listInputs, listCount],
  ];
  const mismatches = [];
  for (const [name, arbitrary, row, inputs, numRuns] of families) {
    const rows = fc.sample(row, { seed, numRuns: rowCount });
    const rules = fc.sample(arbitrary, { seed, numRuns });
    const comparison = await ReaderComparison.create(client, { inputs, rows, referenceRows });
    for (let start = 0; start < rules.length; start += step) {
      mismatches.push(...(await comparison.compare(rules.slice(start, start + step))));
      const done = Math.min(start + step, rules.length);
      say(`${name}: ${done} of ${rules.length} rules over ${rowCount} rows, ${mismatches.length} mismatches`);
    }
  }
  return mismatches;
}

const folder = mkdtempSync(join(tmpdir(), 'terrace-fuzz-'));
const stops = [async () => rmSync(folder, { recursive: true, force: true })];
try {
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  stops.push(() => postgres.stop());
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  stops.push(() => client.end());
  say(`Seed ${seed}`);
  const start = performance.now();
  const mismatches = await compareAll(client);
  for (const mismatch of mismatches.slice(0, shownMismatches)) say(JSON.stringify(mismatch, null, 2));
  const result = {
    mismatches: mismatches.length,
    rules: ruleCount,
    rows: rowCount,
    seed,
    seconds: Number(((performance.now() - start) / 1000).toFixed(1)),
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(result)}\n`
      : `${ruleCount} rules over ${rowCount} rows (seed ${seed}, ${result.seconds} s): ${mismatches.length} mismatches\n`,
  );
  process.exitCode = mismatches.length > 0 ? 1 : 0;
} finally {
  for (const stop of stops.toReversed()) await stop();
}
