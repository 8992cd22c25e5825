import { statSync } from 'node:fs';
import { join } from 'node:path';
import { declarationsFile } from '../../code-files.js';
import type { Check, Found, Words } from '../check.js';
import type { PluginUnderCheck } from '../plugin-under-check.js';

/** A file of the source that changed after the build; null when there is none. */
function newerSource(plugin: PluginUnderCheck, entry: string): string | null {
  // What has been deleted since the folder was listed is newer than nothing.
  const changed = (name: string): number =>
    statSync(join(plugin.folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;
  const built = changed(entry);
  return plugin.sourceFiles.find((name) => changed(name) > built) ?? null;
}

/** A bundle without the comments that name files, which depend on where the plugin lies. */
function withoutPlaces(text: string | null): string | null {
  return text === null ? null : text.replace(/^\s*\/\/ \S+\.[cm]?[jt]sx?$/gm, '').trim();
}

export const codeBuildCurrent: Check = {
  id: 'code-build-current',
  area: 'code',
  severity: 'error',
  title: { en: 'What is built is of the present source', 'zh-CN': '构建结果与源代码一致' },
  what: {
    en: 'Building the source again gives the files that are there. A check without the tool chain compares when the files were changed.',
    'zh-CN': '重新构建源代码得到的文件与现有文件相同；没有工具链时，比较文件的修改时间。',
  },
  why: {
    en: 'Otherwise the tests were about another code than the one that is packed and installed.',
    'zh-CN': '否则测试的代码与打包安装的代码不是同一份。',
  },
  fix: { en: 'Run `terrace plugin build`.', 'zh-CN': '请运行 `terrace plugin build`。' },
  wrong: 'src/index.ts    changed today\ndist/index.js   of yesterday',
  right: 'src/index.ts    changed today\ndist/index.js   built after that',
  async run(plugin) {
    const code = plugin.manifest?.code;
    if (code === undefined || plugin.text(code.entry) === null || plugin.text(code.source) === null)
      return null;
    const stale = (file: string, message: Words): Found[] => [{ file, message }];
    if (plugin.rebuild === undefined) {
      const newer = newerSource(plugin, code.entry);
      if (newer === null) return [];
      return stale(code.entry, {
        en: `${newer} was changed after ${code.entry} was built.`,
        'zh-CN': `${newer} 在构建 ${code.entry} 之后有修改。`,
      });
    }
    const built = await plugin.rebuild(plugin.folder);
    if (!built.ok) return built.issues.map((message) => ({ file: code.source, message }));
    const expected: readonly [string, string][] = [
      [code.entry, built.module],
      [declarationsFile(code.entry), built.declarations],
    ];
    return expected.flatMap(([file, text]) =>
      withoutPlaces(plugin.text(file)) === withoutPlaces(text)
        ? []
        : stale(file, {
            en: `${file} is not what building ${code.source} gives.`,
            'zh-CN': `${file} 与构建 ${code.source} 的结果不一致。`,
          }),
    );
  },
};
