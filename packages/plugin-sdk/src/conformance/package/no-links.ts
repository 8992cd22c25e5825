import type { Check } from '../check.js';

export const noLinks: Check = {
  id: 'no-links',
  area: 'package',
  severity: 'error',
  title: { en: 'Files are files', 'zh-CN': '不含链接' },
  what: {
    en: 'The folder has no symbolic links, sockets or pipes.',
    'zh-CN': '文件夹中没有符号链接、套接字和管道。',
  },
  why: {
    en: 'A link leads somewhere else on every machine. The host refuses packages that have any, so that none can lead out of their folder.',
    'zh-CN': '链接在不同机器上指向不同位置；平台拒绝含有链接的插件包，以免指向文件夹之外。',
  },
  fix: { en: 'Put a copy in its place.', 'zh-CN': '请换成文件副本。' },
  wrong: 'models/value.json -> ../../shared/value.json',
  right: 'models/value.json',
  run: ({ entries }) =>
    entries
      .filter(({ kind }) => kind !== 'file')
      .map(({ name, kind }) => ({
        file: name,
        message:
          kind === 'link'
            ? { en: `${name} is a symbolic link.`, 'zh-CN': `${name} 是符号链接。` }
            : { en: `${name} is no file.`, 'zh-CN': `${name} 不是普通文件。` },
      })),
};
