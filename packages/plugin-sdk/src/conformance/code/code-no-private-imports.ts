import { posix } from 'node:path';
import { isScript } from '../../code-files.js';
import type { Check, Found } from '../check.js';

const allowed = '@terrace/plugin-sdk/code';
const importing = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*(['"])([^'"\n]+)\1/g;

function isPrivate(specifier: string, file: string): boolean {
  if (specifier.startsWith('@terrace/')) return specifier !== allowed;
  if (!specifier.startsWith('.')) return false;
  return posix.normalize(posix.join(posix.dirname(file), specifier)).startsWith('..');
}

export const codeNoPrivateImports: Check = {
  id: 'code-no-private-imports',
  area: 'code',
  severity: 'error',
  title: { en: 'Code imports the public entry alone', 'zh-CN': '代码只导入公开接口' },
  what: {
    en: `Of Terrace, the source imports \`${allowed}\` and nothing else, and nothing outside the plugin’s folder.`,
    'zh-CN': `源代码只从 Terrace 导入 \`${allowed}\`，也不导入插件文件夹之外的文件。`,
  },
  why: {
    en: 'What is inside other packages changes without notice, and a copy of it in a bundle would not be the one the host runs.',
    'zh-CN': '其他包的内部实现随时可能变化，打包进来的副本也不是平台实际运行的版本。',
  },
  fix: {
    en: 'Import from the public entry; copy into the plugin what belongs to it.',
    'zh-CN': '请改为从公开接口导入；属于插件自己的内容请放入插件文件夹。',
  },
  wrong: "import { lowerDocument } from '@terrace/model/dist/lowering/lower-document.js';",
  right: "import { defineDimension, definePlugin } from '@terrace/plugin-sdk/code';",
  run(plugin) {
    const sources = plugin.sourceFiles.filter(isScript);
    if (sources.length === 0) return null;
    return sources.flatMap((file) =>
      [...(plugin.text(file) ?? '').matchAll(importing)].flatMap(([, , specifier = '']): Found[] =>
        isPrivate(specifier, file)
          ? [
              {
                file,
                message: {
                  en: `It imports "${specifier}", which is not public.`,
                  'zh-CN': `导入了非公开的“${specifier}”。`,
                },
              },
            ]
          : [],
      ),
    );
  },
};
