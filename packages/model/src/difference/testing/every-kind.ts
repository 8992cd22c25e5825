import { modelDocumentSchema, type ModelDocument } from '../../document/model-document.js';

const named = (id: string, en: string, chinese: string) => ({ id, name: { en, 'zh-CN': chinese } });

/** A document with every kind of node and every field, for tests; it need not make sense. */
export function everyKindDocument(): ModelDocument {
  return modelDocumentSchema.parse({
    schema: 2,
    name: { en: 'All', 'zh-CN': '全部' },
    description: { en: 'Everything' },
    subjectType: 'customer',
    fallback: 'plain',
    priority: ['silver', 'gold'],
    amount: 'spent',
    template: 'retail/all',
    layout: { gold: { x: 0, y: 0 } },
    lifecycle: {
      graceDays: 30,
      minimumStay: { days: 20, direction: 'down' },
      oneStep: 'up',
      stages: ['plain', 'silver', 'gold'],
      validityDays: 365,
      fastTracks: [
        { id: 'big', name: { en: 'Big' }, to: 'gold', when: { '>': [{ var: 'spent' }, 9000] } },
        { id: 'old', name: { en: 'Old' }, to: 'silver', when: { '>': [{ var: 'spent' }, 8000] } },
      ],
    },
    nodes: [
      {
        ...named('spent', 'Spent', '消费金额'),
        kind: 'dimension',
        origin: 'retail.spent',
        valueType: 'number',
        unit: 'currency',
        source: {
          kind: 'aggregate',
          event: 'order',
          measure: 'sum',
          field: 'amount',
          where: { '>': [{ var: 'amount' }, 0] },
          window: { days: 90 },
        },
        missing: { policy: 'default', value: 0 },
        domain: { minimum: '0', maximum: '100000', step: '0.01' },
        better: 'higher',
        change: { cost: '1', direction: 'up' },
      },
      {
        ...named('city', 'City', '城市'),
        kind: 'dimension',
        valueType: 'enumeration',
        source: { kind: 'field', field: 'city' },
        missing: { policy: 'noMatch' },
        domain: { options: ['Beijing', 'Shanghai'] },
        change: 'fixed',
      },
      {
        ...named('spent_bands', 'Spending bands', '消费分档'),
        kind: 'bands',
        input: 'spent',
        cuts: {
          method: 'quantile',
          count: 3,
          offset: '0.5',
          population: { '>': [{ var: 'spent' }, 1] },
          values: ['100', '200.5'],
        },
        closed: 'left',
        outputs: [1, 2, 3],
        missing: 0,
      },
      {
        ...named('city_level', 'City level', '城市等级'),
        kind: 'categoryMap',
        input: 'city',
        entries: [
          { values: ['Beijing', 'Shanghai'], output: 1 },
          { values: ['Xi’an'], output: 2 },
        ],
        otherwise: 3,
        missing: 4,
      },
      {
        ...named('score', 'Score', '评分'),
        kind: 'scorecard',
        base: '10',
        context: 'city',
        items: [
          {
            id: 'a',
            name: { en: 'Spending' },
            input: 'spent',
            bins: [
              { cell: { op: 'range', min: 0, max: 10, closed: 'left' }, points: '5' },
              { cell: { op: 'in', values: [11, 12] }, points: '6' },
            ],
            otherwise: '7',
            missing: '0',
          },
          { id: 'b', input: 'city_level' },
        ],
        weightSets: [
          { id: 'normal', name: { en: 'Normal' }, weights: { a: '40', b: '60' } },
          { id: 'downturn', name: { en: 'Downturn' }, weights: { a: '50', b: '50' } },
        ],
      },
      {
        ...named('grid', 'Grid', '矩阵'),
        kind: 'matrix',
        axes: [
          { input: 'spent_bands', values: [1, 2, 3] },
          { input: 'city_level', values: [1, 2] },
        ],
        cells: ['plain', 'plain', 'silver', 'plain', 'gold', 'silver'],
      },
      {
        ...named('rules', 'Rules', '规则'),
        kind: 'decisionTable',
        inputs: ['spent', 'city'],
        hit: 'first',
        rows: [
          {
            id: 'r1',
            cells: [
              { op: '>', value: 5 },
              { op: '==', value: 'Beijing' },
            ],
            tier: 'gold',
          },
          {
            id: 'r2',
            cells: [{ op: 'between', min: 1, max: 5 }, { op: 'missing' }],
            tier: 'silver',
            value: 3,
          },
        ],
      },
      {
        ...named('is_big', 'Is big', '大客户'),
        kind: 'condition',
        when: { and: [{ '>': [{ var: 'spent' }, 5] }, { '!': [{ var: 'city' }] }] },
        tier: 'gold',
      },
      {
        ...named('double', 'Double', '双倍'),
        kind: 'formula',
        valueType: 'number',
        unit: 'currency',
        expression: { '*': [{ var: 'spent' }, 2] },
      },
      {
        ...named('faded', 'Faded', '衰减值'),
        kind: 'timeDecay',
        input: 'spent',
        age: 'double',
        curve: {
          shape: 'steps',
          steps: [
            { until: '30', weight: '1' },
            { until: '60', weight: '0.5' },
          ],
        },
        floor: '0.1',
      },
      {
        ...named('weighted', 'Weighted', '加权值'),
        kind: 'custom',
        origin: 'b2b.weighted',
        version: '1.2.0',
        inputs: { amount: 'spent' },
        parameters: { factor: 3 },
        definition: {
          inputs: [{ id: 'amount', name: { en: 'Amount' }, type: 'number' }],
          parameters: [{ id: 'factor', name: { en: 'Factor' }, type: 'number', default: 2, minimum: 0 }],
          valueType: 'number',
          unit: 'currency',
          expression: { '*': [{ var: 'amount' }, { $parameter: 'factor' }] },
        },
      },
      {
        ...named('gold', 'Gold', '金卡'),
        kind: 'tier',
        rank: 1,
        color: '#ffcc00',
        benefits: [{ en: 'Free returns', 'zh-CN': '免费退货' }],
        serviceLevels: [
          {
            id: 'reply',
            name: { en: 'Reply' },
            within: { amount: 15, unit: 'minute' },
            stop: { en: 'Answered' },
          },
        ],
        entry: { '>': [{ var: 'spent' }, 500] },
        keep: { '>': [{ var: 'spent' }, 400] },
      },
      { ...named('silver', 'Silver', '银卡'), kind: 'tier', rank: 2 },
      { ...named('plain', 'Plain', '普通'), kind: 'tier', rank: 3 },
      {
        ...named('call', 'Call', '回访'),
        kind: 'action',
        tier: 'gold',
        on: ['enter', 'upgrade'],
        action: { type: 'task', title: { en: 'Call' }, owner: 'sales', dueDays: 3 },
      },
      {
        ...named('hook', 'Hook', '通知'),
        kind: 'action',
        tier: 'silver',
        on: ['leave'],
        action: { type: 'webhook', webhook: 'crm' },
      },
      { kind: 'newer', id: 'future', name: { en: 'Future' }, level: 3 },
    ],
  });
}
