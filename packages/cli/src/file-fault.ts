import type { Sentence } from './usage-error.js';

const reasons: Readonly<Record<string, Sentence>> = {
  ENOENT: { en: 'it does not exist', 'zh-CN': '文件不存在' },
  ENOTDIR: { en: 'it does not exist', 'zh-CN': '文件不存在' },
  EACCES: { en: 'this user may not read it', 'zh-CN': '没有读取权限' },
  EPERM: { en: 'this user may not read it', 'zh-CN': '没有读取权限' },
  EISDIR: { en: 'it is a folder', 'zh-CN': '这是一个文件夹' },
  ELOOP: { en: 'its links lead in a circle', 'zh-CN': '符号链接形成循环' },
  ENAMETOOLONG: { en: 'its name is too long', 'zh-CN': '文件名过长' },
};

/** Says why a file could not be read; without a full stop. */
export function fileFault(error: unknown): Sentence {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_')) return { en: 'its gzip data is damaged', 'zh-CN': 'gzip 数据已损坏' };
  return reasons[code] ?? { en: `the system reports ${code}`, 'zh-CN': `系统返回错误 ${code}` };
}
