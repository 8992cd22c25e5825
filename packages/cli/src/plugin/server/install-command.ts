import { localize } from '@terrace/model';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { permissionWords } from '../permission-words.js';
import type { PluginCommand } from '../plugin-command.js';
import { connectionOf, serverOptions } from './connection.js';
import { sourceOf } from './plugin-source.js';
import { problemLines, signatureWords, stateWord } from './server-words.js';

/** `terrace plugin install` */
export const installCommand: PluginCommand = {
  name: 'install',
  positional: '[source]',
  description: {
    en: 'install a plugin on a server and enable it: a packed file, a folder of the server’s machine, or a package name such as terrace-plugin-hotel@1.0.0; exit code 1 when it cannot be installed',
    'zh-CN':
      '在服务器上安装并启用插件：插件包文件、服务器本机的文件夹，或软件包名称（如 terrace-plugin-hotel@1.0.0）；无法安装时退出码为 1',
  },
  options: [...serverOptions, jsonOption],
  example: 'terrace plugin install hotel-1.0.0.tgz --server http://localhost:4000',
  async run(options, [given], context) {
    const { language, signal } = context;
    const { client } = connectionOf(options);
    const { source, staged } = await sourceOf(client, given, signal);
    if (staged !== null && staged.issues.some(({ severity }) => severity === 'error')) {
      if (options['json'] === true) writeJson(context, { ok: false, staged });
      else
        writeLines(context, [
          language === 'en'
            ? `${staged.manifest.id} ${staged.manifest.version} cannot be installed:`
            : `无法安装 ${staged.manifest.id} ${staged.manifest.version}：`,
          ...problemLines(staged.issues, language),
        ]);
      return 1;
    }
    const plugin = await client.call('installPlugin', { body: { source }, signal });
    const permissions = permissionWords(staged?.manifest.permissions ?? null, language);
    if (options['json'] === true) writeJson(context, { ok: plugin.isEnabled, plugin });
    else
      writeLines(context, [
        language === 'en'
          ? `${plugin.id} ${plugin.version} is installed and ${stateWord(plugin.state, 'en')} (${signatureWords(plugin.signature, 'en')}).`
          : `${plugin.id} ${plugin.version} 已安装，${stateWord(plugin.state, 'zh-CN')}（${signatureWords(plugin.signature, 'zh-CN')}）。`,
        ...(permissions.length === 0 ? [] : [language === 'en' ? 'Its code' : '代码权限：']),
        ...permissions.map((each) => `  ${each}`),
        ...(plugin.problem === null ? [] : [localize(plugin.problem, language)]),
      ]);
    return plugin.isEnabled ? 0 : 1;
  },
};
