import { describe, expect, it } from '@jest/globals';
import type { ModelDocument } from '../document/model-document.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { defaultTypes } from './default-types.js';
import { draftFromSentence } from './draft-from-sentence.js';
import { chineseRows } from './testing/chinese-rows.js';
import { englishRows } from './testing/english-rows.js';

/** What a dimension measures, in short: `count90d`, `sum12m`, `sinceLast`, `city`. */
function shortName({ source }: DimensionNode): string {
  if (source.kind === 'code') return source.dimension;
  if (source.kind !== 'aggregate') return source.kind === 'field' ? source.field : `since_${source.field}`;
  const { window } = source;
  const over = window === undefined ? '' : 'days' in window ? `${window.days}d` : `${window.months}m`;
  const measure = {
    daysSinceLast: 'sinceLast',
    daysSinceFirst: 'sinceFirst',
    average: 'avg',
    maximum: 'max',
    minimum: 'min',
    count: 'count',
    sum: 'sum',
    latest: 'latest',
    distinct: 'distinct',
  }[source.measure];
  return `${measure}${over}`;
}

/** The rule with short names for its dimensions, as infix text. */
function ruleOf(document: ModelDocument): string {
  const names = new Map(
    document.nodes.flatMap((node) =>
      node.kind === 'dimension' ? [[node.id, shortName(node)] as const] : [],
    ),
  );
  const say = (logic: unknown): string => {
    if (Array.isArray(logic)) return `[${logic.map(say).join(', ')}]`;
    if (typeof logic !== 'object' || logic === null) return JSON.stringify(logic);
    const [[operator, operand] = ['', null]] = Object.entries(logic);
    if (operator === 'var') return names.get(String(operand)) ?? String(operand);
    const parts = (Array.isArray(operand) ? operand : [operand]) as unknown[];
    if (operator === 'missing') return `missing ${names.get(String(parts[0])) ?? ''}`;
    if (operator === 'and' || operator === 'or') return `(${parts.map(say).join(` ${operator} `)})`;
    if (operator === '!') return `not ${say(parts[0])}`;
    return parts.map(say).join(` ${operator} `);
  };
  const condition = document.nodes.find((node) => node.kind === 'condition');
  return condition?.kind === 'condition' ? say(condition.when) : '';
}

function read(
  text: string,
): { rule: string; tier: string; otherwise?: string; action?: string } | { issues: string[] } {
  const draft = draftFromSentence(text);
  if (!draft.ok) return { issues: draft.issues.map(({ code, message }) => `${code} ${message.en ?? ''}`) };
  const nameOf = (id: string): string => {
    const name = draft.document.nodes.find((node) => node.id === id)?.name;
    return name?.['zh-CN'] !== undefined && name.en !== undefined ? '' : (name?.['zh-CN'] ?? name?.en ?? '');
  };
  const tier = draft.document.nodes.find((node) => node.kind === 'tier');
  const otherwise = nameOf(draft.document.fallback);
  const action = draft.document.nodes.find((node) => node.kind === 'action');
  return {
    rule: ruleOf(draft.document),
    tier: tier === undefined ? '' : nameOf(tier.id),
    ...(otherwise === '' ? {} : { otherwise }),
    ...(action === undefined ? {} : { action: action.name['zh-CN'] ?? action.name.en ?? '' }),
  };
}

