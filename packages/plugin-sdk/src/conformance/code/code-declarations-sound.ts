import { hasCode, readerCheck } from '../reader-issues.js';

export const codeDeclarationsSound = readerCheck({
  id: 'code-declarations-sound',
  area: 'code',
  severity: 'error',
  title: { en: 'Code declares what exists', 'zh-CN': '代码声明有效' },
  what: {
    en: 'Dimensions of the code read fields and events that exist, with their types; ids are used once; parameters have defaults that fit.',
    'zh-CN': '代码维度读取的字段和事件存在且类型一致，标识不重复，参数默认值符合要求。',
  },
  why: {
    en: 'The host delivers what is declared, and refuses what it does not have.',
    'zh-CN': '平台按声明提供数据；声明了不存在的数据，插件无法启用。',
  },
  fix: {
    en: 'Correct the declaration in the source and build again.',
    'zh-CN': '请修改源代码中的声明并重新构建。',
  },
  wrong: "inputs: { events: { visit: { fields: { amount: 'text' } } } }",
  right: "inputs: { events: { visit: { fields: { amount: 'number' } } } }",
  applies: hasCode,
});
