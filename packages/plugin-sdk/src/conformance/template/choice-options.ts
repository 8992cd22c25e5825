import type { TemplateParameter } from '@terrace/model';
import type { Check, Found, Words } from '../check.js';
import { eachTemplate } from './each-template.js';

function faultOf({ id, type, options }: TemplateParameter): Words | null {
  if (type !== 'choice')
    return options === undefined
      ? null
      : {
          en: `"${id}" is no choice, so its options are not shown.`,
          'zh-CN': `“${id}”不是 choice 类型，可选项不会显示。`,
        };
  if (options === undefined || options.length < 2)
    return { en: `"${id}" leaves nothing to choose.`, 'zh-CN': `“${id}”没有可供选择的选项。` };
  const values = options.map(({ value }) => value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined
    ? null
    : { en: `"${id}" has the option "${twice}" twice.`, 'zh-CN': `“${id}”的选项“${twice}”重复。` };
}

export const choiceOptions: Check = {
  id: 'choice-options',
  area: 'template',
  severity: 'error',
  title: { en: 'Choices have options to choose from', 'zh-CN': '选择参数有可选项' },
  what: {
    en: 'A parameter of type `choice` has at least two different `options`, and no other parameter has any.',
    'zh-CN': '`choice` 类型的参数至少有两个不同的 `options`，其他类型没有。',
  },
  why: {
    en: 'A list with one entry asks a question that has one answer.',
    'zh-CN': '只有一个选项的列表等于没有选择。',
  },
  fix: { en: 'Add options, or make it no parameter.', 'zh-CN': '请增加选项，或不把它作为参数。' },
  wrong: '{ "id": "currency", "type": "choice", "default": "CNY", "options": [{ "value": "CNY", … }] }',
  right:
    '{ "id": "currency", "type": "choice", "default": "CNY", "options": [{ "value": "CNY", … }, { "value": "EUR", … }] }',
  run: eachTemplate(({ template }, index) =>
    template.parameters.flatMap((parameter, at): Found[] => {
      const message = faultOf(parameter);
      if (message === null) return [];
      const path = ['contributes', 'templates', index, 'parameters', at, 'options'];
      return [{ file: 'plugin.json', path, message }];
    }),
  ),
};
