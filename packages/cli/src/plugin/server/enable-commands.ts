import { localize } from '@terrace/model';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { UsageError } from '../../usage-error.js';
import type { PluginCommand } from '../plugin-command.js';
import { connectionOf, serverOptions } from './connection.js';
import { modelLines } from './server-words.js';

/** The id of the plugin that a command is about. @throws UsageError */
export function requirePluginId(given: string | undefined): string {
  if (given !== undefined) return given;
  throw new UsageError(
    'Name the plugin by its id; "terrace plugin list" lists them.',
    '请指定插件标识，可用“terrace plugin list”列出。',
  );
}

/** `terrace plugin enable` */
export const enableCommand: PluginCommand = {
  name: 'enable',
  positional: '[id]',
  description: {
    en: 'enable a plugin; takes it out of quarantine, too',
    'zh-CN': '启用插件；也用于解除隔离',
  },
  options: [...serverOptions, jsonOption],
  example: 'terrace plugin enable hotel',
  async run(options, [given], context) {
    const id = requirePluginId(given);
    const { client } = connectionOf(options);
    const plugin = await client.call('enablePlugin', { params: { id }, signal: context.signal });
    if (options['json'] === true) writeJson(context, { plugin });
    else if (plugin.isEnabled)
      writeLines(context, [
        context.language === 'en'
          ? `${id} ${plugin.version} is enabled.`
          : `${id} ${plugin.version} 已启用。`,
      ]);
    else writeLines(context, [localize(plugin.problem ?? {}, context.language)]);
    return plugin.isEnabled ? 0 : 1;
  },
};

/** `terrace plugin disable` */
export const disableCommand: PluginCommand = {
  name: 'disable',
  positional: '[id]',
  description: {
    en: 'disable a plugin; its records and the models made from it stay',
    'zh-CN': '停用插件；其数据和由它新建的模型都会保留',
  },
  options: [...serverOptions, jsonOption],
  example: 'terrace plugin disable hotel',
  async run(options, [given], context) {
    const id = requirePluginId(given);
    const { client } = connectionOf(options);
    const result = await client.call('disablePlugin', { params: { id }, signal: context.signal });
    if (options['json'] === true) writeJson(context, result);
    else
      writeLines(context, [
        context.language === 'en' ? `${id} is disabled.` : `${id} 已停用。`,
        ...modelLines(result.models, context.language),
      ]);
  },
};
