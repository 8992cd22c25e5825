import { localize, type Language } from '@terrace/model';
import { readPublicKey, verifyPackage, type TrustedKey, type Verification } from '@terrace/plugin-sdk';
import { basename } from 'node:path';
import { jsonOption, writeJson, writeLines } from '../../model/model-command.js';
import { UsageError } from '../../usage-error.js';
import { valuesOf, type PluginCommand } from '../plugin-command.js';
import { readKey, readPackage, requirePackage } from './read-file.js';

/** @throws UsageError for what is no public key */
async function readTrusted(file: string): Promise<TrustedKey> {
  const publicKey = await readKey(file);
  if (readPublicKey(publicKey) === null)
    throw new UsageError(`${file} is no Ed25519 public key.`, `${file} 不是 Ed25519 公钥。`);
  return { name: basename(file).replace(/(\.public)?\.pem$/, ''), publicKey };
}

function sentenceOf(file: string, verification: Verification, hasKeys: boolean, language: Language): string {
  const isEnglish = language === 'en';
  switch (verification.state) {
    case 'trusted':
      return isEnglish
        ? `${file} is as "${verification.signer}" signed it (${verification.fingerprint}).`
        : `${file} 与“${verification.signer}”签名时一致（${verification.fingerprint}）。`;
    case 'untrusted':
      if (!hasKeys)
        return isEnglish
          ? `${file} is as it was signed, by the key ${verification.fingerprint}; name the keys you trust with --key.`
          : `${file} 与签名时一致，密钥为 ${verification.fingerprint}；请用 --key 指定受信任的密钥。`;
      return isEnglish
        ? `${file} is signed by a key that is none of yours: ${verification.fingerprint}.`
        : `${file} 的签名密钥不在指定的密钥之中：${verification.fingerprint}。`;
    case 'unsigned':
      return isEnglish ? `${file} is not signed.` : `${file} 没有签名。`;
    case 'broken':
      return localize(verification.issue.message, language);
  }
}

/** `terrace plugin verify` */
export const verifyCommand: PluginCommand = {
  name: 'verify',
  positional: '[tgz]',
  description: {
    en: 'verify the signature of a packed plugin, without a network; exit code 0 when one of the keys signed it, else 1',
    'zh-CN': '离线验证插件包的签名；由指定密钥之一签名时退出码为 0，否则为 1',
  },
  options: [
    [
      '--key <pem>',
      { en: 'a public key that is trusted; repeatable', 'zh-CN': '受信任的公钥，可重复' },
      'repeatable',
    ],
    jsonOption,
  ],
  example: 'terrace plugin verify hotel-1.0.0.tgz --key acme.public.pem',
  async run(options, [given], context) {
    const file = requirePackage(given);
    const keys = await Promise.all(valuesOf(options['key']).map(readTrusted));
    const verification = await verifyPackage(await readPackage(file), keys);
    if (options['json'] === true) writeJson(context, { file, ...verification });
    else writeLines(context, [sentenceOf(file, verification, keys.length > 0, context.language)]);
    return verification.state === 'trusted' ? 0 : 1;
  },
};
