import { signPackage } from '@terrace/plugin-sdk';
import { Readable } from 'node:stream';
import { jsonOption, requireOption, writeJson, writeLines } from '../../model/model-command.js';
import { checkWritable, writeFileAtomically } from '../../output/write-file.js';
import { issueLines } from '../issue-lines.js';
import { textOf, type PluginCommand } from '../plugin-command.js';
import { readKey, readPackage, requirePackage } from './read-file.js';

/** `terrace plugin sign` */
export const signCommand: PluginCommand = {
  name: 'sign',
  positional: '[tgz]',
  description: {
    en: 'sign a packed plugin, in place unless told otherwise; a signature it has is replaced',
    'zh-CN': '为插件包签名，默认直接写回原文件；已有的签名会被替换',
  },
  options: [
    ['--key <pem>', { en: 'the private key, as keygen writes it', 'zh-CN': '私钥文件，由 keygen 生成' }],
    [
      '--out <tgz>',
      { en: 'write the signed package to another file', 'zh-CN': '把签名后的插件包写入其他文件' },
    ],
    jsonOption,
  ],
  example: 'terrace plugin sign hotel-1.0.0.tgz --key acme.private.pem',
  async run(options, [given], context) {
    const source = requirePackage(given);
    const key = await readKey(requireOption(textOf(options['key']), '--key'));
    const file = textOf(options['out']) ?? source;
    const bytes = await readPackage(source);
    await checkWritable(file, '--out');
    const result = await signPackage(bytes, key);
    const { language } = context;
    if (!result.ok) {
      if (options['json'] === true) writeJson(context, { ok: false, issues: result.issues });
      else writeLines(context, issueLines(result.issues, language));
      return 1;
    }
    await writeFileAtomically(file, Readable.from([result.bytes]));
    const { fingerprint } = result;
    if (options['json'] === true) writeJson(context, { ok: true, file, fingerprint });
    else
      writeLines(context, [
        language === 'en'
          ? `${file} is signed. Fingerprint of the key: ${fingerprint}`
          : `${file} 已签名，密钥指纹：${fingerprint}`,
      ]);
    return 0;
  },
};
