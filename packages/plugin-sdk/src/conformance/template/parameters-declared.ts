import { hasTemplates, readerCheck } from '../reader-issues.js';

export const parametersDeclared = readerCheck({
  id: 'parameters-declared',
  area: 'template',
  severity: 'error',
  title: { en: 'Parameters that are used are declared', 'zh-CN': '使用的参数都已声明' },
  what: {
    en: 'Every `{ "$parameter": "…" }` in a template is one of its `parameters`.',
    'zh-CN': '模板中的每个 `{ "$parameter": "…" }` 都在其 `parameters` 中声明。',
  },
  why: {
    en: 'What is not declared has no value, so no model can be made from the template.',
    'zh-CN': '未声明的参数没有取值，无法由模板新建模型。',
  },
  fix: {
    en: 'Declare it with a default, or correct its id.',
    'zh-CN': '请声明该参数并给出默认值，或改正标识。',
  },
  wrong: '"when": { ">=": [{ "var": "visits" }, { "$parameter": "oftn" }] }',
  right: '"when": { ">=": [{ "var": "visits" }, { "$parameter": "often" }] }',
  applies: hasTemplates,
});
