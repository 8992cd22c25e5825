import { describe, expect, it } from '@jest/globals';
import type { Scalar } from '@terrace/expression';
import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import { checkDocument } from '../check/check-document.js';
import { compileDocument } from '../lowering/compile-document.js';
import { bands, condition, dimension, model, numberDimension, table, tier } from '../testing/documents.js';
import type { Cell } from '../cell/cell.js';
import type { Finding } from './proof.js';
import { proveDocument } from './prove-document.js';
import { applyRepair } from './repair/apply-repair.js';
import { seededRandom } from './space/random.js';
import { inRegion } from './testing/in-region.js';
import { randomTable } from './testing/random-rules.js';

const cuts = [0, 1, 2, 3];
const numbers = [null, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];
const texts = [null, 'a', 'b', 'c'];

/** A small document of conditions and a table over two numbers and a text, any of which can be missing. */
function smallDocument(seed: number): ModelDocument {
  const random = seededRandom(seed);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const comparison = (): JsonLogic => {
    const name = pick(['x', 'y', 's', 'g', 't']);
    if (name === 't') return { in: [{ var: 't' }, pick([['a'], ['b'], ['a', 'b']])] };
    if (name === 'g') return { '==': [{ var: 'g' }, pick(['low', 'high'])] };
    if (name === 's') return { [pick(['<', '>='])]: [{ var: 's' }, pick([1, 2, 3])] };
    return pick([
      { [pick(['<', '<=', '>', '>=', '==', '!='])]: [{ var: name }, pick(cuts)] },
      { '<=': [pick([0, 1]), { var: name }, pick([2, 3])] },
      { '!!': [{ missing: [name] }] },
    ]);
  };
  const logic = (depth: number): JsonLogic => {
    const kind = depth === 0 ? 'leaf' : pick(['leaf', 'and', 'or', 'not', 'if']);
    if (kind === 'leaf') return comparison();
    if (kind === 'not') return { '!': [logic(depth - 1)] };
    if (kind === 'if') return { if: [logic(depth - 1), logic(depth - 1), logic(depth - 1)] };
    return { [kind]: [logic(depth - 1), logic(depth - 1)] };
  };
  const cell = (): Cell =>
    pick<Cell>([
      null,
      { op: 'between', min: pick([0, 1]), max: pick([2, 3]) },
      {
        op: 'range',
        min: pick([0, 1]),
        max: pick([2, 3]),
        closed: pick(['left', 'right', 'both', 'neither'] as const),
      },
      { op: pick(['<', '<=', '>', '>=', '=='] as const), value: pick(cuts) },
      { op: 'missing' },
    ]);
  return model(
    [
      numberDimension('x'),
      numberDimension('y'),
      dimension('t', 'text'),
      bands('s', 'x', ['1', '2'], [1, 2, 3]),
      bands('g', 'y', ['1.5'], ['low', 'high'], { missing: 'low' }),
      condition('c1', logic(2), 'gold'),
      condition('c2', logic(2), 'silver'),
      condition('c3', { and: [{ '!': [{ var: 'c1' }] }, comparison()] }, 'bronze'),
      table(
        'rows',
        ['x', 'y'],
        [
          ['gold', cell(), cell()],
          ['silver', cell(), cell()],
        ],
      ),
      tier('gold', 1),
      tier('silver', 2),
      tier('bronze', 3),
      tier('basic', 4),
    ],
    'basic',
  );
}

/** Which rules count, as the compiled document has it: conditions are true, the table names a tier. */
function tiersCounted(values: Readonly<Record<string, Scalar>>): string[] {
  return [
    ...(values['c1'] === true ? ['gold'] : []),
    ...(values['c2'] === true ? ['silver'] : []),
    ...(values['c3'] === true ? ['bronze'] : []),
    ...(typeof values['rows'] === 'string' ? [values['rows']] : []),
  ];
}

const isIn = (findings: readonly Finding[], values: Readonly<Record<string, Scalar>>): boolean =>
  findings.some(({ region }) => region !== null && inRegion(region, values));

