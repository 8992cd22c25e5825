import type { Check } from '../check.js';

const stray =
  /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|npm-debug\.log[^/]*|yarn-error\.log|\.idea|\.vscode|coverage|\.nyc_output|__MACOSX)(\/|$)|\.(tgz|zip|log|swp|bak|orig|tmp)$|~$/i;

export const noStrayFiles: Check = {
  id: 'no-stray-files',
  area: 'package',
  severity: 'warning',
  title: { en: 'No stray files', 'zh-CN': '没有多余文件' },
  what: {
    en: 'The folder has no logs, archives, copies of editors or files of operating systems.',
    'zh-CN': '文件夹中没有日志、压缩包、编辑器备份和操作系统生成的文件。',
  },
  why: {
    en: 'What lies in `dist` is packed, and the rest gets into the repository and into folders that are copied to servers.',
    'zh-CN': '`dist` 中的文件会被打包，其余的会进入代码库，或随文件夹复制到服务器。',
  },
  fix: { en: 'Delete the file, or keep it outside the folder.', 'zh-CN': '请删除该文件，或移到文件夹之外。' },
  wrong: 'hotel-1.0.0.tgz\nmodels/by-visits.json~',
  right: 'models/by-visits.json',
  run: ({ entries }) =>
    entries
      .filter(({ name }) => stray.test(name))
      .map(({ name }) => ({
        file: name,
        message: { en: `${name} is no part of a plugin.`, 'zh-CN': `${name} 不是插件的内容。` },
      })),
};
