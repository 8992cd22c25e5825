import type { RecordTypes } from '@terrace/model';
import type { PluginFiles } from './plugin-files.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });

/** Record types of a plugin that the sound one builds on. */
export const otherTypes: RecordTypes = {
  subjectTypes: [
    {
      id: 'customer',
      name: text('Customer', '客户'),
      keyAliases: ['customer_id'],
      fields: [
        {
          id: 'tax_id',
          name: text('Tax id', '税号'),
          type: 'text',
          required: false,
          aliases: [],
          sensitivity: 'none',
        },
      ],
    },
  ],
  eventTypes: [],
};

const visits = {
  kind: 'dimension',
  id: 'visits',
  name: text('Visits', '到访次数'),
  valueType: 'number',
  unit: 'time',
  source: { kind: 'aggregate', event: 'visit', measure: 'count' },
  missing: { policy: 'noMatch' },
};
const spend = {
  kind: 'dimension',
  id: 'spend',
  name: text('Amount spent', '消费金额'),
  valueType: 'number',
  unit: 'currency',
  domain: { minimum: '0' },
  better: 'higher',
  source: { kind: 'aggregate', event: 'visit', measure: 'sum', field: 'amount' },
  missing: { policy: 'noMatch' },
};

const tiers = [
  { kind: 'tier', id: 'regular', name: '%tier.regular%', rank: 1, color: '#0f766e' },
  { kind: 'tier', id: 'occasional', name: '%tier.occasional%', rank: 2, color: '#b45309' },
  { kind: 'tier', id: 'rare', name: text('Rare', '偶到客'), rank: 3, color: '#64748b' },
];

const byVisits = {
  schema: 2,
  name: text('By visits', '按到访次数'),
  subjectType: 'guest',
  nodes: [
    {
      ...visits,
      origin: 'hotel.visits',
      source: { ...visits.source, window: { days: { $parameter: 'window_days' } } },
    },
    spend,
    {
      kind: 'decisionTable',
      id: 'rules',
      name: text('Rules', '规则'),
      inputs: ['visits', 'spend'],
      hit: 'first',
      rows: [
        { id: 'often', cells: [{ op: '>=', value: { $parameter: 'often' } }, null], tier: 'regular' },
        { id: 'rich', cells: [null, { op: '>=', value: { $parameter: 'rich' } }], tier: 'regular' },
        { id: 'some', cells: [{ op: '>=', value: 1 }, null], tier: 'occasional' },
      ],
    },
    ...tiers,
    {
      kind: 'action',
      id: 'greet',
      name: text('Greet', '问候'),
      tier: 'regular',
      on: ['enter'],
      action: { type: 'task', title: text('Write a card', '寄送贺卡'), owner: 'Guest relations', dueDays: 3 },
    },
  ],
  fallback: 'rare',
};

const byScore = {
  schema: 2,
  name: text('By score', '按得分'),
  subjectType: 'guest',
  nodes: [
    visits,
    spend,
    {
      kind: 'custom',
      id: 'per_visit',
      name: text('Amount per visit', '次均消费'),
      origin: 'hotel.per_visit',
      version: '1.0.1',
      inputs: { amount: 'spend', visits: 'visits' },
      definition: {
        inputs: [
          { id: 'amount', name: text('Amount', '金额'), type: 'number' },
          { id: 'visits', name: text('Visits', '次数'), type: 'number' },
        ],
        valueType: 'number',
        unit: 'currency',
        expression: {
          if: [{ '>': [{ var: 'visits' }, 0] }, { '/': [{ var: 'amount' }, { var: 'visits' }] }, 0],
        },
      },
    },
    {
      kind: 'scorecard',
      id: 'score',
      name: text('Score', '得分'),
      items: [
        {
          id: 'visits',
          input: 'visits',
          bins: [{ cell: { op: '>=', value: 6 }, points: '100' }],
          otherwise: '0',
        },
        {
          id: 'spend',
          input: 'spend',
          bins: [{ cell: { op: '>=', value: 500 }, points: '100' }],
          otherwise: '0',
        },
      ],
      weightSets: [{ id: 'usual', name: text('Usual', '常规'), weights: { visits: '60', spend: '40' } }],
    },
    {
      kind: 'condition',
      id: 'high',
      name: text('High score', '高分'),
      when: { '>=': [{ var: 'score' }, 60] },
      tier: 'good',
    },
    { kind: 'tier', id: 'good', name: text('Good', '优质'), rank: 1, color: '#0f766e' },
    { kind: 'tier', id: 'basic', name: text('Basic', '基础'), rank: 2, color: '#64748b' },
  ],
  fallback: 'basic',
};

