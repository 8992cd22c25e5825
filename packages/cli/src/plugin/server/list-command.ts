import { localize } from '@terrace/model';
import Table from 'cli-table3';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import type { PluginCommand } from '../plugin-command.js';
import { connectionOf, serverOptions } from './connection.js';
import { signatureWords, stateWord } from './server-words.js';

/** `terrace plugin list` */
export const listCommand: PluginCommand = {
  name: 'list',
  description: { en: 'list the plugins of a server', 'zh-CN': '列出服务器上的插件' },
  options: [...serverOptions, jsonOption],
  example: 'terrace plugin list --server http://localhost:4000',
  async run(options, _, context) {
    const { language, signal } = context;
    const { client, address } = connectionOf(options);
    const { items } = await client.call('listPlugins', { signal });
    if (options['json'] === true) {
      writeJson(context, { server: address, plugins: items });
      return;
    }
    const table = new Table({
      head:
        language === 'en'
          ? ['Plugin', 'Name', 'Version', 'State', 'Signature']
          : ['插件', '名称', '版本', '状态', '签名'],
      style: { head: [], border: [] },
    });
    for (const { id, name, version, state, signature } of items)
      table.push([
        id,
        localize(name, language),
        version,
        stateWord(state, language),
        signatureWords(signature, language),
      ]);
    const problems = items.flatMap(({ id, problem }) =>
      problem === null ? [] : [`${id}: ${localize(problem, language)}`],
    );
    writeLines(context, [table.toString(), ...problems]);
  },
};
