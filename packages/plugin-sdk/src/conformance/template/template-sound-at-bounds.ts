import type { TemplateParameter } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { eachTemplate } from './each-template.js';

type Value = string | number;

/** The values of a parameter that are tried: its ends, or all of its options. */
function valuesToTry({ minimum, maximum, options, default: usual }: TemplateParameter): Value[] {
  const values = [
    ...(minimum === undefined ? [] : [minimum]),
    ...(maximum === undefined ? [] : [maximum]),
    ...(options ?? []).map(({ value }) => value),
  ];
  return values.filter((value) => value !== usual);
}

export const templateSoundAtBounds: Check = {
  id: 'template-sound-at-bounds',
  area: 'template',
  severity: 'error',
  title: { en: 'Templates are sound at the ends of their parameters', 'zh-CN': '参数取边界值时模板仍有效' },
  what: {
    en: 'Every template is a sound model with each parameter at its minimum, at its maximum and at each of its options, the others at their defaults. Values that `above` refuses are no model.',
    'zh-CN':
      '每个参数依次取最小值、最大值和各个选项（其余取默认值）时，模板都是有效的模型；被 `above` 拒绝的取值除外。',
  },
  why: {
    en: 'Whoever makes a model may choose any value that the form accepts, and must not end with one that cannot run.',
    'zh-CN': '新建模型的人可以选择表单允许的任何值，不应得到无法运行的模型。',
  },
  fix: {
    en: 'Narrow the parameter’s bounds. Of two thresholds that must not cross, the higher one names the other in `above`, or their bounds do not overlap.',
    'zh-CN': '请收窄参数范围。两个有大小关系的阈值，由较高的一个以 `above` 指明另一个，或使取值范围不重叠。',
  },
  wrong:
    '{ "id": "silver", "default": 5, "minimum": 1, "maximum": 100 },\n{ "id": "gold", "default": 10, "minimum": 1, "maximum": 100 }',
  right:
    '{ "id": "silver", "default": 5, "minimum": 1, "maximum": 100 },\n{ "id": "gold", "default": 10, "minimum": 1, "maximum": 100, "above": "silver" }',
  run: eachTemplate((each, index) => {
    if (each.document === null) return [];
    return each.template.parameters.flatMap((parameter, at): Found[] =>
      valuesToTry(parameter).flatMap((value) => {
        const { issues } = each.instantiate({ [parameter.id]: value });
        const fault = issues.find(({ severity }) => severity === 'error');
        if (fault === undefined || issues.some(({ details }) => details?.['above'] !== undefined)) return [];
        return [
          {
            file: 'plugin.json',
            path: ['contributes', 'templates', index, 'parameters', at],
            message: {
              en: `With "${parameter.id}" at ${value}, "${each.template.id}" is no sound model: ${fault.message.en ?? ''}`,
              'zh-CN': `参数“${parameter.id}”取 ${value} 时，模板“${each.template.id}”无效：${fault.message['zh-CN'] ?? ''}`,
            },
          },
        ];
      }),
    );
  }),
};
