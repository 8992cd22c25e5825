import type { BilingualText } from '../issue.js';
import type { ExpressionType } from '../value-type.js';

/**
 * The words for a type in messages, such as "a number" (数字); one table for every checker.
 * @since 0.1.0
 */
export const typeNames: Readonly<Record<ExpressionType, BilingualText>> = {
  number: { en: 'a number', 'zh-CN': '数字' },
  text: { en: 'text', 'zh-CN': '文本' },
  boolean: { en: 'true/false', 'zh-CN': '是/否' },
  date: { en: 'a date', 'zh-CN': '日期' },
  instant: { en: 'a date and time', 'zh-CN': '日期时间' },
  duration: { en: 'a duration', 'zh-CN': '时长' },
  enumeration: { en: 'a choice', 'zh-CN': '选项' },
  list: { en: 'a list', 'zh-CN': '列表' },
  names: { en: 'a list of missing names', 'zh-CN': '缺失名称的列表' },
  null: { en: 'null', 'zh-CN': '空值（null）' },
  unknown: { en: 'something unknown', 'zh-CN': '未知类型' },
};
