import { describe, expect, it } from '@jest/globals';
import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { compileDocument } from '../lowering/compile-document.js';
import { condition, model, tier } from '../testing/documents.js';
import type { Finding, FindingKind } from './proof.js';
import { proveDocument } from './prove-document.js';
import { seededRandom } from './space/random.js';
import { inRegion } from './testing/in-region.js';
import { measured, randomHistory } from './testing/order-history.js';

type Measure = 'count' | 'sum' | 'maximum' | 'daysSinceLast' | 'daysSinceFirst';

function overOrders(id: string, measure: Measure, days?: number): DimensionNode {
  return {
    id,
    name: { en: id, 'zh-CN': id },
    kind: 'dimension',
    valueType: 'number',
    source: {
      kind: 'aggregate',
      event: 'order',
      measure,
      ...(measure === 'sum' || measure === 'maximum' ? { field: 'amount' } : {}),
      ...(days === undefined ? {} : { window: { days } }),
    },
    missing: { policy: 'noMatch' },
  };
}

const dimensions = [
  overOrders('n30', 'count', 30),
  overOrders('n90', 'count', 90),
  overOrders('n365', 'count', 365),
  overOrders('s30', 'sum', 30),
  overOrders('s365', 'sum', 365),
  overOrders('m365', 'maximum', 365),
  overOrders('last', 'daysSinceLast'),
  overOrders('first', 'daysSinceFirst'),
  overOrders('last365', 'daysSinceLast', 365),
];
const thresholds: Readonly<Record<Measure, readonly number[]>> = {
  count: [0, 1, 2, 3],
  sum: [0, 100, 500],
  maximum: [50, 100],
  daysSinceLast: [30, 60, 90, 180],
  daysSinceFirst: [30, 90, 365],
};
const tiers = [tier('t1', 1), tier('t2', 2), tier('t3', 3), tier('t4', 4)];

/** Four conditions over some dimensions of the same orders. */
function randomDocument(random: () => number): { document: ModelDocument; used: readonly DimensionNode[] } {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const used = dimensions.filter(() => random() < 0.5);
  const comparison = () => {
    const { id, source } = pick(used.length === 0 ? dimensions.slice(0, 1) : used);
    const measure = source.kind === 'aggregate' ? source.measure : 'count';
    return { [pick(['<', '>=', '==', '>'])]: [{ var: id }, pick(thresholds[measure as Measure])] };
  };
  const rules = ['c1', 'c2', 'c3', 'c4'].map((id, index) =>
    condition(
      id,
      random() < 0.6 ? { and: [comparison(), comparison()] } : comparison(),
      `t${1 + (index % 3)}`,
    ),
  );
  const named = used.length === 0 ? dimensions.slice(0, 1) : used;
  return { document: model([...named, ...rules, ...tiers], 't4'), used: named };
}

const ofKinds = (findings: readonly Finding[], ...kinds: FindingKind[]): Finding[] =>
  findings.filter(({ kind }) => kinds.includes(kind));
const isIn = (findings: readonly Finding[], values: Readonly<Record<string, Scalar>>): boolean =>
  findings.some(({ region }) => region !== null && inRegion(region, values));

describe('the proof of dimensions of the same events', () => {
  const random = seededRandom(5);
  const histories = Array.from({ length: 700 }, () => randomHistory(random));

  it.each(Array.from({ length: 24 }, (_, index) => index))('agrees with order histories (%i)', () => {
    const { document, used } = randomDocument(random);
    const { findings, isExact } = proveDocument(document, { limit: 500 });
    expect(isExact).toBe(true);
    const compiled = compileDocument(document);
    const gaps = ofKinds(findings, 'gap', 'missingEdge');
    const overlaps = ofKinds(findings, 'overlap', 'sharedEdge');
    const dead = ofKinds(findings, 'deadRule').map(({ rules }) => rules[0]);
    const unreachable = ofKinds(findings, 'unreachableTier').flatMap(({ nodes }) => nodes);
    for (const history of histories) {
      const values = Object.fromEntries(used.map((node) => [node.id, measured(node, history)]));
      const { tier: given, values: nodes } = compiled.evaluate(values);
      const holding = ['c1', 'c2', 'c3', 'c4'].filter((id) => nodes[id] === true);
      const tiersHeld = new Set(holding.map((id) => (id === 'c4' ? 't1' : `t${id.slice(1)}`)));
      const wrong = [
        holding.some((id) => dead.includes(id) && (id === 'c4' ? 't1' : `t${id.slice(1)}`) === given)
          ? 'a dead rule decides'
          : '',
        unreachable.includes(given) ? 'an unreachable tier is given' : '',
        isIn(gaps, values) !== (holding.length === 0) ? 'gaps' : '',
        tiersHeld.size > 1 && !isIn(overlaps, values) ? 'a missed overlap' : '',
      ].filter((each) => each !== '');
      if (wrong.length > 0) throw new Error(`${JSON.stringify(values)}: ${wrong.join(', ')}`);
    }
  });

  it('finds the 45 days between two windows, for which no middle of an interval stands', () => {
    const document = model(
      [
        overOrders('n30', 'count', 30),
        overOrders('n90', 'count', 90),
        overOrders('last', 'daysSinceLast'),
        condition('back', { and: [{ '==': [{ var: 'n30' }, 0] }, { '>=': [{ var: 'n90' }, 1] }] }, 't1'),
        condition('any', { '<': [{ var: 'last' }, 180] }, 't2'),
        ...tiers,
      ],
      't4',
    );
    const proof = proveDocument(document);
    expect(proof.isExact).toBe(true);
    expect(ofKinds(proof.findings, 'deadRule', 'unreachableTier').map(({ rules }) => rules)).toEqual([[]]);
    const [overlap] = ofKinds(proof.findings, 'overlap');
    const found = overlap?.witnesses[0]?.values ?? {};
    expect(found['n30']).toBe(0);
    expect(Number(found['last'])).toBeGreaterThanOrEqual(30);
    expect(Number(found['last'])).toBeLessThan(90);
  });
});
