// Evaluations a second of this engine, of hand-written JavaScript and of other rule engines, on four models, in one run.
// `pnpm bench expression [--rows 10000] [--rounds 101] [--json]`; see docs/performance.md.
import { columnOf, compileColumns } from '@terrace/expression';
import { compileDocument } from '@terrace/model';
import { parseArgs } from 'node:util';
import { compileMicroseconds, growth } from './expression/compile-time.mjs';
import { documents } from './expression/documents.mjs';
import { enginesFor, loopOver } from './expression/engines.mjs';
import { geometricMean, millisecondsOf, nanosecondsPerRow } from './expression/measure.mjs';
import { programOf, tierStep } from './expression/program.mjs';
import { rowsFor } from './expression/rows.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '101' },
    json: { type: 'boolean', default: false },
  },
});
const [count, rounds] = [values.rows, values.rounds].map((text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  process.stderr.write(`Not a whole number of at least 1: ${text}\n`);
  process.exit(2);
});
const say = (text) => process.stderr.write(`${text}\n`);
const rounded = (number, digits = 3) => Number(number.toFixed(digits));

/** Ends the bench where two engines disagree; speed without the same answer is none. */
async function requireEqualTiers(model, engines, rows) {
  const [first, ...others] = engines;
  const expected = await first.tiers(rows);
  for (const { engine, form, tiers } of others) {
    const found = await tiers(rows);
    const wrong = expected.findIndex((tier, row) => tier !== found[row]);
    if (wrong !== -1)
      throw new Error(
        `${model}: ${engine} (${form}) gives ${found[wrong]}, ${first.engine} ${expected[wrong]} for ${JSON.stringify(rows[wrong])}`,
      );
  }
}

/** Nanoseconds per row by engine, the fastest form of each. */
async function measureModel(model, document) {
  const rows = rowsFor(model, count);
  const engines = await enginesFor(model, document);
  await requireEqualTiers(model, engines, rows);
  say(`${model}: ${engines.length} ways agree on ${rows.length} rows`);
  const times = await nanosecondsPerRow(engines, rows, { rounds });
  const fastest = new Map();
  for (const [index, { engine, form }] of engines.entries()) {
    const ns = times[index];
    if (ns < (fastest.get(engine)?.ns ?? Infinity)) fastest.set(engine, { form, ns });
  }
  return fastest;
}

/** Milliseconds to re-tier 100,000 subjects by columns: with everything compiled anew after a cut point moved, and the run alone. */
function measureColumns(document) {
  const rows = rowsFor('rfm', 100_000);
  const { inputs } = programOf(document);
  const columns = Object.fromEntries(
    Object.entries(inputs).map(([name, declaration]) => [
      name,
      columnOf(
        declaration,
        rows.map((row) => row[name]),
      ),
    ]),
  );
  const compile = (each) => compileColumns(programOf(each), { outputs: [tierStep] });
  const moved = (round) => ({
    ...document,
    nodes: document.nodes.map((node) =>
      node.id === 'recency_score'
        ? {
            ...node,
            cuts: { ...node.cuts, values: node.cuts.values.map((cut) => String(Number(cut) + round / 8)) },
          }
        : node,
    ),
  });
  const compiled = compile(document);
  return {
    run: millisecondsOf(() => compiled.run(columns, rows.length)),
    dragged: millisecondsOf((round) => compile(moved(round)).run(columns, rows.length)),
  };
}

/** How many times as long as a plain evaluation one takes that tells why. */
async function measureTrace(model, document) {
  const rows = rowsFor(model, count);
  const compiled = compileDocument(document, { generateCode: true });
  const perRow = (evaluate) => ({ loop: loopOver((row) => evaluate(row).tier) });
  const [plain, trace] = await nanosecondsPerRow(
    [perRow((row) => compiled.evaluate(row)), perRow((row) => compiled.trace(row))],
    rows,
    { rounds },
  );
  return trace / plain;
}

const results = new Map();
for (const [model, document] of Object.entries(documents))
  results.set(model, await measureModel(model, document));
say('rfm: columns, traces and compiling');
const columns = measureColumns(documents.rfm);
const explained = {};
for (const [model, document] of Object.entries(documents))
  explained[model] = rounded(await measureTrace(model, document));
const compiling = compileMicroseconds(documents.rfm, rowsFor('rfm', 1)[0]);
say('rules of 10,000 operators');
const grown = growth();

const nsOf = (model, engine) => results.get(model).get(engine)?.ns;
const ratio = (model, engine, base) => nsOf(model, engine) / nsOf(model, base);
const models = [...results.keys()];
const perSecond = (model) =>
  Object.fromEntries([...results.get(model)].map(([engine, { ns }]) => [engine, Math.round(1e9 / ns)]));
const result = {
  generated_vs_handwritten: rounded(
    geometricMean(models.map((model) => ratio(model, 'terrace, generated', 'hand-written'))),
  ),
  speed_over_json_logic_engine_rfm: rounded(ratio('rfm', 'json-logic-engine', 'terrace, generated'), 1),
  evalfree_per_second: Math.min(...models.map((model) => perSecond(model)['terrace, eval-free'])),
  columnwise_100k_ms: rounded(columns.dragged),
  explain_vs_plain: Math.max(...Object.values(explained)),
  compile_rfm_us: rounded(compiling.graph, 1),
  columnwise_100k_run_ms: rounded(columns.run),
  compile_rfm_code_us: rounded(compiling.code, 1),
  compile_rfm_lower_us: rounded(compiling.lower, 1),
  compile_rfm_check_us: rounded(compiling.check, 1),
  compile_rfm_document_us: rounded(compiling.whole, 1),
  generated_vs_handwritten_by_model: Object.fromEntries(
    models.map((model) => [model, rounded(ratio(model, 'terrace, generated', 'hand-written'))]),
  ),
  explain_vs_plain_by_model: explained,
  per_second: Object.fromEntries(models.map((model) => [model, perSecond(model)])),
  compile_ms_by_operators: Object.fromEntries(
    grown.map(({ shape, sizes, ms }) => [
      shape,
      Object.fromEntries(sizes.map((size, index) => [size, rounded(ms[index], 1)])),
    ]),
  ),
  rows: count,
  rounds,
};

function print() {
  for (const model of models) {
    console.log(`\n${documents[model].name.en}`);
    console.table(
      [...results.get(model)].map(([engine, { form, ns }]) => ({
        engine,
        'fastest form': form,
        'ns per evaluation': rounded(ns, 1),
        'evaluations per second': Math.round(1e9 / ns).toLocaleString('en'),
        'times hand-written': rounded(ns / nsOf(model, 'hand-written'), 2),
      })),
    );
  }
  console.log('\nMilliseconds to compile a rule, by its operators');
  console.table(Object.fromEntries(grown.map(({ shape }) => [shape, result.compile_ms_by_operators[shape]])));
  console.table(
    Object.entries(result)
      .filter(([, value]) => typeof value === 'number')
      .map(([measure, value]) => ({ measure, value })),
  );
}

if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
else print();
