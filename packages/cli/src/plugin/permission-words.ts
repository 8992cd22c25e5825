import type { Language } from '@terrace/model';
import type { Permissions } from '@terrace/plugin-sdk';

/**
 * What the code of a plugin may do, in words, one item per permission; empty without code or permissions.
 * @param quote - how hosts are shown
 */
export function permissionWords(
  permissions: Permissions | null,
  language: Language,
  quote: (host: string) => string = (host) => host,
): string[] {
  if (permissions === null) return [];
  const isEnglish = language === 'en';
  return [
    ...permissions.network.map((host) => (isEnglish ? `calls ${quote(host)}` : `访问 ${quote(host)}`)),
    ...(permissions.storage
      ? [isEnglish ? 'keeps files in a folder of its own' : '在专属文件夹中保存文件']
      : []),
    ...(permissions.subjectKeys
      ? [isEnglish ? 'its actions are told the keys of subjects' : '动作可获知对象的标识']
      : []),
  ];
}
