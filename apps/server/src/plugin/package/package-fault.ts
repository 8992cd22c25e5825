import { fault, type Fault } from '../../common/fault.js';

/** Faults of where a plugin is to come from; their paths lead into the request. */
export const sourceFaults = {
  noFile: (): Fault =>
    fault('INVALID_REQUEST', 'PACKAGE_NOT_GZIP', {
      en: 'The request holds no package; send a .tgz file as application/gzip.',
      'zh-CN': '请求中没有插件包，请以 application/gzip 发送 .tgz 文件。',
    }),
  unknownPackage: (sha256: string): Fault =>
    fault(
      'NOT_FOUND',
      'PACKAGE_NOT_FOUND',
      {
        en: `There is no package ${sha256.slice(0, 12)}… any more: what was sent is kept for an hour. Send it again.`,
        'zh-CN': `插件包 ${sha256.slice(0, 12)}… 已不存在：上传的插件包仅保留一小时，请重新上传。`,
      },
      ['body', 'source', 'package'],
    ),
  notAbsolute: (path: string): Fault =>
    fault(
      'INVALID_REQUEST',
      'FOLDER_NOT_ABSOLUTE',
      {
        en: `"${path}" is no absolute path of a folder on the server.`,
        'zh-CN': `“${path}”不是服务器上文件夹的绝对路径。`,
      },
      ['body', 'source', 'path'],
    ),
  noFolder: (path: string): Fault =>
    fault(
      'INVALID_REQUEST',
      'FOLDER_NOT_FOUND',
      {
        en: `The server finds no folder "${path}".`,
        'zh-CN': `服务器上找不到文件夹“${path}”。`,
      },
      ['body', 'source', 'path'],
    ),
  notFromRegistry: (name: string): Fault =>
    fault(
      'INVALID_REQUEST',
      'NOT_A_PACKAGE_NAME',
      {
        en: `"${name}" is no package of a registry; write a name such as @acme/terrace-plugin-hotel and a version, range or tag.`,
        'zh-CN': `“${name}”不是软件源中的包，请填写包名（例如 @acme/terrace-plugin-hotel）以及版本、版本范围或标签。`,
      },
      ['body', 'source', 'name'],
    ),
  notInRegistry: (spec: string): Fault =>
    fault(
      'NOT_FOUND',
      'PACKAGE_NOT_IN_REGISTRY',
      {
        en: `The registry has no package ${spec}.`,
        'zh-CN': `软件源中没有包 ${spec}。`,
      },
      ['body', 'source', 'name'],
    ),
  registryFailed: (spec: string, reason: string): Fault =>
    fault(
      'CONFLICT',
      'REGISTRY_FAILED',
      {
        en: `The package ${spec} could not be fetched from the registry (${reason}).`,
        'zh-CN': `无法从软件源获取包 ${spec}（${reason}）。`,
      },
      ['body', 'source', 'name'],
      { reason },
    ),
  noNpm: (): Fault =>
    fault(
      'CONFLICT',
      'NPM_MISSING',
      {
        en: 'The server has no npm, which fetches packages by name. Send the packed file instead.',
        'zh-CN': '服务器上没有 npm，无法按包名获取。请改为上传插件包文件。',
      },
      ['body', 'source', 'kind'],
    ),
};
