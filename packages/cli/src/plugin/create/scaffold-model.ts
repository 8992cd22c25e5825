import type { PluginNames } from './plugin-names.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });

/** A model of four tiers over two dimensions, with three parameters. */
export function scaffoldModel({ id, subjectType, eventType }: PluginNames): object {
  const window = { days: { $parameter: 'window_days' } };
  const dimension = { kind: 'dimension', missing: { policy: 'noMatch' }, better: 'higher' };
  return {
    schema: 2,
    name: text('Members by visits', '按到访分层'),
    subjectType,
    nodes: [
      {
        ...dimension,
        id: 'visits',
        name: text('Visits', '到访次数'),
        origin: `${id}.visits`,
        valueType: 'number',
        unit: 'time',
        source: { kind: 'aggregate', event: eventType, measure: 'count', window },
        domain: { minimum: '0', step: '1' },
      },
      {
        ...dimension,
        id: 'spend',
        name: text('Amount spent', '消费金额'),
        origin: `${id}.spend`,
        valueType: 'number',
        unit: 'currency',
        source: { kind: 'aggregate', event: eventType, measure: 'sum', field: 'amount', window },
        domain: { minimum: '0' },
      },
      {
        kind: 'decisionTable',
        id: 'rules',
        name: text('Rules', '分层规则'),
        description: text('The first row that fits decides.', '从上到下，第一条符合的规则决定层级。'),
        inputs: ['visits', 'spend'],
        hit: 'first',
        rows: [
          { id: 'often', cells: [{ op: '>=', value: { $parameter: 'often' } }, null], tier: 'regular' },
          { id: 'generous', cells: [null, { op: '>=', value: { $parameter: 'generous' } }], tier: 'valued' },
          { id: 'some', cells: [{ op: '>=', value: 1 }, null], tier: 'occasional' },
        ],
      },
      {
        kind: 'tier',
        id: 'regular',
        name: text('Regular', '常客'),
        rank: 1,
        color: '#0f766e',
        benefits: [text('Priority booking', '优先预约')],
        serviceLevels: [
          {
            id: 'answer',
            name: text('First answer', '首次答复'),
            within: { amount: 2, unit: 'hour' },
            stop: text('The member was answered', '已答复会员'),
          },
        ],
      },
      { kind: 'tier', id: 'valued', name: text('Valued', '高消费会员'), rank: 2, color: '#7c3aed' },
      { kind: 'tier', id: 'occasional', name: text('Occasional', '散客'), rank: 3, color: '#b45309' },
      { kind: 'tier', id: 'inactive', name: text('Inactive', '未到访会员'), rank: 4, color: '#64748b' },
      {
        kind: 'action',
        id: 'win_back',
        name: text('Win back', '挽回'),
        tier: 'inactive',
        on: ['downgrade'],
        action: {
          type: 'task',
          title: text('Ask why the member stays away', '回访了解未到访原因'),
          owner: 'Member service',
          dueDays: 3,
        },
      },
    ],
    fallback: 'inactive',
  };
}

/** Cases below, on and above each threshold of the model. */
export function scaffoldTests(): object {
  return {
    $schema: '../node_modules/@terrace/plugin-sdk/test-cases.schema.json',
    template: 'by-visits',
    base: { visits: 2, spend: 0 },
    cases: [
      { note: '5 visits are not often yet', values: { visits: 5 }, tier: 'occasional' },
      { note: '6 visits are often', values: { visits: 6 }, tier: 'regular' },
      { values: { visits: 7 }, tier: 'regular' },
      { values: { spend: 499.99 }, tier: 'occasional' },
      { note: 'whoever spends 500 is valued', values: { spend: 500 }, tier: 'valued' },
      { values: { spend: 500.01 }, tier: 'valued' },
      { note: 'no visit at all', values: { visits: 0 }, tier: 'inactive' },
      { values: { visits: 1 }, tier: 'occasional' },
      { values: {}, tier: 'occasional' },
    ],
  };
}
