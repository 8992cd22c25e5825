import { describe, expect, it } from '@jest/globals';
import { documentSchemaVersion, type ModelDocument } from '../document/model-document.js';
import { sentencesOf } from './sentences-of.js';

const orders = { kind: 'aggregate', event: 'order', measure: 'count', window: { months: 12 } } as const;
const document: ModelDocument = {
  schema: documentSchemaVersion,
  name: { en: 'Value' },
  subjectType: 'customer',
  nodes: [
    {
      kind: 'dimension',
      id: 'orders',
      name: { en: 'Number of orders', 'zh-CN': '消费次数' },
      valueType: 'number',
      unit: 'time',
      source: orders,
      missing: { policy: 'noMatch' },
    },
    {
      kind: 'dimension',
      id: 'amount_12_months',
      name: { en: 'Amount in 12 months', 'zh-CN': '近 12 个月消费金额' },
      valueType: 'number',
      unit: 'currency',
      source: { ...orders, measure: 'sum', field: 'amount' },
      missing: { policy: 'noMatch' },
    },
    {
      kind: 'bands',
      id: 'score',
      name: { en: 'Order score', 'zh-CN': '频次得分' },
      input: 'orders',
      cuts: { method: 'explicit', values: ['5', '10'] },
      closed: 'left',
      outputs: [1, 2, 3],
    },
    {
      kind: 'condition',
      id: 'core',
      name: { en: 'Core' },
      when: { and: [{ '>=': [{ var: 'orders' }, 10] }, { '>': [{ var: 'amount_12_months' }, 100_000] }] },
      tier: 'gold',
    },
    {
      kind: 'decisionTable',
      id: 'table',
      name: { en: 'Rules', 'zh-CN': '规则' },
      inputs: ['score'],
      hit: 'first',
      rows: [
        { id: 'a', cells: [{ op: '==', value: 3 }], tier: 'silver' },
        { id: 'b', cells: [{ op: '>=', value: 2 }], tier: 'silver' },
      ],
    },
    {
      kind: 'tier',
      id: 'gold',
      name: { en: 'Gold', 'zh-CN': '金卡' },
      rank: 1,
      keep: { '>=': [{ var: 'orders' }, 8] },
    },
    { kind: 'tier', id: 'silver', name: { en: 'Silver', 'zh-CN': '银卡' }, rank: 2 },
    { kind: 'tier', id: 'basic', name: { en: 'Basic', 'zh-CN': '普通' }, rank: 3 },
  ],
  fallback: 'basic',
  lifecycle: { graceDays: 30, oneStep: 'down' },
  layout: {},
};

describe('sentencesOf', () => {
  const { tiers, values, policy } = sentencesOf(document);

  it('says every rule of every tier in Chinese, the best tier first', () => {
    expect(
      tiers.map(({ name, sentences }) => [name['zh-CN'], sentences.map(({ text }) => text['zh-CN'])]),
    ).toEqual([
      [
        '金卡',
        [
          '近 12 个月消费次数不少于 10 次，且近 12 个月消费金额超过 10 万元的对象，归为“金卡”。',
          '已在“金卡”的对象，只要近 12 个月消费次数不少于 8 次，就保持该层级。',
        ],
      ],
      [
        '银卡',
        [
          '频次得分为 3 的对象，归为“银卡”。',
          '频次得分不小于 2 的对象，归为“银卡”（“规则”中排在前面的行优先）。',
        ],
      ],
      ['普通', ['其余对象归为“普通”。']],
    ]);
  });

  it('says every rule of every tier in English', () => {
    expect(tiers.flatMap(({ sentences }) => sentences.map(({ text }) => text.en))).toEqual([
      'Subjects go to “Gold” if number of orders in the last 12 months is at least 10 and amount in 12 months is more than 100,000.',
      'Whoever is in “Gold” stays there as long as number of orders in the last 12 months is at least 8.',
      'Subjects go to “Silver” if order score is 3.',
      'Subjects go to “Silver” if order score is at least 2, unless an earlier row of “Rules” holds.',
      'All other subjects go to “Basic”.',
    ]);
  });

  it('says what scores are and how subjects move', () => {
    expect(values).toEqual([
      {
        nodeId: 'score',
        text: {
          en: '“Order score”: number of orders in the last 12 months is less than 5: score 1; at least 5 and less than 10: score 2; at least 10: score 3.',
          'zh-CN':
            '“频次得分”：近 12 个月消费次数少于 5 次，得 1 分；不少于 5 且少于 10 次，得 2 分；不少于 10 次，得 3 分。',
        },
      },
    ]);
    expect(policy.map((text) => text['zh-CN'])).toEqual([
      '同时符合多个层级时，按以下顺序取第一个：“金卡”、“银卡”。',
      '降级时每次只降一级。',
      '不再达标后有 30 天的宽限期，之后才降级。',
    ]);
  });

  it('calls the subjects by their name where it is known', () => {
    const subject = { id: 'customer', name: { en: 'Customer', 'zh-CN': '客户' }, keyAliases: [], fields: [] };
    const named = sentencesOf(document, {
      subjectTypes: [{ ...subject, pluralName: { en: 'Customers' } }],
      eventTypes: [],
    });
    const [basic] = named.tiers.at(-1)?.sentences ?? [];
    expect(basic?.text).toEqual({
      en: 'All other customers go to “Basic”.',
      'zh-CN': '其余客户归为“普通”。',
    });
  });
});
