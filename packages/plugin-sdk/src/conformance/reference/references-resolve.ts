import { hasManifest, readerCheck } from '../reader-issues.js';

export const referencesResolve = readerCheck({
  id: 'references-resolve',
  area: 'reference',
  severity: 'error',
  title: { en: 'Every reference leads somewhere', 'zh-CN': '引用都有对应内容' },
  what: {
    en: 'Types, fields, templates and measures that `plugin.json` names are in it, or in a plugin it builds on.',
    'zh-CN': '`plugin.json` 中引用的类型、字段、模板和指标，都在本插件或所依赖的插件中定义。',
  },
  why: {
    en: 'A plugin with a reference that leads nowhere is not enabled.',
    'zh-CN': '含有无效引用的插件无法启用。',
  },
  fix: {
    en: 'Correct the id, or add what it names. The message lists what there is.',
    'zh-CN': '请改正标识，或补上它所引用的内容；提示中列出了现有的选项。',
  },
  wrong: '{ "id": "visit", "subjectType": "gest" }',
  right: '{ "id": "visit", "subjectType": "guest" }',
  applies: hasManifest,
});