describe('the proof of small random documents', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'agrees with every cell tried one by one (%i)',
    (seed) => {
      const document = smallDocument(seed + 1);
      const proof = proveDocument(document, { limit: 2000 });
      expect([proof.isExact, proof.omitted]).toEqual([true, {}]);
      const gaps = proof.findings.filter(({ kind }) => kind === 'gap' || kind === 'missingEdge');
      const overlaps = proof.findings.filter(
        ({ kind, severity }) => (kind === 'overlap' || kind === 'sharedEdge') && severity === 'warning',
      );
      const compiled = compileDocument(document);
      const reached = new Set<string>();
      for (const x of numbers)
        for (const y of numbers)
          for (const t of texts) {
            const values = { x, y, t };
            const { values: nodes, tier: given } = compiled.evaluate(values);
            reached.add(given);
            const counted = tiersCounted(nodes);
            const count = counted.length;
            if (isIn(overlaps, values) !== new Set(counted).size > 1)
              throw new Error(`${JSON.stringify(values)}: ${counted.join(', ')}`);
            if (isIn(gaps, values) !== (count === 0))
              throw new Error(`${JSON.stringify(values)}: ${count} rules`);
          }
      for (const { witnesses, region, rules, kind } of proof.findings)
        for (const witness of witnesses) {
          expect(compiled.evaluate(witness.values).tier).toBe(witness.tier);
          if (region !== null) expect(inRegion(region, witness.values)).toBe(true);
          if (kind === 'overlap' || kind === 'sharedEdge')
            expect(witness.rules).toEqual(expect.arrayContaining([...rules]));
          if (kind === 'gap' || kind === 'missingEdge') expect(witness.rules).toEqual([]);
        }
      const unreachable = proof.findings
        .filter(({ kind }) => kind === 'unreachableTier')
        .flatMap(({ nodes }) => nodes);
      expect(unreachable.sort()).toEqual(
        ['gold', 'silver', 'bronze'].filter((each) => !reached.has(each)).sort(),
      );
    },
  );
});

describe('the repairs of small random documents', () => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed))(
    'remove what they are for, and add no error (%i)',
    (seed) => {
      const document = smallDocument(seed + 101);
      for (const { repair, kind, message, witnesses, rules } of proveDocument(document).findings) {
        if (repair === null) continue;
        const repaired = applyRepair(document, repair);
        expect(checkDocument(repaired).filter(({ severity }) => severity === 'error')).toEqual([]);
        const { findings } = proveDocument(repaired);
        expect(findings.filter((each) => each.kind === kind && each.message.en === message.en)).toEqual([]);
        const [witness] = witnesses;
        if (witness === undefined) continue;
        if (kind === 'gap' || kind === 'missingEdge')
          expect(
            isIn(
              findings.filter((each) => each.kind === 'gap' || each.kind === 'missingEdge'),
              witness.values,
            ),
          ).toBe(false);
        else {
          const own = findings.filter((each) => each.rules.join() === rules.join() && each.kind === kind);
          expect([message.en, isIn(own, witness.values)]).toEqual([message.en, false]);
        }
      }
    },
  );
});

describe('many rules', () => {
  it('are proved exactly at 50 rows over 6 dimensions', () => {
    const begin = process.cpuUsage();
    const proof = proveDocument(randomTable(50, 6, 2));
    const { user } = process.cpuUsage(begin);
    // For whoever reads the log; a busy machine must not fail it.
    process.stdout.write(
      `proof of 50 rules over 6 dimensions: ${Math.round(user / 1000)} ms of processor time, ${proof.boxes} boxes\n`,
    );
    expect(proof.isExact).toBe(true);
    expect(proof.findings.filter(({ kind }) => kind === 'gap')).toHaveLength(50);
    expect(proof.omitted.gap).toBeGreaterThan(0);
  });

  it('stay within bounds where there are too many for that, and say so', () => {
    const proof = proveDocument(randomTable(100, 12, 1), { effort: 50_000, limit: 5 });
    expect(proof.isExact).toBe(false);
    expect(proof.notes.at(-1)?.en).toContain('Not every combination of values was settled');
    expect(proof.boxes).toBeLessThan(200_000);
  });
});
