import type { Language } from '../document/localized-text.js';
import type { BothLanguages } from '../explain/words.js';

const words = (en: string, chinese: string): BothLanguages => ({ en, 'zh-CN': chinese });

/** What the codes that a document is written with are called, by field. */
const codes: Readonly<Record<string, Readonly<Record<string, BothLanguages>>>> = {
  policy: {
    noMatch: words('matches no rule', '不匹配任何规则'),
    default: words('takes a default value', '使用默认值'),
  },
  valueType: {
    number: words('number', '数字'),
    text: words('text', '文本'),
    boolean: words('yes or no', '是/否'),
    date: words('date', '日期'),
    instant: words('date and time', '日期时间'),
    duration: words('duration', '时长'),
    enumeration: words('options', '选项'),
  },
  shape: {
    halfLife: words('half-life', '半衰期'),
    linear: words('straight line', '线性'),
    steps: words('steps', '分段'),
  },
  oneStep: {
    up: words('upgrades', '升级'),
    down: words('downgrades', '降级'),
    both: words('upgrades and downgrades', '升级和降级'),
  },
  closed: { left: words('the band above', '上一档'), right: words('the band below', '下一档') },
  better: { higher: words('higher', '越高越好'), lower: words('lower', '越低越好') },
  method: {
    explicit: words('given', '手动填写'),
    quantile: words('quantiles', '分位数'),
    equalWidth: words('equal width', '等宽'),
    naturalBreaks: words('natural breaks', '自然间断'),
    standardDeviation: words('standard deviation', '标准差'),
    topShare: words('top share', '头部占比'),
  },
  hit: {
    first: words('first row that holds', '首个成立的行'),
    collect: words('all rows that hold', '汇总所有成立的行'),
    priority: words('best tier of the rows that hold', '成立的行中取最优先的层级'),
  },
  aggregate: {
    sum: words('sum', '合计'),
    minimum: words('smallest', '最小值'),
    maximum: words('largest', '最大值'),
    count: words('number of rows', '行数'),
  },
  measure: {
    count: words('count', '次数'),
    sum: words('sum', '合计'),
    average: words('average', '平均值'),
    minimum: words('smallest', '最小值'),
    maximum: words('largest', '最大值'),
    daysSinceLast: words('days since the last', '最近一次距今天数'),
    latest: words('latest value', '最近一次的值'),
    distinct: words('number of different values', '不同取值数'),
    daysSinceFirst: words('days since the first', '首次距今天数'),
  },
  kind: {
    field: words('field', '字段'),
    daysSince: words('days since a date', '距某日期的天数'),
    aggregate: words('aggregate of events', '事件汇总'),
  },
  change: { fixed: words('cannot be changed', '不可调整') },
};

/** What the code `value` of a field is called; null for a text that is none. */
export function codeWords(field: string, value: string, language: Language): string | null {
  const known = Object.hasOwn(codes, field) ? codes[field] : undefined;
  return known !== undefined && Object.hasOwn(known, value) ? (known[value]?.[language] ?? null) : null;
}
