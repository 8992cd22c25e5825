import { EntryPaths, packageRoot } from '../../package/entry-paths.js';
import type { Check, Found } from '../check.js';

/** Packages may hold more; of this every program that packs and unpacks makes the same bytes. */
const plain = /^[A-Za-z0-9._@+/-]+$/;
/** The header of an archive has room for this many characters in a path. */
const longest = 100;

export const portableFileNames: Check = {
  id: 'portable-file-names',
  area: 'package',
  severity: 'error',
  title: { en: 'File names work everywhere', 'zh-CN': '文件名在各系统通用' },
  what: {
    en: `Names of files in the package consist of letters, digits and \`. _ - @ +\`, have at most ${longest} characters with their folders, are no names of devices, and differ in more than large and small letters.`,
    'zh-CN': `插件包中的文件名由字母、数字和 \`. _ - @ +\` 组成，含文件夹不超过 ${longest} 个字符，不是设备名，也不只靠大小写区分。`,
  },
  why: {
    en: 'Servers run on Linux, laptops on Windows and macOS: a name that one of them cannot hold keeps the plugin from being unpacked there.',
    'zh-CN':
      '服务器多用 Linux，个人电脑用 Windows 或 macOS；其中一个系统不支持的文件名，会使插件在那里无法解包。',
  },
  fix: { en: 'Rename the file, and what names it.', 'zh-CN': '请重命名文件，并修改引用它的地方。' },
  wrong: 'dist/客户价值.js\ndist/Value.js beside dist/value.js',
  right: 'dist/customer-value.js',
  run({ packed }) {
    const paths = new EntryPaths();
    return packed.flatMap(({ name }): Found[] => {
      const fault = paths.add(`${packageRoot}${name}`, false);
      if (fault?.code === 'PACKAGE_DUPLICATE') {
        const { en = '', 'zh-CN': zh = '' } = fault.message;
        return [{ file: name, message: { en, 'zh-CN': zh } }];
      }
      if (fault === undefined && plain.test(name) && name.length <= longest) return [];
      return [
        {
          file: name,
          message: { en: `"${name}" is no name everywhere.`, 'zh-CN': `“${name}”不是各系统通用的文件名。` },
        },
      ];
    });
  },
};
