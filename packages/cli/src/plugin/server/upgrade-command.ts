import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { UsageError } from '../../usage-error.js';
import { textOf, type PluginCommand } from '../plugin-command.js';
import { confirm, nothingDone, yesOption } from './confirm.js';
import { connectionOf, serverOptions } from './connection.js';
import { sourceOf } from './plugin-source.js';
import { upgradeLines } from './upgrade-lines.js';

/** `terrace plugin upgrade` */
export const upgradeCommand: PluginCommand = {
  name: 'upgrade',
  positional: '[source]',
  description: {
    en: 'upgrade a plugin: shows what would change, asks, and does it as a whole or not at all; exit code 1 when it cannot be done',
    'zh-CN': '升级插件：先显示会有哪些变化，确认后执行；要么全部完成，要么什么都不变；无法升级时退出码为 1',
  },
  options: [
    [
      '--id <plugin>',
      {
        en: 'the plugin, where the name of a package does not tell',
        'zh-CN': '插件标识；包名无法看出时需要指定',
      },
    ],
    ['--preview', { en: 'show what would change, and change nothing', 'zh-CN': '只显示变化，不执行' }],
    yesOption,
    ...serverOptions,
    jsonOption,
  ],
  example: 'terrace plugin upgrade hotel-1.1.0.tgz --yes',
  async run(options, [given], context) {
    const { language, signal } = context;
    const { client } = connectionOf(options);
    const chosen = await sourceOf(client, given, signal);
    const id = textOf(options['id']) ?? chosen.id;
    if (id === null)
      throw new UsageError(
        `It cannot be told from "${given}" which plugin it is; give its id with --id.`,
        `无法从“${given}”看出是哪个插件，请用 --id 指定。`,
      );
    const input = { params: { id }, body: { source: chosen.source }, signal };
    const preview = await client.call('previewUpgrade', input);
    const isJson = options['json'] === true;
    if (!isJson) writeLines(context, upgradeLines(id, preview, language));
    const isOnlyShown = options['preview'] === true;
    if (!preview.canUpgrade || isOnlyShown) {
      if (isJson) writeJson(context, { id, upgraded: false, preview });
      return preview.canUpgrade ? 0 : 1;
    }
    const question =
      language === 'en' ? `Upgrade ${id} to ${preview.to}?` : `将 ${id} 升级到 ${preview.to}？`;
    if (!(await confirm(question, options['yes'] === true, context))) {
      writeLines(context, [nothingDone(language)]);
      return 1;
    }
    const plugin = await client.call('upgradePlugin', input);
    if (isJson) writeJson(context, { id, upgraded: true, preview, plugin });
    else
      writeLines(context, [
        language === 'en' ? `${id} is ${plugin.version} now.` : `${id} 已升级到 ${plugin.version}。`,
      ]);
    return 0;
  },
};
