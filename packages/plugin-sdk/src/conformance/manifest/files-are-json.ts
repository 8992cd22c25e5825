import { readerCheck } from '../reader-issues.js';

export const filesAreJson = readerCheck({
  id: 'files-are-json',
  area: 'manifest',
  severity: 'error',
  title: { en: 'All JSON files are JSON', 'zh-CN': '所有 JSON 文件格式正确' },
  what: {
    en: '`plugin.json` and the locale files, templates and test cases it names are JSON.',
    'zh-CN': '`plugin.json` 及其引用的语言文件、模板和测试用例都是有效的 JSON。',
  },
  why: {
    en: 'JSON has neither comments nor commas at the end of a list, and one wrong character keeps the whole file from being read.',
    'zh-CN': 'JSON 不允许注释，也不允许列表末尾多余的逗号；一个错误字符就会使整个文件无法读取。',
  },
  fix: { en: 'Correct the file at the place named.', 'zh-CN': '请在提示的位置修改文件。' },
  wrong: '{ "id": "hotel", // our hotel\n  "version": "1.0.0", }',
  right: '{ "id": "hotel",\n  "version": "1.0.0" }',
});
