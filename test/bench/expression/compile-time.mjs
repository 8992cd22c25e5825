import {
  checkExpression,
  compileJavaScriptValue,
  parseExpression,
  writeOutMissing,
} from '@terrace/expression';
import { compileDocument, lowerDocument } from '@terrace/model';
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

/** Microseconds to compile a document up to its first tier, and the parts of it. */
export function compileMicroseconds(document, row, count = 300) {
  let seed = 0;
  const documents = Array.from({ length: 6 * count }, () => fresh(document, (seed += 1)));
  const each = (work) => millisecondsOf(() => work(documents.pop()), count) * 1000;
  const whole = each((next) => compileDocument(next).tierOf(row));
  const lower = each((next) => lowerDocument(next));
  const programs = Array.from({ length: 2 * count }, () =>
    programOf(documents.pop() ?? fresh(document, (seed += 1))),
  );
  const generate = millisecondsOf(() => compileJavaScriptValue(programs.pop(), tierStep)(row), count) * 1000;
  return { whole, lower, generate };
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
