import type { Issue } from '@terrace/model';
import { pluginIssue } from '../reader/plugin-issue.js';

/** Faults of packed files. */
export const packageIssues = {
  tooLarge: (limit: number): Issue =>
    pluginIssue(
      'PACKAGE_TOO_LARGE',
      [],
      `The package is larger than ${megabytes(limit)} MB, which is the most a package may have.`,
      `插件包超过 ${megabytes(limit)} MB 的上限。`,
    ),
  unpacksTooLarge: (limit: number): Issue =>
    pluginIssue(
      'PACKAGE_UNPACKS_TOO_LARGE',
      [],
      `The package unpacks to more than ${megabytes(limit)} MB, which is the most a package may hold.`,
      `插件包解压后超过 ${megabytes(limit)} MB 的上限。`,
    ),
  bomb: (ratio: number): Issue =>
    pluginIssue(
      'PACKAGE_BOMB',
      [],
      `The package unpacks to more than ${ratio} times its size; no real plugin does. It was not unpacked.`,
      `插件包解压后超过其自身大小的 ${ratio} 倍，正常的插件不会如此。已停止解压。`,
    ),
  tooManyEntries: (limit: number): Issue =>
    pluginIssue(
      'PACKAGE_TOO_MANY_FILES',
      [],
      `The package holds more than ${limit} files and folders, which is the most it may hold.`,
      `插件包中的文件和文件夹超过 ${limit} 个的上限。`,
    ),
  notGzip: (): Issue =>
    pluginIssue(
      'PACKAGE_NOT_GZIP',
      [],
      'This is no packed plugin: a .tgz file as "terrace plugin pack" writes it is expected.',
      '这不是插件包。请选择由“terrace plugin pack”生成的 .tgz 文件。',
    ),
  broken: (): Issue =>
    pluginIssue(
      'PACKAGE_BROKEN',
      [],
      'The package is damaged or cut off; pack or send it again.',
      '插件包已损坏或不完整，请重新打包或上传。',
    ),
  wrongLayout: (path: string): Issue =>
    pluginIssue(
      'PACKAGE_LAYOUT',
      [],
      `Everything in a package lies below "package/", as npm packs it; "${shown(path)}" does not.`,
      `插件包中的所有文件都应位于“package/”之下（npm 的打包方式），但“${shown(path)}”不是。`,
    ),
  badPath: (path: string): Issue =>
    pluginIssue(
      'PACKAGE_PATH',
      [],
      `The package names a file "${shown(path)}". Paths must stay inside the package and be usable on every system.`,
      `插件包中含有文件“${shown(path)}”。路径不得超出插件包，且须在各操作系统上均可使用。`,
    ),
  link: (path: string): Issue =>
    pluginIssue(
      'PACKAGE_LINK',
      [],
      `"${shown(path)}" is a link or a device; a package may hold plain files only.`,
      `“${shown(path)}”是链接或设备文件，插件包中只允许普通文件。`,
    ),
  duplicate: (path: string, other: string): Issue =>
    pluginIssue(
      'PACKAGE_DUPLICATE',
      [],
      `"${shown(path)}" and "${shown(other)}" are the same file on some systems; rename one of them.`,
      `“${shown(path)}”与“${shown(other)}”在部分操作系统上是同一个文件，请重命名其中一个。`,
    ),
  noManifest: (): Issue =>
    pluginIssue(
      'PACKAGE_WITHOUT_MANIFEST',
      [],
      'The package holds no plugin.json, so it is no plugin.',
      '包中没有 plugin.json，不是插件包。',
    ),
  wrongVersion: (packageVersion: string, version: string): Issue =>
    pluginIssue(
      'PACKAGE_VERSION_DIFFERS',
      ['version'],
      `package.json says version ${packageVersion}, plugin.json ${version}; make them the same.`,
      `package.json 中的版本为 ${packageVersion}，plugin.json 中为 ${version}，请保持一致。`,
    ),
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

/** A path of a stranger in a sentence: short, without characters that play tricks. */
function shown(path: string): string {
  const plain = path.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '?');
  return plain.length <= 120 ? plain : `${plain.slice(0, 120)}…`;
}