const manifest = {
  id: 'hotel',
  version: '1.0.1',
  host: '>=0.1.0 <1.0.0',
  name: text('Hotel', '酒店'),
  description: text('Guests and their visits.', '客人及其到访记录。'),
  license: 'MIT',
  requires: { retail: '>=0.1.0 <1.0.0' },
  locales: { en: 'locales/en.json', 'zh-CN': 'locales/zh-CN.json' },
  code: {},
  permissions: { network: ['rates.example.com'] },
  contributes: {
    subjectTypes: [
      {
        id: 'guest',
        name: text('Guest', '客人'),
        keyAliases: ['guest_id', '客人编号'],
        labelField: 'name',
        fields: [
          {
            id: 'name',
            name: text('Name', '姓名'),
            type: 'text',
            sensitivity: 'personal',
            aliases: ['name', '姓名'],
          },
          { id: 'city', name: text('City', '城市'), type: 'text', aliases: ['city', '城市'] },
        ],
      },
    ],
    eventTypes: [
      {
        id: 'visit',
        name: text('Visit', '到访'),
        subjectType: 'guest',
        subjectAliases: ['guest_id', '客人编号'],
        timeAliases: ['arrived_at', '入住时间'],
        fields: [
          {
            id: 'amount',
            name: text('Amount', '金额'),
            type: 'number',
            unit: 'currency',
            minimum: 0,
            aliases: ['amount', '金额'],
          },
          {
            id: 'nights',
            name: text('Nights', '间夜'),
            type: 'number',
            unit: 'day',
            required: true,
            minimum: 1,
            maximum: 365,
          },
          { id: 'channel', name: text('Channel', '渠道'), type: 'enumeration', values: ['web', 'desk'] },
        ],
      },
    ],
    fields: [
      {
        type: 'customer',
        field: { id: 'hotel_points', name: text('Hotel points', '酒店积分'), type: 'number' },
      },
    ],
    dimensions: [
      { subjectType: 'guest', node: visits },
      { subjectType: 'guest', node: spend },
    ],
    nodeKinds: [
      {
        id: 'per_visit',
        name: text('Amount per visit', '次均消费'),
        inputs: [
          { id: 'amount', name: text('Amount', '金额'), type: 'number' },
          { id: 'visits', name: text('Visits', '次数'), type: 'number' },
        ],
        valueType: 'number',
        unit: 'currency',
        expression: {
          if: [{ '>': [{ var: 'visits' }, 0] }, { '/': [{ var: 'amount' }, { var: 'visits' }] }, 0],
        },
      },
    ],
    templates: [
      {
        id: 'by-visits',
        name: text('Guests by visits', '按到访次数分层'),
        description: text('Three tiers by visits.', '按到访次数分为三层。'),
        file: 'models/by-visits.json',
        parameters: [
          {
            id: 'window_days',
            name: text('Window', '统计窗口'),
            type: 'integer',
            default: 90,
            minimum: 30,
            maximum: 365,
          },
          {
            id: 'often',
            name: text('Often', '常来次数'),
            type: 'integer',
            default: 6,
            minimum: 2,
            maximum: 50,
          },
          {
            id: 'rich',
            name: text('High amount', '高消费金额'),
            type: 'choice',
            default: 500,
            options: [
              { value: 500, name: text('500', '500') },
              { value: 800, name: text('800', '800') },
            ],
          },
        ],
      },
      {
        id: 'by-score',
        name: text('Guests by score', '按得分分层'),
        description: text('Two tiers by score.', '按得分分为两层。'),
        file: 'models/by-score.json',
      },
    ],
    tiers: [{ kind: 'tier', id: 'vip', name: text('VIP guest', '贵宾'), rank: 1, color: '#7c3aed' }],
    actions: [
      {
        id: 'call',
        name: text('Call', '致电'),
        on: ['leave'],
        action: { type: 'task', title: text('Call the guest', '致电客人'), owner: 'Front desk', dueDays: 2 },
      },
    ],
    reports: [
      {
        id: 'spend_by_tier',
        name: text('Spend by tier', '各层级消费'),
        templates: ['by-visits'],
        chart: 'bar',
        measures: [{ id: 'total', name: text('Total', '合计'), aggregate: 'sum', node: 'spend' }],
        expectations: [
          { tier: 'regular', measure: 'total', minimum: 1, message: text('Regulars spend.', '常客有消费。') },
        ],
      },
    ],
    samples: [
      {
        id: 'season',
        name: text('A season', '一个季度'),
        description: text('Visits of a season.', '一个季度的到访记录。'),
        seed: 7,
        asOf: '2025-12-31',
        subjects: {
          type: 'guest',
          count: 120,
          key: { kind: 'key', prefix: 'G', width: 4 },
          fields: { name: { kind: 'name', languages: ['zh-CN'] } },
        },
        events: [
          {
            type: 'visit',
            count: 600,
            days: 180,
            withoutEvents: 0.2,
            fields: {
              amount: { kind: 'uniform', minimum: 10, maximum: 90, decimals: 0 },
              nights: { kind: 'uniform', minimum: 1, maximum: 5, decimals: 0 },
              channel: { kind: 'choice', values: [{ value: 'web', weight: 1 }] },
            },
          },
        ],
        template: 'by-visits',
      },
    ],
    testCases: ['tests/by-visits.json', 'tests/by-score.json'],
  },
};

