import type { PluginNames } from './plugin-names.js';

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh });

function recordTypes({ subjectType, eventType }: PluginNames): object {
  const keyAliases = ['member_id', 'member_no', '会员编号', '会员号'];
  return {
    subjectTypes: [
      {
        id: subjectType,
        name: text('Member', '会员'),
        pluralName: text('Members', '会员'),
        keyAliases,
        labelField: 'name',
        fields: [
          {
            id: 'name',
            name: text('Name', '姓名'),
            type: 'text',
            sensitivity: 'personal',
            aliases: ['name', 'full_name', '姓名'],
          },
          { id: 'city', name: text('City', '城市'), type: 'text', aliases: ['city', '城市'] },
        ],
      },
    ],
    eventTypes: [
      {
        id: eventType,
        name: text('Visit', '到访'),
        pluralName: text('Visits', '到访'),
        subjectType,
        subjectAliases: keyAliases,
        timeAliases: ['visited_at', 'visit_time', '到访时间', '到访日期'],
        idAliases: ['visit_id', '到访编号'],
        fields: [
          {
            id: 'amount',
            name: text('Amount', '消费金额'),
            type: 'number',
            unit: 'currency',
            required: true,
            minimum: 0,
            aliases: ['amount', 'spend', '消费金额', '金额'],
          },
          {
            id: 'channel',
            name: text('Channel', '渠道'),
            type: 'enumeration',
            values: ['web', 'desk'],
            aliases: ['channel', '渠道'],
          },
        ],
      },
    ],
  };
}

function dimensions({ subjectType, eventType }: PluginNames): object[] {
  const dimension = { kind: 'dimension', missing: { policy: 'noMatch' }, better: 'higher' };
  return [
    {
      subjectType,
      node: {
        ...dimension,
        id: 'visits',
        name: text('Visits', '到访次数'),
        valueType: 'number',
        unit: 'time',
        source: { kind: 'aggregate', event: eventType, measure: 'count' },
      },
    },
    {
      subjectType,
      node: {
        ...dimension,
        id: 'spend',
        name: text('Amount spent', '消费金额合计'),
        valueType: 'number',
        unit: 'currency',
        source: { kind: 'aggregate', event: eventType, measure: 'sum', field: 'amount' },
      },
    },
  ];
}

const template = {
  id: 'by-visits',
  name: text('Members by visits', '按到访分层'),
  description: text(
    'Four tiers by visits and amount in a window of days.',
    '按一段时间内的到访次数和消费金额，把会员分为四层。',
  ),
  file: 'models/by-visits.json',
  parameters: [
    {
      id: 'window_days',
      name: text('Window in days', '统计窗口（天）'),
      type: 'integer',
      unit: 'day',
      default: 90,
      minimum: 7,
      maximum: 730,
    },
    {
      id: 'often',
      name: text('Visits of a regular member', '常客到访次数'),
      type: 'integer',
      unit: 'time',
      default: 6,
      minimum: 2,
      maximum: 100,
    },
    {
      id: 'generous',
      name: text('Amount of a valued member', '高消费会员消费金额'),
      type: 'number',
      unit: 'currency',
      default: 500,
      minimum: 1,
      maximum: 1_000_000,
    },
  ],
};

function sample({ subjectType, eventType }: PluginNames): object {
  return {
    id: 'year',
    name: text('Visits of a year', '一年的到访记录'),
    description: text('300 members and 2,500 visits, all invented.', '300 位会员、2,500 次到访，均为虚构。'),
    seed: 1,
    asOf: '2025-12-31',
    subjects: {
      type: subjectType,
      count: 300,
      key: { kind: 'key', prefix: 'M', width: 4 },
      fields: {
        name: { kind: 'name', languages: ['zh-CN', 'en'] },
        city: {
          kind: 'choice',
          values: [
            { value: '上海', weight: 3 },
            { value: '杭州', weight: 2 },
            { value: '苏州', weight: 1 },
          ],
        },
      },
    },
    events: [
      {
        type: eventType,
        count: 2500,
        days: 365,
        withoutEvents: 0.1,
        key: { kind: 'key', prefix: 'V', width: 5 },
        fields: {
          amount: { kind: 'lognormal', median: 80, spread: 0.6, decimals: 2 },
          channel: {
            kind: 'choice',
            values: [
              { value: 'web', weight: 3 },
              { value: 'desk', weight: 1 },
            ],
          },
        },
      },
    ],
    template: 'by-visits',
  };
}

/** `plugin.json` of a new plugin. */
export function scaffoldManifest(names: PluginNames, hasCode: boolean): object {
  const { id, name } = names;
  return {
    $schema: './node_modules/@terrace/plugin-sdk/plugin.schema.json',
    id,
    version: '0.1.0',
    host: '>=0.1.0 <1.0.0',
    name,
    description: text(
      'Members and their visits, a model with four tiers, and sample data.',
      '会员与到访数据、四层的分层模型，以及示例数据。',
    ),
    license: 'MIT',
    ...(hasCode ? { code: {} } : {}),
    contributes: {
      ...recordTypes(names),
      dimensions: dimensions(names),
      templates: [template],
      reports: [
        {
          id: 'spend_by_tier',
          name: text('Spending by tier', '各层级消费'),
          templates: ['by-visits'],
          chart: 'bar',
          measures: [
            { id: 'members', name: text('Members', '会员数'), aggregate: 'count' },
            {
              id: 'share',
              name: text('Share of spending', '消费占比'),
              aggregate: 'sumShare',
              node: 'spend',
            },
          ],
          expectations: [
            {
              tier: 'regular',
              measure: 'share',
              minimum: 0.1,
              message: text('Regular members bring at least a tenth.', '常客至少贡献一成消费。'),
            },
          ],
        },
      ],
      samples: [sample(names)],
      testCases: ['tests/by-visits.json'],
    },
  };
}
