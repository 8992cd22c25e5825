import { jsonOption, writeJson, writeLines } from '../model/model-command.js';
import type { PluginCommand } from './plugin-command.js';
import { pluginFolderOf } from './plugin-folder.js';

/** `terrace plugin build` */
export const buildCommand: PluginCommand = {
  name: 'build',
  positional: '[folder]',
  description: {
    en: 'build the code of a plugin: one module with everything it imports, and what it declares; exit code 1 when the source has faults',
    'zh-CN': '构建插件代码：把源代码及其依赖打包成一个模块，并写出声明；源代码有问题时退出码为 1',
  },
  options: [jsonOption],
  example: 'terrace plugin build hotel',
  async run(options, [given], context) {
    const folder = pluginFolderOf(given);
    const { language } = context;
    // Loaded when it is needed, so that other commands start without it.
    const { buildPluginCode } = await import('@terrace/plugin-runtime');
    const result = await buildPluginCode(folder);
    if (options['json'] === true) writeJson(context, { folder, ...result });
    else if (!result.ok)
      writeLines(
        context,
        result.faults.map(({ message }) => message[language]),
      );
    else {
      const { dimensions, actions } = result.declarations;
      const size = (result.bytes / 1024).toFixed(1);
      const ids = [...dimensions, ...actions].map(({ id }) => id).join(language === 'en' ? ', ' : '、');
      writeLines(context, [
        language === 'en'
          ? `Built ${size} KiB with ${dimensions.length} dimensions and ${actions.length} actions: ${ids}.`
          : `构建完成，大小 ${size} KiB，含 ${dimensions.length} 个维度和 ${actions.length} 个动作：${ids}。`,
      ]);
    }
    return result.ok ? 0 : 1;
  },
};
