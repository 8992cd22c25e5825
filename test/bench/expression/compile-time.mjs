import {
  checkExpression,
  compileJavaScriptValue,
  parseExpression,
  writeOutMissing,
} from '@terrace/expression';
import { checkDocument, compileDocument, compileLowered, lowerDocument } from '@terrace/model';
import { median, millisecondsOf } from './measure.mjs';
import { programOf, tierStep } from './program.mjs';

/** The document with other cut points, so that no cache of V8 or ours knows it. */
function fresh(document, seed) {
  const copy = structuredClone(document);
  for (const node of copy.nodes)
    if (node.kind === 'bands')
      node.cuts.values = node.cuts.values.map((value) =>
        String(Math.round(Number(value) * 1e4 + seed) / 1e4),
      );
  return copy;
}

/**
 * Microseconds from a document to its first tier, and of its parts: checking alone, checking and lowering, and from the lowered graph
 * to the first tier. Each time it is another document, made before the clock starts; the median after a warm-up of as many counts.
 */
export function compileMicroseconds(document, row, count = 2000) {
  let seed = 0;
  const each = (prepare, work) => {
    const subjects = Array.from({ length: 2 * count }, () => prepare(fresh(document, (seed += 1))));
    return millisecondsOf((round) => work(subjects[round]), count) * 1000;
  };
  const itself = (next) => next;
  return {
    check: each(itself, (next) => checkDocument(next)),
    lower: each(itself, (next) => lowerDocument(next)),
    graph: each(
      (next) => [next, lowerDocument(next)],
      ([next, lowered]) => compileLowered(next, lowered).tierOf(row),
    ),
    code: each(programOf, (program) => compileJavaScriptValue(program, tierStep)(row)),
    whole: each(itself, (next) => compileDocument(next).tierOf(row)),
  };
}

const inputs = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`x${index}`, { type: 'number', nullable: index % 2 === 0 }]),
);
const row = Object.fromEntries(Object.keys(inputs).map((name, index) => [name, index]));
const comparison = (index) => ({ '>=': [{ var: `x${index % 20}` }, index] });

/** Rules of `count` operators: beside each other, and in groups up to 150 deep. */
const shapes = {
  flat: (count) => ({ or: Array.from({ length: count - 1 }, (_, index) => comparison(index)) }),
  chain: (count) => ({
    if: [...Array.from({ length: count - 1 }, (_, index) => [comparison(index), index]).flat(), -1],
  }),
  nested(count) {
    const group = Math.max(1, Math.floor(count / 150) - 1);
    let rule = comparison(0);
    for (let done = 1; done < count; done += group + 1) {
      const parts = Array.from({ length: Math.min(group, count - done) }, (_, index) =>
        comparison(done + index),
      );
      rule = { [done % 2 === 0 ? 'and' : 'or']: [...parts, rule] };
    }
    return rule;
  },
};

function compileRule(rule) {
  const parsed = parseExpression(rule);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues.slice(0, 1)));
  const { issues } = checkExpression(parsed.node, inputs);
  if (issues.some((issue) => issue.severity === 'error')) throw new Error(JSON.stringify(issues[0]));
  const expression = writeOutMissing(parsed.node, inputs);
  return compileJavaScriptValue({ inputs, steps: [{ name: 'result', expression }] }, 'result');
}

/** Milliseconds to read, check and compile rules of growing size and give the first result, per shape. */
export function growth(sizes = [1250, 2500, 5000, 10000]) {
  return Object.entries(shapes).map(([shape, make]) => {
    const ms = sizes.map((size) => {
      const times = [];
      for (let round = 0; round < 7; round += 1) {
        // Other numbers each time, so that the source is new to V8.
        const rule = JSON.parse(JSON.stringify(make(size)).replaceAll(/(\d+)\]/g, `$1.${round}1]`));
        const start = performance.now();
        compileRule(rule)(row);
        times.push(performance.now() - start);
      }
      return median(times);
    });
    return { shape, sizes, ms };
  });
}
