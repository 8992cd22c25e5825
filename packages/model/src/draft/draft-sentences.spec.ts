import { describe, expect, it } from '@jest/globals';
import type { ModelDocument } from '../document/model-document.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { draftFromSentence } from './draft-from-sentence.js';

/** What a dimension measures, in short: `count90d`, `sum12m`, `sinceLast`, `city`. */
function shortName({ source }: DimensionNode): string {
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

type Row = readonly [
  sentence: string,
  rule: string,
  tier?: string,
  more?: { otherwise?: string; action?: string },
];

const chinese: readonly Row[] = [
  [
    '最近90天内消费超过5次且总金额大于10万元的客户,自动标记为"核心价值客户"',
    '(count90d > 5 and sum90d > 100000)',
    '核心价值客户',
  ],
  [
    '最近九十天内消费超过五次，且总金额大于十万元的客户，自动标记为“核心价值客户”',
    '(count90d > 5 and sum90d > 100000)',
    '核心价值客户',
  ],
  [
    '近12个月消费频次不少于10次且消费金额不少于10000元的客户归为高价值',
    '(count12m >= 10 and sum12m >= 10000)',
    '高价值',
  ],
  [
    '近12个月消费频次5-9次且消费金额5000-9999元，则为“中价值”',
    '(5 <= count12m <= 9 and 5000 <= sum12m <= 9999)',
    '中价值',
  ],
  [
    '近12个月（消费频次5至9次且金额5000至9999元）或（频次≥10且金额<1万），归为中价值',
    '((5 <= count12m <= 9 and 5000 <= sum12m <= 9999) or (count12m >= 10 and sum12m < 10000))',
    '中价值',
  ],
  [
    '近12个月消费1～4次且金额低于5000元的客户划为“低价值”',
    '(1 <= count12m <= 4 and sum12m < 5000)',
    '低价值',
  ],
  ['近6个月消费次数为0的客户归为流失风险', 'count6m == 0', '流失风险'],
  ['近6个月没有消费的客户归为“流失风险”', 'count6m == 0', '流失风险'],
  ['超过45天未复购的客户，标记为“待唤醒”', 'sinceLast > 45', '待唤醒'],
  [
    '会员等级为铂金且超过45天未复购，立即触发专属导购主动服务',
    '(member_level == "铂金" and sinceLast > 45)',
    '',
    { action: '立即触发专属导购主动服务' },
  ],
  ['90天没有消费的客户归为沉睡客户', 'sinceLast >= 90', '沉睡客户'],
  ['连续60天以上未下单的会员划入“预警”', 'sinceLast >= 60', '预警'],
  ['近90天内购买过且客单价高于500元的客户定为“高价值客户”', '(count90d > 0 and avg90d > 500)', '高价值客户'],
  ['消费5次以上的客户视为“常客”', 'count >= 5', '常客'],
  ['消费5次以上（不含）的客户视为“常客”', 'count > 5', '常客'],
  ['5次以上消费且金额10万元以上，归为VIP', '(count >= 5 and sum >= 100000)', 'VIP'],
  ['消费次数5次以下或累计消费不足1000元的客户归为普通客户', '(count <= 5 or sum < 1000)', '普通客户'],
  ['消费次数在3次以上10次以下', '(count >= 3 and count <= 10)'],
  ['消费次数不满3次', 'count < 3'],
  ['累计消费满1.5万元', 'sum >= 15000'],
  ['累计消费达到2亿', 'sum >= 200000000'],
  ['累计金额在1000–5000万之间的客户归为白金', '10000000 <= sum <= 50000000', '白金'],
  ['总金额介于3百万和1千万之间（不含），则为黄金', '3000000 < sum < 10000000', '黄金'],
  ['总金额超过１２，３４５．５０元', 'sum > 12345.5'],
  ['总金额超过12,345.5元', 'sum > 12345.5'],
  ['消费金额＞10万 且 消费次数≥5', '(sum > 100000 and count >= 5)'],
  ['过去一年消费至少三次', 'count12m >= 3'],
  ['近半年消费金额不低于5000块', 'sum6m >= 5000'],
  ['近两周下单超过2单', 'count14d > 2'],
  ['近一个季度消费最多2次', 'count3m <= 2'],
  ['近30天消费超过3次或者近12个月消费金额超过5万元', '(count30d > 3 or sum12m > 50000)'],
  ['城市为上海、北京或深圳，并且消费次数大于3', '(city in ["上海", "北京", "深圳"] and count > 3)'],
  ['会员等级不是“金卡”且城市属于“上海”', '(member_level != "金卡" and city in ["上海"])'],
  ['城市缺失的客户归为“待完善”', 'missing city', '待完善'],
  ['最近一次消费距今不超过30天', 'sinceLast <= 30'],
  ['单笔最高金额不低于5000元的客户打上“大单客户”标签', 'max >= 5000', '大单客户'],
  [
    '核心客户：近90天消费次数不少于6次，消费金额不少于3万元',
    '(count90d >= 6 and sum90d >= 30000)',
    '核心客户',
  ],
  ['“钻石客户”是指近12个月累计消费50万元以上的客户', 'sum12m >= 500000', '钻石客户'],
  [
    '如果近90天消费超过5次，则归为“活跃客户”，否则归为“普通客户”',
    'count90d > 5',
    '活跃客户',
    { otherwise: '普通客户' },
  ],
  ['消费超过5次且少于10次', '(count > 5 and count < 10)'],
  ['消费次数并非不少于5次', 'count < 5'],
  ['近90天既没有消费，会员等级也不是金卡', '(count90d == 0 and member_level != "金卡")'],
  ['加入日期早于2024年1月1日且累计消费超过1万元', '(joined_on < "2024-01-01" and sum > 10000)'],
  ['加入日期距今超过365天的客户归为老客户', 'since_joined_on > 365', '老客户'],
  ['最近 90 天内消费不超过 5 次，总金额低于 1 千元', '(count90d <= 5 and sum90d < 1000)'],
  [
    '客单价不低于200元，近12个月下单至少4次的用户升级为银卡会员',
    '(avg >= 200 and count12m >= 4)',
    '银卡会员',
  ],
];

const english: readonly Row[] = [
  [
    'Customers who bought more than 5 times in the last 90 days and whose total amount is more than 100,000 are tagged as "Core value"',
    '(count90d > 5 and sum90d > 100000)',
    'Core value',
  ],
  [
    'more than 5 orders and a total spend over 100,000 in the last 90 days: tag as "Core value"',
    '(count90d > 5 and sum90d > 100000)',
    'Core value',
  ],
  [
    'At least 10 orders and at least 10,000 spent in the last 12 months → High value',
    '(count12m >= 10 and sum12m >= 10000)',
    'High value',
  ],
  [
    'between 5 and 9 orders in the past 12 months and a total amount between 5,000 and 9,999',
    '(5 <= count12m <= 9 and 5000 <= sum12m <= 9999)',
  ],
  ['no orders in the past 6 months, tag as "Churn risk"', 'count6m == 0', 'Churn risk'],
  ['Customers with no order for 45 days are tagged as "To wake up"', 'sinceLast >= 45', 'To wake up'],
  ['no order for more than 45 days', 'sinceLast > 45'],
  ['have not bought for at least 60 days', 'sinceLast >= 60'],
  ['more than 45 days without an order', 'sinceLast > 45'],
  ['last order more than 90 days ago', 'sinceLast > 90'],
  ['customers whose last order was at most 30 days ago', 'sinceLast <= 30'],
  [
    'If the member level is "Platinum" and there was no order for more than 45 days, notify the personal shopper',
    '(member_level == "Platinum" and sinceLast > 45)',
    '',
    { action: 'notify the personal shopper' },
  ],
  ['number of orders is at least 5', 'count >= 5'],
  ['number of orders is more than 5', 'count > 5'],
  ['5 or more orders', 'count >= 5'],
  ['5 orders or more', 'count >= 5'],
  ['fewer than 3 purchases', 'count < 3'],
  ['no more than 3 purchases in the last 30 days', 'count30d <= 3'],
  ['not more than 3 purchases', 'count <= 3'],
  ['up to 3 orders', 'count <= 3'],
  ['spent over $10k in the last year', 'sum12m > 10000'],
  ['spent 1.5 million or more', 'sum >= 1500000'],
  ['total spend exceeds 100 thousand', 'sum > 100000'],
  [
    'average order value above 200 and at least four orders within the last 12 months become "Silver"',
    '(avg12m > 200 and count12m >= 4)',
    'Silver',
  ],
  ['ordered twice or more in the past 2 weeks', 'count14d >= 2'],
  ['ordered at least twenty-five times', 'count >= 25'],
  ['city is "Shanghai" or city is "Beijing"', '(city == "Shanghai" or city == "Beijing")'],
  [
    'city is one of "Shanghai", "Beijing" and total amount > 5000',
    '(city in ["Shanghai", "Beijing"] and sum > 5000)',
  ],
  ['member level is not "Gold"', 'member_level != "Gold"'],
  ['city is missing', 'missing city'],
  ['total amount ≥ 10,000 and number of orders < 10', '(sum >= 10000 and count < 10)'],
  ['largest order of at least 5,000', 'max >= 5000'],
  [
    'VIP: at least 6 orders in the last 90 days, spend at least 30,000',
    '(count90d >= 6 and sum90d >= 30000)',
    'VIP',
  ],
  ['"VIP" are customers who spent at least 50,000 in the last 12 months', 'sum12m >= 50000', 'VIP'],
  [
    'If number of orders in the last 90 days is more than 5, tag as "Active", otherwise "Regular"',
    'count90d > 5',
    'Active',
    { otherwise: 'Regular' },
  ],
  [
    'Customers who ordered in the last 30 days and spent more than 1,000 go to "Warm"',
    '(count30d > 0 and sum30d > 1000)',
    'Warm',
  ],
  [
    '(at least 5 orders or total spend of at least 10,000) and city is "Shanghai"',
    '((count >= 5 or sum >= 10000) and city == "Shanghai")',
  ],
  [
    'more than 5 orders in the last 90 days or more than 50,000 spent in the last 12 months',
    '(count90d > 5 or sum12m > 50000)',
  ],
  [
    'neither ordered in the last 90 days nor is the member level "Gold"',
    '(count90d == 0 and member_level != "Gold")',
  ],
  [
    'joined on before 2024-01-01 and total spend more than 10,000',
    '(joined_on < "2024-01-01" and sum > 10000)',
  ],
  ['number of orders is more than 5 and less than 10', '(count > 5 and count < 10)'],
  ['purchases over 5 within 90 days', 'count90d > 5'],
  ['recency of at most 90 days and frequency of at least 3', '(sinceLast <= 90 and count >= 3)'],
];

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
    ['customers who live in "Paris"', 'NOT_UNDERSTOOD', 14, 'live'],
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

  it.each([...chinese, ...english])('reads %s', (sentence, rule, tier = '', more = {}) => {
    expect(read(sentence)).toEqual({ rule, tier, ...more });
  });
});
