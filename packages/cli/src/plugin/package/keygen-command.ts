import { createSigningKeys, fingerprintOf, readPublicKey } from '@terrace/plugin-sdk';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { jsonOption, requireOption, writeJson, writeLines } from '../../model/model-command.js';
import { checkWritable } from '../../output/write-file.js';
import { UsageError } from '../../usage-error.js';
import { textOf, type PluginCommand } from '../plugin-command.js';

/** A key that is overwritten is lost, and with it everything that was signed. @throws UsageError */
function requireAbsent(file: string): void {
  if (!existsSync(file)) return;
  throw new UsageError(
    `${file} exists already; a key is never overwritten. Choose another name.`,
    `${file} 已存在，不会覆盖已有密钥。请换一个名称。`,
  );
}

/** `terrace plugin keygen` */
export const keygenCommand: PluginCommand = {
  name: 'keygen',
  description: {
    en: 'make a pair of Ed25519 keys to sign plugins with; the private one can be read by its owner alone',
    'zh-CN': '生成用于插件签名的 Ed25519 密钥对；私钥仅所有者可读',
  },
  options: [
    [
      '--out <name>',
      {
        en: 'beginning of the names: acme makes acme.private.pem and acme.public.pem',
        'zh-CN': '文件名前缀：acme 会生成 acme.private.pem 和 acme.public.pem',
      },
    ],
    jsonOption,
  ],
  example: 'terrace plugin keygen --out acme',
  async run(options, _, context) {
    const name = requireOption(textOf(options['out']), '--out');
    const [privateFile, publicFile] = [`${name}.private.pem`, `${name}.public.pem`];
    await checkWritable(privateFile, '--out');
    requireAbsent(privateFile);
    requireAbsent(publicFile);
    const { privateKey, publicKey } = createSigningKeys();
    await writeFile(privateFile, privateKey, { mode: 0o600, flag: 'wx' });
    await writeFile(publicFile, publicKey, { mode: 0o644, flag: 'wx' });
    const key = readPublicKey(publicKey);
    const fingerprint = key === null ? '' : fingerprintOf(key);
    if (options['json'] === true) writeJson(context, { privateFile, publicFile, fingerprint });
    else
      writeLines(
        context,
        context.language === 'en'
          ? [
              `${privateFile}: keep it to yourself, outside the plugin's folder.`,
              `${publicFile}: give it to administrators, who trust it on the page Plugins.`,
              `Fingerprint: ${fingerprint}`,
            ]
          : [
              `${privateFile}：私钥，请妥善保管，不要放在插件文件夹内。`,
              `${publicFile}：公钥，交给管理员，在“插件”页面添加为受信任的密钥。`,
              `指纹：${fingerprint}`,
            ],
      );
  },
};
