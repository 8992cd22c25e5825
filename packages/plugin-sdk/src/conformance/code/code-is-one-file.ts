import type { Check } from '../check.js';
import { bundleOf } from './bundle.js';

export const codeIsOneFile: Check = {
  id: 'code-is-one-file',
  area: 'code',
  severity: 'error',
  title: { en: 'The built code is one file', 'zh-CN': '构建结果为单个文件' },
  what: {
    en: 'The built module imports nothing but modules of Node.js.',
    'zh-CN': '构建后的模块只导入 Node.js 自带的模块。',
  },
  why: {
    en: 'Packages are installed without dependencies, and the process of a plugin loads one file.',
    'zh-CN': '安装插件包时不会安装依赖，插件进程只加载一个文件。',
  },
  fix: {
    en: 'Build with `terrace plugin build`, which bundles everything.',
    'zh-CN': '请用 `terrace plugin build` 构建，它会打包所有依赖。',
  },
  wrong: "import dayjs from 'dayjs';",
  right: '// the code of dayjs, bundled into dist/index.js',
  run(plugin) {
    const bundle = bundleOf(plugin);
    if (bundle === null) return null;
    return bundle.others.map((name) => ({
      file: bundle.file,
      message: { en: `It imports "${name}".`, 'zh-CN': `导入了“${name}”。` },
    }));
  },
};
