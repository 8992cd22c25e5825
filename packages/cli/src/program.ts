import type { Language } from '@terrace/model';
import { Command, Option } from 'commander';
import { readFileSync } from 'node:fs';
import type { ModelCommand } from './model/model-command.js';
import { modelCommands } from './model/model-commands.js';
import type { PluginCommand, PluginOptions } from './plugin/plugin-command.js';
import { pluginCommands } from './plugin/plugin-commands.js';
import { formats, type RawTierOptions } from './tier/tier-options.js';

/** What the commands do; the program only reads the command line. */
export interface Actions {
  tier(options: RawTierOptions): Promise<void>;
  model(
    command: ModelCommand,
    options: Readonly<Record<string, string | boolean | undefined>>,
    positional: readonly string[],
  ): Promise<void>;
  plugin(command: PluginCommand, options: PluginOptions, positional: readonly string[]): Promise<void>;
}

/** Commander's own headings, in Chinese. */
const chineseTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** The command line's grammar with help in `language`. */
export function createProgram(language: Language, actions: Actions): Command {
  const text = (en: string, zh: string): string => (language === 'en' ? en : zh);
  const languageOption = (): Option =>
    new Option(
      '--lang <language>',
      text(
        'language of names and messages: en or zh-CN (default: en)',
        '名称和提示的语言：en 或 zh-CN（默认 en）',
      ),
    );
  const help = ['-h, --help', text('show this help', '显示帮助')] as const;
  const configure = (command: Command): Command =>
    command
      .helpOption(...help)
      .configureHelp({
        styleTitle: (title) => (language === 'en' ? title : (chineseTitles[title] ?? title)),
      })
      .showSuggestionAfterError(false)
      .allowExcessArguments(false)
      .exitOverride();

  const program = configure(new Command('terrace'))
    .description(text('Customer tiering from the command line.', '命令行客户分层工具。'))
    .version(version(), '-V, --version', text('show the version', '显示版本'))
    .helpCommand('help [command]', text('show help for a command', '显示命令的帮助'))
    .addOption(languageOption());

  configure(program.command('tier'))
    .summary(text('compute tiers from CSV files', '根据 CSV 文件计算客户层级'))
    .description(
      text(
        'Compute the tier of every subject from CSV files (UTF-8 or GB18030; comma, semicolon or tab; plain or gzipped).\nStandard output has the tiers with count, share and amount; progress and bad rows go to standard error.',
        '根据 CSV 文件（UTF-8 或 GB18030；逗号、分号或制表符分隔；可用 gzip 压缩）计算每个对象的层级。\n标准输出为各层级的人数、占比和金额；进度和问题行写到标准错误。',
      ),
    )
    .option(
      '--model <model>',
      text(
        'template such as retail/rfm, or a file with a model document',
        '模板（如 retail/rfm），或模型文件',
      ),
    )
    .option(
      '--subjects <type=csv>',
      text(
        'file with subjects, e.g. customer=customers.csv; repeatable',
        '对象文件，如 customer=customers.csv，可重复',
      ),
      collect,
    )
    .option(
      '--events <type=csv>',
      text('file with events, e.g. order=orders.csv; repeatable', '事件文件，如 order=orders.csv，可重复'),
      collect,
    )
    .option(
      '--map <type.target=column>',
      text(
        'column that fills a target: customer.key, customer.<field>, order.subject, order.time, order.id, order.<field>; what is not mapped is guessed from the headers; repeatable',
        '指定列对应的字段：customer.key、customer.<字段>、order.subject、order.time、order.id、order.<字段>；未指定的按列名猜测，可重复',
      ),
      collect,
    )
    .option(
      '--as-of <date>',
      text('last day counted, e.g. 2025-12-31', '截止日期（计入当天），如 2025-12-31'),
    )
    .option(
      '--param <name=value>',
      text("value of a template's parameter; repeatable", '模板参数的取值，可重复'),
      collect,
    )
    .addOption(languageOption())
    .option(
      '--out <csv>',
      text('write key, tier, scores and dimensions of every subject', '写出每个对象的标识、层级、得分和维度'),
    )
    .option(
      '--logic <json>',
      text(
        'write the standard JSON Logic that yields the tier id from the dimensions',
        '写出由维度得出层级标识的标准 JSON Logic',
      ),
    )
    .option(
      '--plugin <folder>',
      text(
        'folder of a plugin to use besides those that came with Terrace; repeatable',
        '除随 Terrace 提供的插件外，另外使用的插件文件夹，可重复',
      ),
      collect,
    )
    .option('--bad-rows <csv>', text('write the rows that were set aside', '写出有问题而未导入的行'))
    .option('--format <format>', `${formats.join(' | ')} ${text('(default: table)', '（默认 table）')}`)
    .option(
      '--database <url>',
      text(
        'PostgreSQL to work in and to keep the records in; without it a throw-away one is used',
        '使用并保存数据的 PostgreSQL；不指定时使用临时数据库',
      ),
    )
    .addHelpText(
      'after',
      `\n${text('Example:', '示例：')}\n  terrace tier --model retail/rfm --events order=orders.csv --as-of 2006-12-31 --out tiers.csv`,
    )
    .action((options: RawTierOptions) => actions.tier(options));

  const model = configure(program.command('model'))
    .description(text('work with models', '模型相关命令'))
    .helpCommand(false);
  for (const each of modelCommands) {
    const command = configure(
      model.command(each.positional === undefined ? each.name : `${each.name} ${each.positional}`),
    )
      .description(each.description[language])
      .addHelpText('after', `\n${text('Example:', '示例：')}\n  ${each.example}`);
    for (const [flags, description] of each.options) command.option(flags, description[language]);
    command.addOption(languageOption()).action(() => actions.model(each, command.opts(), command.args));
  }

  const plugin = configure(program.command('plugin'))
    .description(text('make, check, pack and install plugins', '制作、检查、打包和安装插件'))
    .helpCommand(false);
  for (const each of pluginCommands) {
    const command = configure(
      plugin.command(each.positional === undefined ? each.name : `${each.name} ${each.positional}`),
    )
      .description(each.description[language])
      .addHelpText('after', `\n${text('Example:', '示例：')}\n  ${each.example}`);
    for (const [flags, description, isRepeatable] of each.options)
      if (isRepeatable === undefined) command.option(flags, description[language]);
      else command.option(flags, description[language], collect);
    command.addOption(languageOption()).action(() => actions.plugin(each, command.opts(), command.args));
  }
  return program;
}
