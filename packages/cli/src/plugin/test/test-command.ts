import type { Language } from '@terrace/model';
import { readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { Progress } from '../../output/progress.js';
import { withServer } from '../../server/with-server.js';
import { issueLines } from '../issue-lines.js';
import { otherTypes } from '../other-plugins.js';
import type { PluginCommand, PluginCommandContext } from '../plugin-command.js';
import { pluginFolderOf } from '../plugin-folder.js';
import { countLine, failureLine, unrunLine, type CaseOutcome } from './case-outcome.js';
import { javascriptCases, type UnrunFile } from './javascript-cases.js';
import { withPluginFolder } from './plugin-home.js';
import { sampleLine, sampleLoads, type SampleOutcome } from './sample-loads.js';
import { sandboxLine, sandboxRuns, type SandboxOutcome } from './sandbox-runs.js';
import { serverCases, type ServerCases } from './server-cases.js';

interface Report {
  /** Files whose cases could be run in no reader. */
  readonly unrun: readonly UnrunFile[];
  readonly javascript: readonly CaseOutcome[];
  readonly code: readonly SandboxOutcome[];
  /** Null when the server was left out. */
  readonly server: (ServerCases & { readonly samples: readonly SampleOutcome[] }) | null;
}

/** Everything that needs a database, on a server that has the plugin and is thrown away. */
async function onServer(
  plugin: LoadedPlugin,
  unrun: readonly UnrunFile[],
  { signal, streams, language }: PluginCommandContext,
): Promise<Report['server']> {
  const progress = new Progress(streams.err);
  progress.step(language === 'en' ? 'Starting PostgreSQL' : '正在启动 PostgreSQL');
  try {
    return await withPluginFolder(plugin, (folder) =>
      withServer(
        undefined,
        signal,
        async (client) => {
          progress.step(language === 'en' ? 'Running test cases' : '正在运行测试用例');
          const leftOut = new Set(unrun.map(({ file }) => file));
          const cases = await serverCases(client, plugin, leftOut, signal);
          progress.step(language === 'en' ? 'Loading samples' : '正在加载示例');
          return { ...cases, samples: await sampleLoads(client, plugin, signal) };
        },
        { TERRACE_PLUGINS: folder },
      ),
    );
  } finally {
    progress.clear();
  }
}

function linesOf({ unrun, javascript, code, server }: Report, language: Language): string[] {
  const all = [...javascript, ...(server?.outcomes ?? [])];
  return [
    ...unrun.map((file) => unrunLine(file, language)),
    ...all.filter(({ mismatches }) => mismatches.length > 0).map((outcome) => failureLine(outcome, language)),
    countLine('javascript', javascript, 0, language),
    ...(server === null ? [] : [countLine('postgresql', server.outcomes, server.skipped, language)]),
    ...code.map((outcome) => sandboxLine(outcome, language)),
    ...(server?.samples ?? []).map((outcome) => sampleLine(outcome, language)),
  ];
}

function hasFailed({ unrun, javascript, code, server }: Report): boolean {
  const cases = [...javascript, ...(server?.outcomes ?? [])];
  return (
    unrun.length > 0 ||
    cases.some(({ mismatches }) => mismatches.length > 0) ||
    [...code, ...(server?.samples ?? [])].some(({ problem }) => problem !== null)
  );
}

/** `terrace plugin test` */
export const testCommand: PluginCommand = {
  name: 'test',
  positional: '[folder]',
  description: {
    en: 'run the test cases of a plugin in JavaScript and in PostgreSQL, its code behind walls, and load its samples; exit code 1 when something fails',
    'zh-CN':
      '在 JavaScript 和 PostgreSQL 中运行插件的测试用例，在隔离进程中运行其代码，并加载示例；有失败时退出码为 1',
  },
  options: [
    [
      '--no-sql',
      {
        en: 'without PostgreSQL: test cases in JavaScript and code alone, in a second or two',
        'zh-CN': '不使用 PostgreSQL：只运行 JavaScript 用例和代码，一两秒即可完成',
      },
    ],
    jsonOption,
  ],
  example: 'terrace plugin test hotel',
  async run(options, [given], context) {
    const folder = pluginFolderOf(given);
    const { language } = context;
    const read = await readPlugin(folder, { others: await otherTypes(folder) });
    if (!read.ok) {
      if (options['json'] === true) writeJson(context, { folder, ok: false, issues: read.issues });
      else writeLines(context, issueLines(read.issues, language));
      return 1;
    }
    const { outcomes, unrun } = javascriptCases(read.plugin);
    const report: Report = {
      unrun,
      javascript: outcomes,
      code: await sandboxRuns(read.plugin),
      server: options['sql'] === false ? null : await onServer(read.plugin, unrun, context),
    };
    const isOk = !hasFailed(report);
    if (options['json'] === true) writeJson(context, { folder, ok: isOk, ...report });
    else writeLines(context, linesOf(report, language));
    return isOk ? 0 : 1;
  },
};
