import { parseDocument } from '@terrace/model';
import { readFileSync } from 'node:fs';

const named = (id) => ({ id, name: { en: id } });
const dimension = (id, valueType = 'number') => ({
  ...named(id),
  kind: 'dimension',
  valueType,
  source: { kind: 'field', field: id },
  missing: { policy: 'noMatch' },
});
const bands = (id, input, values, outputs) => ({
  ...named(id),
  kind: 'bands',
  input,
  cuts: { method: 'explicit', values: values.map(String) },
  outputs,
});
const tiers = (ids) => ids.map((id, index) => ({ ...named(id), kind: 'tier', rank: index + 1 }));
const condition = (id, tier, when) => ({ ...named(id), kind: 'condition', when, tier });
const input = (name) => ({ var: name });

function document(name, nodes, fallback) {
  const parsed = parseDocument({
    schema: 2,
    name: { en: name },
    subjectType: 'customer',
    nodes,
    fallback,
  });
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.issues)}`);
  return parsed.document;
}

/** The retail template, with the cut points that are written in it. */
function rfm() {
  const template = JSON.parse(
    readFileSync(new URL('../../../plugins/retail/models/rfm.json', import.meta.url), 'utf8'),
  );
  const nodes = template.nodes.filter((node) => node.kind !== 'action');
  const parsed = parseDocument({ ...template, nodes });
  if (!parsed.ok) throw new Error(`rfm: ${JSON.stringify(parsed.issues)}`);
  return parsed.document;
}

const item = (id, weight, steps) => ({
  weight,
  item: {
    id: `${id}_points`,
    input: id,
    bins: steps.slice(0, -1).map(([below, points]) => ({
      cell: { op: '<', value: below },
      points: String(points),
    })),
    otherwise: String(steps.at(-1)),
    missing: '0',
  },
});

/** Five characteristics with points and weights, and a tier by the score. */
function scorecard() {
  const items = [
    item('spend', 35, [[1000, 10], [5000, 40], [20000, 70], [50000, 85], 100]),
    item('orders', 20, [[2, 10], [6, 45], [12, 75], 100]),
    item('tenure', 15, [[90, 15], [365, 50], [1095, 80], 100]),
    item('returns', 10, [[0.05, 100], [0.1, 70], [0.3, 30], 0]),
    item('satisfaction', 20, [[4, 0], [7, 45], [9, 80], 100]),
  ];
  const levels = [
    ['platinum', 85],
    ['gold', 65],
    ['silver', 45],
    ['bronze', 25],
  ];
  return document(
    'Weighted scorecard',
    [
      ...['spend', 'orders', 'tenure', 'returns', 'satisfaction'].map((id) => dimension(id)),
      {
        ...named('score'),
        kind: 'scorecard',
        items: items.map((each) => each.item),
        weightSets: [
          {
            ...named('normal'),
            weights: Object.fromEntries(items.map((each) => [each.item.id, String(each.weight)])),
          },
        ],
      },
      ...levels.map(([tier, least]) => condition(`is_${tier}`, tier, { '>=': [input('score'), least] })),
      ...tiers([...levels.map(([tier]) => tier), 'standard']),
    ],
    'standard',
  );
}

export const matrixTiers = ['diamond', 'private', 'wealth', 'select', 'basic'];

/** The tier of a cell: the sum of the three places decides. */
export const matrixTier = (aum, products, tenure) =>
  matrixTiers[Math.max(0, 4 - Math.floor((aum * 2 + products + tenure) / 3))];

/** Assets under management × products held × years as a client. */
function matrix() {
  const cells = [];
  for (let aum = 0; aum < 5; aum += 1)
    for (let products = 0; products < 4; products += 1)
      for (let tenure = 0; tenure < 3; tenure += 1) cells.push(matrixTier(aum, products, tenure));
  return document(
    'AUM matrix',
    [
      ...['aum', 'products', 'years'].map((id) => dimension(id)),
      bands('aum_band', 'aum', [50000, 500000, 3000000, 10000000], ['a0', 'a1', 'a2', 'a3', 'a4']),
      bands('product_band', 'products', [2, 4, 7], ['p0', 'p1', 'p2', 'p3']),
      bands('tenure_band', 'years', [1, 5], ['t0', 't1', 't2']),
      {
        ...named('grid'),
        kind: 'matrix',
        axes: [
          { input: 'aum_band', values: ['a0', 'a1', 'a2', 'a3', 'a4'] },
          { input: 'product_band', values: ['p0', 'p1', 'p2', 'p3'] },
          { input: 'tenure_band', values: ['t0', 't1', 't2'] },
        ],
        cells,
      },
      ...tiers([...matrixTiers, 'unrated']),
    ],
    'unrated',
  );
}

/** Seven stages, the furthest first; each has its own criteria of facts, texts and numbers. */
function stages() {
  const all = (...parts) => ({ and: parts });
  const any = (...parts) => ({ or: parts });
  const criteria = [
    ['expansion', all(input('contract'), { '>=': [input('usage'), 0.8] }, { '>': [input('seats'), 50] })],
    ['customer', all(input('contract'), { '!': { missing: ['seats'] } })],
    ['negotiation', all(input('proposal'), input('decision_maker'), { '>=': [input('budget'), 100000] })],
    ['quoted', all(input('proposal'), any(input('decision_maker'), { '>=': [input('budget'), 20000] }))],
    [
      'qualified',
      all(
        input('decision_maker'),
        { in: [input('industry'), ['finance', 'retail', 'manufacturing', 'health']] },
        any({ '>=': [input('budget'), 10000] }, { '>=': [input('seats'), 20] }),
      ),
    ],
    ['contacted', all({ '<=': [input('silent_days'), 30] }, { '!=': [input('source'), 'purchased'] })],
    [
      'lead',
      any({ in: [input('source'), ['fair', 'web', 'referral']] }, { '<=': [input('silent_days'), 365] }),
    ],
  ];
  return document(
    'B2B stages',
    [
      ...['contract', 'proposal', 'decision_maker'].map((id) => dimension(id, 'boolean')),
      ...['industry', 'source'].map((id) => dimension(id, 'text')),
      ...['usage', 'seats', 'budget', 'silent_days'].map((id) => dimension(id)),
      ...criteria.map(([tier, when]) => condition(`is_${tier}`, tier, when)),
      ...tiers([...criteria.map(([tier]) => tier), 'none']),
    ],
    'none',
  );
}

export const documents = { rfm: rfm(), scorecard: scorecard(), matrix: matrix(), stages: stages() };
