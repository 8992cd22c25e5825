import { hasTemplates, readerCheck } from '../reader-issues.js';

export const parameterDefaultsFit = readerCheck({
  id: 'parameter-defaults-fit',
  area: 'template',
  severity: 'error',
  title: { en: 'Defaults of parameters fit', 'zh-CN': '参数默认值符合要求' },
  what: {
    en: 'The default of every parameter has its type, lies within its bounds, and is one of its options.',
    'zh-CN': '参数的默认值类型正确、在范围之内，并且属于可选项。',
  },
  why: {
    en: 'With the default alone the template must make a model.',
    'zh-CN': '只用默认值也必须能由模板新建模型。',
  },
  fix: { en: 'Correct the default, or the bounds.', 'zh-CN': '请修改默认值或范围。' },
  wrong: '{ "id": "often", "type": "integer", "default": 0, "minimum": 1 }',
  right: '{ "id": "often", "type": "integer", "default": 6, "minimum": 1 }',
  applies: hasTemplates,
});
