import { languages } from '@terrace/model';
import { readPlugin } from '@terrace/plugin-sdk';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { checkWritable, writeFileAtomically } from '../../output/write-file.js';
import { issueLines } from '../issue-lines.js';
import { otherTypes } from '../other-plugins.js';
import { textOf, type PluginCommand } from '../plugin-command.js';
import { pluginFolderOf } from '../plugin-folder.js';
import { pluginPage } from './plugin-page.js';

/** `terrace plugin docs` */
export const docsCommand: PluginCommand = {
  name: 'docs',
  positional: '[folder]',
  description: {
    en: 'write what a plugin brings as Markdown: types, fields, dimensions, templates with their rules in sentences, tiers, reports, permissions',
    'zh-CN': '以 Markdown 写出插件提供的内容：类型、字段、维度、模板及其规则语句、层级、报表、权限',
  },
  options: [
    [
      '--out <folder>',
      {
        en: 'write a page per language there: hotel.md and hotel.zh-CN.md; without it the page in --lang goes to standard output',
        'zh-CN': '按语言写入该文件夹：hotel.md 和 hotel.zh-CN.md；不指定时按 --lang 写到标准输出',
      },
    ],
    jsonOption,
  ],
  example: 'terrace plugin docs hotel --out docs',
  async run(options, [given], context) {
    const folder = pluginFolderOf(given);
    const { language } = context;
    const others = await otherTypes(folder);
    const read = await readPlugin(folder, { others });
    if (!read.ok) {
      if (options['json'] === true) writeJson(context, { folder, ok: false, issues: read.issues });
      else writeLines(context, issueLines(read.issues, language));
      return 1;
    }
    const { id } = read.plugin.manifest;
    const target = textOf(options['out']);
    if (target === undefined) {
      const page = pluginPage(read.plugin, others, language);
      if (options['json'] === true) writeJson(context, { folder, ok: true, id, language, page });
      else writeLines(context, [page.trimEnd()]);
      return 0;
    }
    await mkdir(target, { recursive: true });
    const files: string[] = [];
    for (const each of languages) {
      const file = join(target, each === 'en' ? `${id}.md` : `${id}.${each}.md`);
      await checkWritable(file, '--out');
      await writeFileAtomically(file, [pluginPage(read.plugin, others, each)]);
      files.push(file);
    }
    if (options['json'] === true) writeJson(context, { folder, ok: true, id, files });
    else writeLines(context, files);
    return 0;
  },
};