const code = {
  dimensions: [
    {
      id: 'rate',
      name: '%code.rate%',
      subjectType: 'guest',
      inputs: { fields: { city: 'text' }, events: {} },
      valueType: 'number',
    },
  ],
  actions: [],
};

const files: PluginFiles = {
  'plugin.json': manifest,
  'models/by-visits.json': byVisits,
  'models/by-score.json': byScore,
  'locales/en.json': { 'tier.regular': 'Regular', 'tier.occasional': 'Occasional', 'code.rate': 'Rate' },
  'locales/zh-CN.json': { 'tier.regular': '常客', 'tier.occasional': '散客', 'code.rate': '房价' },
  'tests/by-visits.json': {
    template: 'by-visits',
    base: { spend: 0 },
    cases: [
      { values: { visits: 7 }, tier: 'regular' },
      { values: { visits: 6 }, tier: 'regular' },
      { values: { visits: 5 }, tier: 'occasional' },
      { values: { visits: 1 }, tier: 'occasional' },
      { values: { visits: 0 }, tier: 'rare' },
      { values: { visits: 2, spend: 499 }, tier: 'occasional' },
      { values: { visits: 2, spend: 500 }, tier: 'regular' },
      { values: { visits: 2, spend: 501 }, tier: 'regular' },
    ],
  },
  'tests/by-score.json': {
    template: 'by-score',
    cases: [
      { values: { visits: 0, spend: 0 }, tier: 'basic', expect: { per_visit: 0 } },
      { values: { visits: 5, spend: 499 }, tier: 'basic' },
      { values: { visits: 6, spend: 499 }, tier: 'good', expect: { score: 60 } },
      { values: { visits: 7, spend: 500 }, tier: 'good' },
      { values: { visits: 7, spend: 501 }, tier: 'good' },
    ],
  },
  'src/index.ts': "import { defineDimension, definePlugin } from '@terrace/plugin-sdk/code';\n",
  'dist/index.js':
    "export default { dimensions: [{ compute: async (guests, { fetch }) => guests.map(() => fetch('https://rates.example.com')) }] };\n",
  'dist/code.json': code,
  'package.json': { name: 'terrace-plugin-hotel', version: '1.0.1', license: 'MIT' },
  'README.md': '# Hotel\n\nTiers of guests by their visits and what they spend.\n',
  'CHANGELOG.md': '## 1.0.1\n\nThe first.\n',
};

/** The files of a plugin that passes every check and skips none. */
export function soundPlugin(): PluginFiles {
  return structuredClone(files);
}
