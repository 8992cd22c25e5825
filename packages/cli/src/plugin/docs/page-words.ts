import { localize, type Language, type LocalizedText } from '@terrace/model';
import { plain } from './markdown.js';

/** The fixed words of a page. */
const words = {
  about: { en: 'About', 'zh-CN': '概况' },
  id: { en: 'Id', 'zh-CN': '标识' },
  version: { en: 'Version', 'zh-CN': '版本' },
  host: { en: 'Works with Terrace', 'zh-CN': '适用的 Terrace 版本' },
  requires: { en: 'Builds on', 'zh-CN': '依赖插件' },
  license: { en: 'Licence', 'zh-CN': '许可证' },
  author: { en: 'Author', 'zh-CN': '作者' },
  homepage: { en: 'Home page', 'zh-CN': '主页' },
  recordTypes: { en: 'Record types', 'zh-CN': '记录类型' },
  addedFields: { en: 'Fields added to other types', 'zh-CN': '添加到其他类型的字段' },
  type: { en: 'Type', 'zh-CN': '类型' },
  field: { en: 'Field', 'zh-CN': '字段' },
  unit: { en: 'Unit', 'zh-CN': '单位' },
  rules: { en: 'Rules', 'zh-CN': '规则' },
  subjects: { en: 'what is tiered', 'zh-CN': '分层对象' },
  eventsOf: { en: 'dated facts about', 'zh-CN': '关于以下对象的事件：' },
  required: { en: 'required', 'zh-CN': '必填' },
  personal: { en: 'personal data', 'zh-CN': '个人信息' },
  dimensions: { en: 'Dimensions', 'zh-CN': '维度' },
  dimension: { en: 'Dimension', 'zh-CN': '维度' },
  meaning: { en: 'What it is', 'zh-CN': '说明' },
  nodeKinds: { en: 'Kinds of nodes', 'zh-CN': '节点类型' },
  reads: { en: 'Reads', 'zh-CN': '输入' },
  templates: { en: 'Templates', 'zh-CN': '模板' },
  parameters: { en: 'Parameters', 'zh-CN': '参数' },
  parameter: { en: 'Parameter', 'zh-CN': '参数' },
  usual: { en: 'Default', 'zh-CN': '默认值' },
  possible: { en: 'Possible', 'zh-CN': '可选范围' },
  tiers: { en: 'Tiers', 'zh-CN': '层级' },
  tier: { en: 'Tier', 'zh-CN': '层级' },
  rank: { en: 'Rank', 'zh-CN': '级别' },
  benefits: { en: 'Benefits', 'zh-CN': '权益' },
  serviceLevels: { en: 'Service levels', 'zh-CN': '服务标准' },
  values: { en: 'Values', 'zh-CN': '取值说明' },
  policy: { en: 'Which tier wins, and how tiers change', 'zh-CN': '优先顺序与层级变动' },
  actions: { en: 'Actions', 'zh-CN': '动作' },
  reports: { en: 'Reports', 'zh-CN': '报表' },
  measures: { en: 'Figures per tier', 'zh-CN': '各层级指标' },
  expected: { en: 'Expected', 'zh-CN': '预期' },
  samples: { en: 'Sample data', 'zh-CN': '示例数据' },
  code: { en: 'Code', 'zh-CN': '代码' },
  permissions: { en: 'Permissions', 'zh-CN': '权限' },
  noPermission: { en: 'none', 'zh-CN': '无' },
  codeDimension: { en: 'dimension', 'zh-CN': '维度' },
  codeAction: { en: 'action', 'zh-CN': '动作' },
  noRule: { en: 'No rule leads here.', 'zh-CN': '没有规则通向该层级。' },
} as const;

const typeWords: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = {
  number: { en: 'number', 'zh-CN': '数字' },
  integer: { en: 'whole number', 'zh-CN': '整数' },
  text: { en: 'text', 'zh-CN': '文本' },
  boolean: { en: 'yes or no', 'zh-CN': '是否' },
  date: { en: 'date', 'zh-CN': '日期' },
  instant: { en: 'instant', 'zh-CN': '时刻' },
  duration: { en: 'duration', 'zh-CN': '时长' },
  enumeration: { en: 'one of', 'zh-CN': '可选值' },
  choice: { en: 'one of', 'zh-CN': '可选值' },
};

const unitNames: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = {
  day: { en: 'days', 'zh-CN': '天' },
  week: { en: 'weeks', 'zh-CN': '周' },
  month: { en: 'months', 'zh-CN': '个月' },
  year: { en: 'years', 'zh-CN': '年' },
  hour: { en: 'hours', 'zh-CN': '小时' },
  minute: { en: 'minutes', 'zh-CN': '分钟' },
  time: { en: 'times', 'zh-CN': '次' },
  piece: { en: 'pieces', 'zh-CN': '件' },
  person: { en: 'people', 'zh-CN': '人' },
  percent: { en: '%', 'zh-CN': '%' },
  currency: { en: 'currency', 'zh-CN': '元' },
};

const triggerNames: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = {
  enter: { en: 'on entering', 'zh-CN': '进入时' },
  leave: { en: 'on leaving', 'zh-CN': '离开时' },
  upgrade: { en: 'on an upgrade', 'zh-CN': '升级时' },
  downgrade: { en: 'on a downgrade', 'zh-CN': '降级时' },
};

/** What a page is written with in one language. */
export class PageWords {
  constructor(readonly language: Language) {}

  /** A fixed word. */
  say(word: keyof typeof words): string {
    return words[word][this.language];
  }

  /** A text of the plugin. */
  text(text: LocalizedText | undefined): string {
    return text === undefined ? '' : plain(localize(text, this.language));
  }

  /** A name and the id it is known by. */
  named({ id, name }: { readonly id: string; readonly name: LocalizedText }, prefix = ''): string {
    return `${this.text(name)} (\`${prefix}${id}\`)`;
  }

  /** What a type of values is called. */
  typeName(type: string): string {
    return typeWords[type]?.[this.language] ?? type;
  }

  /** What a unit is called; one without a name of its own stands as it is. */
  unit(unit: string | undefined): string {
    return unit === undefined ? '' : (unitNames[unit]?.[this.language] ?? plain(unit));
  }

  /** The ends of a range; empty where there are none. */
  range(minimum: number | undefined, maximum: number | undefined): string {
    if (minimum === undefined) return maximum === undefined ? '' : `≤ ${maximum}`;
    return maximum === undefined ? `≥ ${minimum}` : `${minimum} – ${maximum}`;
  }

  /** A task: when, what, by whom and until when. */
  task(
    on: readonly string[],
    { title, owner, dueDays }: { title: LocalizedText; owner: string; dueDays?: number | undefined },
  ): string {
    const when = this.join(on.map((trigger) => triggerNames[trigger]?.[this.language] ?? trigger));
    const isEnglish = this.language === 'en';
    const due = dueDays === undefined ? '' : isEnglish ? `, within ${dueDays} days` : `，${dueDays} 天内`;
    return isEnglish
      ? `${when}: ${this.text(title)} (${plain(owner)}${due})`
      : `${when}：${this.text(title)}（${plain(owner)}${due}）`;
  }

  /** Items one after the other. */
  join(items: readonly string[]): string {
    return items.join(this.language === 'en' ? ', ' : '、');
  }

  /** A heading and what belongs to it on one line. */
  pair(label: string, content: string): string {
    return this.language === 'en' ? `**${label}:** ${content}` : `**${label}：** ${content}`;
  }
}
