import { readerCheck } from '../reader-issues.js';

export const manifestReadable = readerCheck({
  id: 'manifest-readable',
  area: 'manifest',
  severity: 'error',
  title: { en: 'plugin.json can be read', 'zh-CN': 'plugin.json 可以读取' },
  what: {
    en: 'There is a file `plugin.json` in the folder itself, and it may be read.',
    'zh-CN': '插件文件夹根目录下有可读取的 `plugin.json` 文件。',
  },
  why: {
    en: 'The host knows a plugin by this file alone. Without it the folder is no plugin.',
    'zh-CN': '平台只通过这个文件识别插件；没有它，文件夹就不是插件。',
  },
  fix: {
    en: 'Put `plugin.json` into the folder, or name the folder that has it.',
    'zh-CN': '请在文件夹中放入 `plugin.json`，或改为指定包含该文件的文件夹。',
  },
  wrong: 'hotel/\n  manifest.json',
  right: 'hotel/\n  plugin.json',
});
