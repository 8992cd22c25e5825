import type { Issue, LocalizedText } from '@terrace/model';
import { fault, notFound, type Fault } from '../common/fault.js';
import { version as hostVersion } from '../system/version.js';

type Words = Required<LocalizedText>;

const DATA_IN_USE = 'DATA_IN_USE';

/** A fault of a plugin as a whole. */
export function pluginIssue(code: string, en: string, zh: string, details?: Record<string, unknown>): Issue {
  return {
    code,
    severity: 'error',
    path: [],
    message: { en, 'zh-CN': zh },
    ...(details === undefined ? {} : { details }),
  };
}

/** Several faults as one text. */
export function wordsOf(issues: readonly Issue[]): Words {
  const text = (language: 'en' | 'zh-CN', separator: string): string =>
    issues.map(({ message }) => message[language] ?? message.en ?? '').join(separator);
  return { en: text('en', ' '), 'zh-CN': text('zh-CN', '') };
}

export const unknownPlugin = (id: string): Fault => notFound({ en: 'plugin', 'zh-CN': '插件' }, id);

export const unexpected: Issue = pluginIssue(
  'PLUGIN_FAILED',
  'It could not be read; the server log has the details.',
  '读取失败，详情见服务器日志。',
);

/** Whether one of these says nothing of the plugin, and may be gone at the next try: the server could not read or store it just then. */
export function arePassing(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => code === unexpected.code || code === DATA_IN_USE);
}

export function wrongHost(range: string): Issue {
  return pluginIssue(
    'HOST_VERSION',
    `It works with Terrace ${range}; this is ${hostVersion}.`,
    `该插件适用于 Terrace ${range}，当前版本为 ${hostVersion}。`,
  );
}

/** Two folders bring the same id. */
export function idTaken(id: string, first: string, second: string): Issue {
  return pluginIssue(
    'PLUGIN_ID_TAKEN',
    `The plugins in the folders "${first}" and "${second}" both have the id "${id}"; the first one is used.`,
    `文件夹“${first}”和“${second}”中的插件标识都是“${id}”，仅启用前者。`,
  );
}

/** A folder of the program has the id of a plugin that was installed otherwise. */
export function idInstalled(id: string, folder: string): Issue {
  return pluginIssue(
    'PLUGIN_ID_TAKEN',
    `The plugin in the folder "${folder}" has the id "${id}", which an installed plugin "${id}" has already; that one is used.`,
    `文件夹“${folder}”中的插件标识“${id}”与已安装的插件“${id}”相同，仅启用后者。`,
  );
}

/** The folder of an installed plugin holds another one now. */
export function idChanged(id: string, found: string): Issue {
  return pluginIssue(
    'PLUGIN_ID_CHANGED',
    `The folder of "${id}" holds the plugin "${found}" now.`,
    `插件“${id}”的文件夹中现在是另一个插件“${found}”。`,
  );
}

export function requirementMissing(id: string, range: string, found: string | undefined): Issue {
  return found === undefined
    ? pluginIssue(
        'REQUIRES_PLUGIN',
        `It needs the plugin "${id}" ${range}, which is not enabled. Enable that one first.`,
        `该插件依赖插件“${id}”（${range}），但后者未启用。请先启用它。`,
        { plugin: id, range },
      )
    : pluginIssue(
        'REQUIRES_PLUGIN',
        `It needs the plugin "${id}" ${range}; version ${found} is enabled.`,
        `该插件依赖插件“${id}”（${range}），当前启用的版本为 ${found}。`,
        { plugin: id, range, found },
      );
}

export const notSigned: Issue = pluginIssue(
  'NOT_TRUSTED',
  'It has no signature. Have it signed by a key that is trusted here, or allow unsigned plugins with TERRACE_ALLOW_UNSIGNED_PLUGINS=1.',
  '该插件没有签名。请使用受信任的密钥签名，或设置 TERRACE_ALLOW_UNSIGNED_PLUGINS=1 以允许未签名的插件。',
);

export function signerNotTrusted(fingerprint: string): Issue {
  return pluginIssue(
    'NOT_TRUSTED',
    `It is signed by a key that is not trusted here (${fingerprint}). Add the key to the trusted ones, or allow unsigned plugins with TERRACE_ALLOW_UNSIGNED_PLUGINS=1.`,
    `签名所用的密钥（${fingerprint}）不受信任。请将其加入受信任的密钥，或设置 TERRACE_ALLOW_UNSIGNED_PLUGINS=1 以允许未签名的插件。`,
    { fingerprint },
  );
}

/** Without the path, which only administrators see. */
export const folderMissing: Issue = pluginIssue(
  'PLUGIN_FOLDER_MISSING',
  'Its folder on the server is not there any more.',
  '该插件在服务器上的文件夹已不存在。',
);

/** Something holds records or rows that the change needs; it is over soon. */
export const busy = (): Fault =>
  fault('CONFLICT', DATA_IN_USE, {
    en: 'The records are in use by an import or a run. Try again when it has ended.',
    'zh-CN': '相关数据正被导入或试算使用，请待其结束后重试。',
  });
