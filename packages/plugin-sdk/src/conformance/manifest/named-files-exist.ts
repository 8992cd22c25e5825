import { readerCheck, hasManifest } from '../reader-issues.js';

export const namedFilesExist = readerCheck({
  id: 'named-files-exist',
  area: 'manifest',
  severity: 'error',
  title: { en: 'Every file that is named exists', 'zh-CN': '引用的文件都存在' },
  what: {
    en: 'The locale files, templates and test cases that `plugin.json` names are there and may be read.',
    'zh-CN': '`plugin.json` 引用的语言文件、模板和测试用例都存在且可读取。',
  },
  why: {
    en: 'Names of files distinguish large and small letters on most servers, though not on every laptop.',
    'zh-CN': '多数服务器区分文件名大小写，而有些个人电脑不区分，在本机正常的路径到服务器上可能找不到。',
  },
  fix: { en: 'Correct the path, or add the file.', 'zh-CN': '请修正路径，或补上文件。' },
  wrong: '"file": "models/Value.json"    (the file is models/value.json)',
  right: '"file": "models/value.json"',
  applies: hasManifest,
});
