import { hasCode, readerCheck } from '../reader-issues.js';

export const codeBuilt = readerCheck({
  id: 'code-built',
  area: 'code',
  severity: 'error',
  title: { en: 'The code is built', 'zh-CN': '代码已构建' },
  what: {
    en: 'A plugin with `code` has the built module and the declarations beside it: `dist/index.js` and `dist/code.json`.',
    'zh-CN': '带 `code` 的插件包含构建后的模块及其声明：`dist/index.js` 和 `dist/code.json`。',
  },
  why: {
    en: 'The host runs what is built and compiles nothing itself.',
    'zh-CN': '平台只运行构建后的文件，不会自行编译。',
  },
  fix: { en: 'Run `terrace plugin build`.', 'zh-CN': '请运行 `terrace plugin build`。' },
  wrong: 'src/index.ts',
  right: 'src/index.ts\ndist/index.js\ndist/code.json',
  applies: hasCode,
});
