import {
  columnOf,
  compileColumns,
  compileJavaScriptValue,
  interpretValue,
  valueAt,
} from '@terrace/expression';
import { tierJsonLogic } from '@terrace/model';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import { handwritten } from './handwritten.mjs';
import { exportedSteps, programOf, tierStep } from './program.mjs';
import { zenExpression, zenGraph } from './zen.mjs';

/** A loop of its own for each engine, so that none is slowed by what the processor or V8 learned of another. */
export function loopOver(evaluate) {
  const make = new Function(
    'evaluate',
    `return (rows, count) => { let length = 0; for (let i = 0; i < count; i += 1) length += evaluate(rows[i]).length; return length; };`,
  );
  return make(evaluate);
}

const perRow = (engine, form, evaluate) => ({
  engine,
  form,
  tiers: async (rows) => rows.map(evaluate),
  loop: loopOver(evaluate),
});

/** Rules computed one after the other, each seeing the results of those before it. */
function staged(rules, evaluate) {
  return (row) => {
    const data = { ...row };
    // What is null would be there for json-logic-engine.
    for (const { name, rule } of rules) data[name] = evaluate(rule, data) ?? undefined;
    return data[tierStep];
  };
}

function columnEngine(program) {
  const columns = compileColumns(program, { outputs: [tierStep] });
  const inputsOf = (rows) =>
    Object.fromEntries(
      Object.entries(program.inputs).map(([name, declaration]) => [
        name,
        columnOf(
          declaration,
          rows.map((row) => row[name]),
        ),
      ]),
    );
  const made = new WeakMap();
  const given = (rows) => {
    if (!made.has(rows)) made.set(rows, inputsOf(rows));
    return made.get(rows);
  };
  return {
    engine: 'terrace, column-wise',
    form: 'typed arrays',
    async tiers(rows) {
      const { [tierStep]: tier } = columns.run(given(rows), rows.length);
      return rows.map((_, row) => valueAt(tier, row));
    },
    loop: (rows, count) => columns.run(given(rows), count)[tierStep].values.length,
  };
}

/** zen-engine is a native module; a platform without a build of it goes without. */
async function zenEngines(document, steps) {
  let zen;
  try {
    zen = await import('@gorules/zen-engine');
  } catch (error) {
    process.stderr.write(`zen-engine is not available here: ${error.message}\n`);
    return [];
  }
  const decision = new zen.ZenEngine().createDecision(zenGraph(steps));
  const tierOf = async (row) => (await decision.evaluate(row)).result[tierStep];
  const expression = zenExpression(tierJsonLogic(document));
  return [
    {
      engine: 'zen-engine',
      form: 'graph, awaited in batches of 64',
      tiers: (rows) => Promise.all(rows.map(tierOf)),
      async loop(rows, count) {
        let length = 0;
        for (let start = 0; start < count; start += 64)
          for (const tier of await Promise.all(rows.slice(start, Math.min(start + 64, count)).map(tierOf)))
            length += tier.length;
        return length;
      },
    },
    {
      engine: 'zen-engine',
      form: 'graph, awaited one by one',
      tiers: (rows) => Promise.all(rows.map(tierOf)),
      async loop(rows, count) {
        let length = 0;
        for (let row = 0; row < count; row += 1) length += (await tierOf(rows[row])).length;
        return length;
      },
    },
    perRow('zen-engine', 'one expression', (row) => zen.evaluateExpressionSync(expression, row)),
  ];
}

/**
 * Every way to compute one model. An engine may have several forms; the fastest counts. Of the JSON Logic of a model there are two:
 * all in one expression, as it is exported, and step by step, so that nothing is computed twice.
 */
export async function enginesFor(name, document) {
  const program = programOf(document);
  const steps = exportedSteps(program);
  const single = tierJsonLogic(document);
  const logicEngine = new LogicEngine();
  const built = steps.map(({ name: step, rule }) => ({ name: step, rule: logicEngine.build(rule) }));
  return [
    perRow('hand-written', 'function', handwritten[name]),
    perRow('terrace, generated', 'function', compileJavaScriptValue(program, tierStep)),
    perRow('terrace, eval-free', 'closures', interpretValue(program, tierStep)),
    columnEngine(program),
    perRow('json-logic-engine', 'compiled, one expression', logicEngine.build(single)),
    perRow(
      'json-logic-engine',
      'compiled, step by step',
      staged(built, (rule, data) => rule(data)),
    ),
    perRow('json-logic-js', 'one expression', (row) => jsonLogic.apply(single, row)),
    perRow(
      'json-logic-js',
      'step by step',
      staged(steps, (rule, data) => jsonLogic.apply(rule, data)),
    ),
    ...(await zenEngines(document, steps)),
  ];
}
