/** How a unit is said: in Chinese its measure word, in English its singular and plural ('' where English says none). */
export interface UnitWords {
  readonly 'zh-CN': string;
  readonly one: string;
  readonly many: string;
}

/** The units with words of their own; any other unit is written as it is. @since 0.1.0 */
export const unitWords: Readonly<Record<string, UnitWords>> = {
  day: { 'zh-CN': '天', one: 'day', many: 'days' },
  week: { 'zh-CN': '周', one: 'week', many: 'weeks' },
  month: { 'zh-CN': '个月', one: 'month', many: 'months' },
  year: { 'zh-CN': '年', one: 'year', many: 'years' },
  hour: { 'zh-CN': '小时', one: 'hour', many: 'hours' },
  minute: { 'zh-CN': '分钟', one: 'minute', many: 'minutes' },
  // "Number of orders is 7 times" is no English; the name says what is counted.
  time: { 'zh-CN': '次', one: '', many: '' },
  piece: { 'zh-CN': '件', one: 'piece', many: 'pieces' },
  person: { 'zh-CN': '人', one: 'person', many: 'people' },
  percent: { 'zh-CN': '%', one: '%', many: '%' },
  currency: { 'zh-CN': '元', one: '', many: '' },
};
