import type { Check } from '@terrace/plugin-sdk/conformance';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { UsageError } from '../../usage-error.js';
import { otherTypes } from '../other-plugins.js';
import { textOf, valuesOf, type PluginCommand } from '../plugin-command.js';
import { pluginFolderOf } from '../plugin-folder.js';
import { rebuild } from '../rebuild.js';
import { checkList, conformanceLines, explainLines } from './check-lines.js';

/** @throws UsageError for an id that is no check's */
function requireCheck(checks: readonly Check[], id: string): Check {
  const found = checks.find((check) => check.id === id);
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no check "${id}"; "terrace plugin check --list" lists them.`,
    `没有名为“${id}”的检查，可用“terrace plugin check --list”列出全部。`,
  );
}

/** `terrace plugin check` */
export const checkCommand: PluginCommand = {
  name: 'check',
  positional: '[folder]',
  description: {
    en: 'make the checks of the conformance kit on a plugin; exit code 1 when one fails',
    'zh-CN': '对插件执行规范检查；有未通过的检查时退出码为 1',
  },
  options: [
    [
      '--only <check>',
      { en: 'make this check alone; repeatable', 'zh-CN': '只执行这项检查，可重复' },
      'repeatable',
    ],
    ['--strict', { en: 'exit code 1 for warnings, too', 'zh-CN': '有警告时退出码也为 1' }],
    ['--list', { en: 'list the checks', 'zh-CN': '列出全部检查' }],
    [
      '--explain <check>',
      { en: 'say what a check looks at, why, and what to do', 'zh-CN': '说明某项检查的内容、原因和处理方法' },
    ],
    jsonOption,
  ],
  example: 'terrace plugin check hotel',
  async run(options, [given], context) {
    const { language } = context;
    // Loaded when they are needed, so that other commands start without them.
    const { checkPlugin, checks } = await import('@terrace/plugin-sdk/conformance');
    if (options['list'] === true) {
      if (options['json'] === true)
        writeJson(context, {
          checks: checks.map(({ id, area, severity, title, what, why, fix }) => ({
            id,
            area,
            severity,
            title,
            what,
            why,
            fix,
          })),
        });
      else writeLines(context, checkList(checks, language));
      return 0;
    }
    const explained = textOf(options['explain']);
    if (explained !== undefined) {
      writeLines(context, explainLines(requireCheck(checks, explained), language));
      return 0;
    }
    const only = valuesOf(options['only']);
    only.forEach((id) => requireCheck(checks, id));
    const folder = pluginFolderOf(given);
    const conformance = await checkPlugin(folder, {
      others: await otherTypes(folder),
      rebuild,
      ...(only.length === 0 ? {} : { only }),
    });
    if (options['json'] === true) writeJson(context, { folder, ...conformance });
    else writeLines(context, conformanceLines(conformance, folder, language));
    const { failed, warned } = conformance.counts;
    return failed > 0 || (options['strict'] === true && warned > 0) ? 1 : 0;
  },
};
