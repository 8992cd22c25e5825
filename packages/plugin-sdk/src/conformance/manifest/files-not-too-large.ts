import { readerCheck } from '../reader-issues.js';

export const filesNotTooLarge = readerCheck({
  id: 'files-not-too-large',
  area: 'manifest',
  severity: 'error',
  title: { en: 'No file is larger than the host reads', 'zh-CN': '文件大小未超过上限' },
  what: {
    en: '`plugin.json` and the JSON files it names have at most 4 MiB each.',
    'zh-CN': '`plugin.json` 及其引用的 JSON 文件每个不超过 4 MiB。',
  },
  why: {
    en: 'The host reads these files at once, and a file of hundreds of megabytes must not be able to stop it.',
    'zh-CN': '平台会一次读入这些文件，不能让几百 MB 的文件拖垮服务。',
  },
  fix: {
    en: 'Split the file, or let a sample be generated instead of listing its records.',
    'zh-CN': '请拆分文件；示例数据请用生成规则，不要逐条列出。',
  },
  wrong: 'models/value.json   50 MB',
  right: 'models/value.json   40 KB',
});
