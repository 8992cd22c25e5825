import { packPlugin } from '@terrace/plugin-sdk';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { checkWritable, writeFileAtomically } from '../../output/write-file.js';
import { issueLines } from '../issue-lines.js';
import { otherTypes } from '../other-plugins.js';
import { textOf, type PluginCommand } from '../plugin-command.js';
import { pluginFolderOf } from '../plugin-folder.js';

/** The file to write: as named, or in the folder that is named, called as npm calls it. */
async function targetOf(given: string | undefined, fileName: string): Promise<string> {
  if (given === undefined) return fileName;
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(given, fileName) : given;
}

/** `terrace plugin pack` */
export const packCommand: PluginCommand = {
  name: 'pack',
  positional: '[folder]',
  description: {
    en: 'pack a plugin into one file that can be installed or published; the same files give the same bytes',
    'zh-CN': '把插件打包成一个可安装、可发布的文件；相同的内容得到完全相同的文件',
  },
  options: [
    [
      '--out <tgz>',
      {
        en: 'file or folder to write to (default: the working folder)',
        'zh-CN': '写入的文件或文件夹（默认当前文件夹）',
      },
    ],
    jsonOption,
  ],
  example: 'terrace plugin pack hotel --out hotel-1.0.0.tgz',
  async run(options, [given], context) {
    const folder = pluginFolderOf(given);
    const { language } = context;
    const result = await packPlugin(folder, { others: await otherTypes(folder) });
    if (!result.ok) {
      if (options['json'] === true) writeJson(context, { folder, ok: false, issues: result.issues });
      else writeLines(context, issueLines(result.issues, language));
      return 1;
    }
    const file = await targetOf(textOf(options['out']), result.fileName);
    await checkWritable(file, '--out');
    await writeFileAtomically(file, Readable.from([result.bytes]));
    const { id, version } = result.manifest;
    const bytes = result.bytes.length;
    const sha256 = createHash('sha256').update(result.bytes).digest('hex');
    if (options['json'] === true)
      writeJson(context, { folder, ok: true, id, version, file, bytes, sha256, files: result.files });
    else
      writeLines(context, [
        ...result.files.map((name) => `  ${name}`),
        language === 'en'
          ? `${file}: ${id} ${version}, ${result.files.length} files, ${(bytes / 1024).toFixed(1)} KiB. It is not signed yet: terrace plugin sign ${file} --key <pem>`
          : `${file}：${id} ${version}，${result.files.length} 个文件，${(bytes / 1024).toFixed(1)} KiB。尚未签名：terrace plugin sign ${file} --key <pem>`,
      ]);
    return 0;
  },
};
