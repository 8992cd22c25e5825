import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { sdkFolder } from '../../repository.js';
import { CommandFailure, UsageError } from '../../usage-error.js';
import { textOf, type PluginCommand } from '../plugin-command.js';
import { namesOf } from './plugin-names.js';
import { scaffold } from './scaffold.js';

/** @throws UsageError where there is something already */
async function requireEmpty(folder: string, given: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new UsageError(`${given} is a file.`, `${given} 是文件。`);
    throw error;
  });
  if (names.length === 0) return;
  throw new UsageError(
    `The folder ${given} is not empty; choose another, or overwrite its files with --force.`,
    `文件夹 ${given} 不是空的；请换一个，或用 --force 覆盖其中的文件。`,
  );
}

/** Lets editors find the schemas and types: a link that is neither packed nor kept in a repository. */
async function linkSdk(folder: string): Promise<void> {
  const link = join(folder, 'node_modules/@terrace/plugin-sdk');
  await mkdir(dirname(link), { recursive: true });
  // Without the right to make links, or with the package installed, the plugin works all the same.
  await symlink(sdkFolder(), link, 'junction').catch(() => undefined);
}

/** @throws CommandFailure */
async function buildOrFail(folder: string): Promise<void> {
  const { buildPluginCode } = await import('@terrace/plugin-runtime');
  const built = await buildPluginCode(folder);
  if (built.ok) return;
  const [fault] = built.faults;
  throw new CommandFailure(fault?.message.en ?? '', fault?.message['zh-CN'] ?? '');
}

function nextSteps(folder: string, hasCode: boolean, isEnglish: boolean): string[] {
  const step = (command: string, en: string, zh: string): string =>
    `  terrace plugin ${`${command} ${folder}`.padEnd(8 + folder.length)}  ${isEnglish ? en : zh}`;
  return [
    isEnglish ? 'Next:' : '接下来：',
    step('dev', 'try it; it is read again with every save', '边改边试，保存后自动重新加载'),
    ...(hasCode ? [step('build', 'build src/index.ts again', '重新构建 src/index.ts')] : []),
    step('check', 'make the conformance checks', '执行规范检查'),
    step('test', 'run the test cases', '运行测试用例'),
    step('pack', 'pack it into one file', '打包成一个文件'),
  ];
}

/** `terrace plugin create` */
export const createCommand: PluginCommand = {
  name: 'create',
  positional: '[folder]',
  description: {
    en: 'make a small plugin that works: record types, a model with parameters, test cases, sample data, both languages',
    'zh-CN': '新建一个可直接使用的小插件：记录类型、带参数的模型、测试用例、示例数据，含中英文',
  },
  options: [
    [
      '--name <text>',
      { en: 'English name (default: from the folder)', 'zh-CN': '英文名称（默认取文件夹名）' },
    ],
    ['--name-zh <text>', { en: 'Chinese name', 'zh-CN': '中文名称' }],
    ['--code', { en: 'with a dimension computed by TypeScript', 'zh-CN': '附带用 TypeScript 计算的维度' }],
    ['--force', { en: 'overwrite files of a folder that is not empty', 'zh-CN': '覆盖非空文件夹中的文件' }],
    jsonOption,
  ],
  example: 'terrace plugin create hotel --name Hotel --name-zh 酒店',
  async run(options, [given], context) {
    if (given === undefined)
      throw new UsageError(
        'Name the folder to make, for example terrace plugin create hotel.',
        '请指定要新建的文件夹，例如 terrace plugin create hotel。',
      );
    const folder = resolve(given);
    const names = namesOf(folder, textOf(options['name']), textOf(options['nameZh']));
    if (options['force'] !== true) await requireEmpty(folder, given);
    const hasCode = options['code'] === true;
    const files = scaffold(names, hasCode);
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await linkSdk(folder);
    if (hasCode) await buildOrFail(folder);
    const { language } = context;
    const shown = relative(process.cwd(), folder) || '.';
    if (options['json'] === true) writeJson(context, { folder, id: names.id, files: [...files.keys()] });
    else
      writeLines(context, [
        language === 'en'
          ? `The plugin "${names.id}" is in ${shown}:`
          : `插件“${names.id}”已创建在 ${shown}：`,
        ...[...files.keys()].map((name) => `  ${name}`),
        '',
        ...nextSteps(shown, hasCode, language === 'en'),
      ]);
  },
};
