import type { Check, Words } from '../check.js';
import type { PluginEntry } from '../plugin-entry.js';
import type { PluginUnderCheck } from '../plugin-under-check.js';

const secretFile =
  /(^|\/)(\.env(\.[^/]*)?|\.npmrc|\.netrc|id_(rsa|ecdsa|ed25519)|[^/]+\.(pem|key|p12|pfx|jks))$/i;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

function faultOf({ name }: PluginEntry, plugin: PluginUnderCheck): Words | null {
  if (secretFile.test(name))
    return { en: `${name} is a place for secrets.`, 'zh-CN': `${name} 属于存放机密的文件。` };
  const text = plugin.text(name);
  return text !== null && privateKey.test(text)
    ? { en: `${name} has a private key in it.`, 'zh-CN': `${name} 中含有私钥。` }
    : null;
}

export const noSecrets: Check = {
  id: 'no-secrets',
  area: 'package',
  severity: 'error',
  title: { en: 'No keys and passwords', 'zh-CN': '没有密钥和口令' },
  what: {
    en: 'The folder has no `.env`, no `.npmrc`, no key files, and no file with a private key in it.',
    'zh-CN': '文件夹中没有 `.env`、`.npmrc`、密钥文件，也没有含私钥的文件。',
  },
  why: {
    en: 'A folder is committed, sent and copied; whoever gets the key with it can sign in your name.',
    'zh-CN': '文件夹会被提交、发送和复制；拿到密钥的人可以冒用你的名义签名。',
  },
  fix: {
    en: 'Keep keys outside the folder. A key that was given away once is known: make a new one.',
    'zh-CN': '请把密钥放在文件夹之外。曾经随文件夹给出的密钥已经泄露，需要更换。',
  },
  wrong: 'plugin.json\nsigning-key.pem',
  right: '../keys/signing-key.pem\nplugin.json',
  run: (plugin) =>
    plugin.entries.flatMap((entry) => {
      const message = faultOf(entry, plugin);
      return message === null ? [] : [{ file: entry.name, message }];
    }),
};
