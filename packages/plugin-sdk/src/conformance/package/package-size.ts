import type { Check } from '../check.js';

const mebibyte = 1024 * 1024;
/** All files that are packed, as they lie in the folder. */
const most = 5 * mebibyte;

export const packageSize: Check = {
  id: 'package-size',
  area: 'package',
  severity: 'warning',
  title: { en: 'The package is small', 'zh-CN': '插件包体积小' },
  what: {
    en: 'All files that become part of the package together have at most 5 MiB.',
    'zh-CN': '进入插件包的所有文件合计不超过 5 MiB。',
  },
  why: {
    en: 'Packages are kept in the database, and every server unpacks them when it starts.',
    'zh-CN': '插件包保存在数据库中，每台服务器启动时都会解包。',
  },
  fix: {
    en: 'Leave out what the plugin does not need: records that a sample could generate, pictures, source maps.',
    'zh-CN': '请去掉不需要的内容：可由示例生成的数据、图片、源映射文件等。',
  },
  wrong: 'dist/orders.json    48 MB',
  right: '"samples": [{ "id": "season", … }]',
  run({ packed, manifest }) {
    if (manifest === null) return null;
    const size = packed.reduce((sum, entry) => sum + entry.size, 0);
    if (size <= most) return [];
    const [largest] = [...packed].sort((a, b) => b.size - a.size);
    const shown = (size / mebibyte).toFixed(1);
    return [
      {
        file: largest?.name ?? 'plugin.json',
        message: {
          en: `The files have ${shown} MiB in all; this is the largest of them.`,
          'zh-CN': `文件合计 ${shown} MiB，其中此文件最大。`,
        },
      },
    ];
  },
};