describe('draftFromSentence', () => {
  it.each([
    ['决策流程变更的客户标记为高风险', 'NOT_UNDERSTOOD', 0, '决策流程变更'],
    ['预算缩减20%以上的客户降级预警', 'NOT_UNDERSTOOD', 0, '预算缩减'],
    ['最近90天消费次数超过10万元', 'UNIT_MISMATCH', 11, '10万元'],
    ['最近90天会员等级为金卡', 'WINDOW_NOT_AVAILABLE', 5, '会员等级'],
    ['最近0天消费超过5次', 'WINDOW_OUT_OF_RANGE', 2, '0天'],
    ['消费9-5次', 'RANGE_REVERSED', 2, '9'],
    ['（消费超过5次', 'BRACKET_NOT_CLOSED', 7, ''],
    ['消费超过5次，归为', 'TIER_NAME_EXPECTED', 9, ''],
    ['消费次数', 'SENTENCE_INCOMPLETE', 4, ''],
    ['   ', 'SENTENCE_EMPTY', 0, undefined],
    ['customers who love "Paris"', 'NOT_UNDERSTOOD', 14, 'love'],
    ['月均购买不少于3次', 'AVERAGE_PER_PERIOD', 0, '月均'],
    ['at least 3 orders a month', 'AVERAGE_PER_PERIOD', 20, 'month'],
    ['消费金额前5%的客户归为头部', 'SHARE_OF_OTHERS', 4, '前'],
    ['top 5% customers by spend: "Head"', 'SHARE_OF_OTHERS', 0, 'top'],
    ['客单价高于品类平均值的2倍', 'AVERAGE_OF_OTHERS', 7, '平均值的'],
    ['消费超过5次以下', 'ORDERS_DISAGREE', 6, '以下'],
    ['more than 5 orders and shoe size over 40', 'NOT_UNDERSTOOD', 23, 'shoe'],
  ])('says where %s is not understood', (sentence, code, start, text) => {
    const draft = draftFromSentence(sentence);
    const [issue] = draft.ok ? [] : draft.issues;
    expect({ code: issue?.code, start: issue?.details?.['start'], text: issue?.details?.['text'] }).toEqual({
      code,
      start,
      text,
    });
    expect(issue?.message.en).not.toBe('');
    expect(issue?.message['zh-CN']).not.toBe('');
  });

  it('finds every clause that is not understood', () => {
    const draft = draftFromSentence('鞋码大于40且消费超过5次且身高超过180');
    expect(draft.ok ? [] : draft.issues.map(({ details }) => details?.['text'])).toEqual(['鞋码', '身高']);
  });

  it('says what it assumed', () => {
    const draft = draftFromSentence('近3个月消费超过5次且金额超过1万元或超过2个月未消费');
    expect(draft.ok ? draft.notes.map(({ code }) => code) : draft.issues).toEqual([
      'UNIT_ROUGHLY',
      'NEVER_NOT_INCLUDED',
      'AND_BEFORE_OR',
      'WINDOW_CARRIED',
      'DIMENSION_MADE',
      'DIMENSION_MADE',
      'DIMENSION_MADE',
      'TIER_NAME_ASSUMED',
      'FALLBACK_ASSUMED',
    ]);
  });

  it.each([
    ['近6个月没有消费且累计消费超过5万元', 'WINDOW_NOT_CARRIED', '累计消费'],
    ['消费5次且城市为上海', 'EXACTLY_ASSUMED', '5次'],
    ['消费超过5次以上', 'INCLUSION_ASSUMED', '以上'],
    ['消费满10万', 'NAME_ASSUMED', '消费'],
    ['女性客户', 'VALUE_ASSUMED', '女性'],
    ['customers from Lhasa', 'VALUE_ASSUMED', 'Lhasa'],
  ])('notes of %s that something was assumed', (sentence, code, text) => {
    const draft = draftFromSentence(sentence);
    const notes = draft.ok ? draft.notes.filter(({ start }) => start !== undefined) : [];
    expect(notes.map((note) => [note.code, sentence.slice(note.start, note.end)])).toEqual([[code, text]]);
  });

  it('notes nothing about the words of what is said exactly', () => {
    for (const sentence of ['at least 5 orders', '正好1次消费', '消费为5次', '近90天消费5次以上']) {
      const draft = draftFromSentence(sentence);
      expect(draft.ok && draft.notes.filter(({ start }) => start !== undefined)).toEqual([]);
    }
  });

  it('names events and fields as people do', () => {
    const draft = draftFromSentence('近90天消费满1万元且城市为上海的客户归为“优选”');
    const made = draft.ok ? draft.notes.filter(({ code }) => code === 'DIMENSION_MADE') : [];
    expect(made.map(({ message }) => message)).toEqual([
      {
        en: '“Total order amount in the last 90 days” is the sum of “Amount” of “Order” events in the last 90 days.',
        'zh-CN': '“近 90 天订单金额合计”取近 90 天“订单”事件中“金额”的合计。',
      },
      { en: '“City” is the field “City”.', 'zh-CN': '“城市”取字段“城市”的值。' },
    ]);
  });

  it('offers fields among the names it knows', () => {
    const draft = draftFromSentence('鞋码大于40');
    const [issue] = draft.ok ? [] : draft.issues;
    expect(issue?.message['zh-CN']).toContain('可用的名称：订单数、');
    expect(issue?.message['zh-CN']).toContain('城市、性别、会员等级');
  });

  it('takes a declared value as the data write it', () => {
    const [customer] = defaultTypes.subjectTypes;
    if (customer === undefined) throw new TypeError('there are customers');
    const field = {
      aliases: [],
      sensitivity: 'none' as const,
      required: false,
      type: 'enumeration' as const,
    };
    const name = { en: 'Gender', 'zh-CN': '性别' };
    const types = {
      ...defaultTypes,
      subjectTypes: [{ ...customer, fields: [{ ...field, id: 'gender', name, values: ['M', 'F'] }] }],
    };
    const rules = ['女性客户', 'female customers', '性别为F'].map((sentence) => {
      const draft = draftFromSentence(sentence, { types });
      return draft.ok ? ruleOf(draft.document) : draft.issues;
    });
    expect(rules).toEqual(['gender == "F"', 'gender == "F"', 'gender == "F"']);
  });

  it('says what is missing where there are no record types', () => {
    const draft = draftFromSentence('消费超过5次', { types: { subjectTypes: [], eventTypes: [] } });
    expect(draft.ok ? [] : draft.issues.map(({ code }) => code)).toEqual(['RECORD_TYPES_MISSING']);
  });

  it('speaks of other events by their own names', () => {
    const field = { required: true, aliases: [], sensitivity: 'none' as const };
    const draft = draftFromSentence('最近30天投诉不少于2次的患者归为“重点关注”', {
      types: {
        subjectTypes: [{ id: 'patient', name: { 'zh-CN': '患者' }, keyAliases: [], fields: [] }],
        eventTypes: [
          {
            id: 'complaint',
            name: { en: 'Complaint', 'zh-CN': '投诉' },
            subjectType: 'patient',
            subjectAliases: [],
            timeAliases: [],
            idAliases: [],
            fields: [{ ...field, id: 'cost', name: { en: 'Cost', 'zh-CN': '费用' }, type: 'number' }],
          },
        ],
      },
    });
    expect(draft.ok && ruleOf(draft.document)).toBe('count30d >= 2');
  });

  it.each([
    ['最近90天内消费超过5次的客户', 'customer'],
    ['最近90天内消费超过5次的企业客户', 'account'],
    ['more than 5 orders in 90 days', 'customer'],
    ['more than 5 purchases in 90 days', 'account'],
    ['消费超过5次', 'account'],
  ])('of several types that %s fits, is about the one it names', (sentence, expected) => {
    const [customer] = defaultTypes.subjectTypes;
    const [order] = defaultTypes.eventTypes;
    if (customer === undefined || order === undefined) throw new TypeError('there are customers with orders');
    const account = {
      ...customer,
      id: 'account',
      name: { en: 'Account', 'zh-CN': '企业客户' },
      pluralName: undefined,
    };
    const purchase = {
      ...order,
      id: 'purchase',
      subjectType: 'account',
      name: { en: 'Purchase', 'zh-CN': '采购' },
      pluralName: { en: 'Purchases', 'zh-CN': '采购' },
    };
    const types = { subjectTypes: [account, customer], eventTypes: [purchase, order] };
    const draft = draftFromSentence(sentence, { types });
    expect(draft.ok && draft.document.subjectType).toBe(expected);
  });

  it.each([...chineseRows, ...englishRows])('reads %s', (sentence, rule, tier = '', more = {}) => {
    expect(read(sentence)).toEqual({ rule, tier, ...more });
  });
});
