import type { Check, Found } from '../check.js';
import { eachTemplate } from './each-template.js';

export const parametersBounded: Check = {
  id: 'parameters-bounded',
  area: 'template',
  severity: 'warning',
  title: { en: 'Numbers to fill in have bounds', 'zh-CN': '数字参数有取值范围' },
  what: {
    en: 'Every parameter of type `integer` or `number` has a `minimum` and a `maximum`.',
    'zh-CN': '`integer` 和 `number` 类型的参数都有 `minimum` 和 `maximum`。',
  },
  why: {
    en: 'Without bounds the form accepts a window of 0 days or a threshold of -5, and nobody has tried the template with that.',
    'zh-CN': '没有范围，表单会接受 0 天的窗口或 -5 的阈值，而模板从未在这样的取值下试过。',
  },
  fix: { en: 'Give the widest bounds that make sense.', 'zh-CN': '请给出合理的最大范围。' },
  wrong: '{ "id": "window_days", "type": "integer", "default": 90 }',
  right: '{ "id": "window_days", "type": "integer", "default": 90, "minimum": 7, "maximum": 365 }',
  run: eachTemplate(({ template }, index) =>
    template.parameters.flatMap(({ id, type, minimum, maximum }, at): Found[] => {
      if (type !== 'integer' && type !== 'number') return [];
      if (minimum !== undefined && maximum !== undefined) return [];
      return [
        {
          file: 'plugin.json',
          path: ['contributes', 'templates', index, 'parameters', at],
          message: {
            en: `The parameter "${id}" of "${template.id}" is not bounded on both sides.`,
            'zh-CN': `模板“${template.id}”的参数“${id}”没有完整的上下限。`,
          },
        },
      ];
    }),
  ),
};
