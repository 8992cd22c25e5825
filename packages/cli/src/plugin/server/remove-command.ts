import type { RemovalPreview } from '@terrace/client';
import { localize, type Language } from '@terrace/model';
import { Readable } from 'node:stream';
import { jsonOption, requireOption, writeJson, writeLines } from '../../model/model-command.js';
import { checkWritable, writeFileAtomically } from '../../output/write-file.js';
import { CommandFailure, UsageError } from '../../usage-error.js';
import { textOf, type PluginCommand } from '../plugin-command.js';
import { confirm, nothingDone, yesOption } from './confirm.js';
import { connectionOf, serverOptions } from './connection.js';
import { requirePluginId } from './enable-commands.js';
import { modelLines, problemLines } from './server-words.js';

const choices = ['keep', 'export', 'purge'] as const;
type Choice = (typeof choices)[number];

function choiceOf(given: string): Choice {
  const choice = choices.find((each) => each === given);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `--data is one of ${choices.join(', ')}, and not "${given}".`,
    `--data 可选 ${choices.join('、')}，不支持“${given}”。`,
  );
}

function dataLines({ data }: RemovalPreview, isKept: boolean, language: Language): string[] {
  return data.map(({ name, type, recordCount }) => {
    const count = recordCount.toLocaleString('en');
    const title = localize(name, language);
    if (language === 'en') return `  ${title} (${type}): ${count} records, ${isKept ? 'kept' : 'deleted'}`;
    return `  ${title}（${type}）：${count} 条记录，${isKept ? '保留' : '删除'}`;
  });
}

/** What removing would do, in lines. */
function removalLines(preview: RemovalPreview, isKept: boolean, language: Language): string[] {
  const purged = preview.purgedModels.map(({ name, assignments, transitions, tasks, runs }) =>
    language === 'en'
      ? `  “${localize(name, 'en')}” is deleted, with ${assignments} current tiers, ${transitions} changes of tiers, ${tasks} tasks and ${runs} runs`
      : `  “${localize(name, 'zh-CN')}”将被删除，包括 ${assignments} 个当前层级、${transitions} 条层级变动、${tasks} 个任务和 ${runs} 次试算`,
  );
  return [
    ...dataLines(preview, isKept, language),
    ...(isKept ? modelLines(preview.models, language) : purged),
    ...(isKept ? [] : problemLines(preview.purgeIssues, language)),
  ];
}

/** `terrace plugin remove` */
export const removeCommand: PluginCommand = {
  name: 'remove',
  positional: '[id]',
  description: {
    en: 'remove a plugin; its records are kept, exported and then deleted, or deleted; exit code 1 when something stands against it',
    'zh-CN': '移除插件；其数据可保留、导出后删除，或直接删除；有阻碍时退出码为 1',
  },
  options: [
    [
      '--data <keep|export|purge>',
      {
        en: 'what becomes of the records of its types, and of the models over them (default: keep)',
        'zh-CN': '如何处理其类型的数据及相关模型（默认 keep，即保留）',
      },
    ],
    ['--out <tar.gz>', { en: 'file for exported records', 'zh-CN': '导出数据的文件' }],
    yesOption,
    ...serverOptions,
    jsonOption,
  ],
  example: 'terrace plugin remove hotel --data export --out hotel-data.tar.gz',
  async run(options, [given], context) {
    const { language, signal } = context;
    const id = requirePluginId(given);
    const choice = choiceOf(textOf(options['data']) ?? 'keep');
    const file = choice === 'export' ? requireOption(textOf(options['out']), '--out') : null;
    if (file !== null) await checkWritable(file, '--out');
    const { client } = connectionOf(options);
    const params = { id };
    const preview = await client.call('previewRemoval', { params, signal });
    const isKept = choice === 'keep';
    const isJson = options['json'] === true;
    if (!isJson) writeLines(context, removalLines(preview, isKept, language));
    if (!isKept && preview.purgeIssues.length > 0) {
      if (isJson) writeJson(context, { id, removed: false, preview });
      return 1;
    }
    const question = language === 'en' ? `Remove ${id}?` : `移除 ${id}？`;
    if (!(await confirm(question, isKept || options['yes'] === true, context))) {
      writeLines(context, [nothingDone(language)]);
      return 1;
    }
    if (file !== null) {
      const { body } = await client.call('exportPluginData', { params, signal });
      if (body === null) throw new CommandFailure('The server sent no records.', '服务器没有返回数据。');
      await writeFileAtomically(file, Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]));
    }
    const query = isKept ? { data: 'keep' as const } : { data: 'purge' as const, confirm: id };
    await client.call('removePlugin', { params, query, signal });
    if (isJson) writeJson(context, { id, removed: true, data: choice, file, preview });
    else
      writeLines(context, [
        ...(file === null
          ? []
          : [language === 'en' ? `The records are in ${file}.` : `数据已导出到 ${file}。`]),
        language === 'en' ? `${id} is removed.` : `${id} 已移除。`,
      ]);
    return 0;
  },
};
