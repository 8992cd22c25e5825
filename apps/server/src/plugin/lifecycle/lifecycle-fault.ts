import { fault, type Fault } from '../../common/fault.js';

const conflict = (code: string, en: string, zh: string, details?: Record<string, unknown>): Fault =>
  fault('CONFLICT', code, { en, 'zh-CN': zh }, [], details);

/** Changes of plugins that cannot be made in their present state. */
export const lifecycleFaults = {
  installed: (id: string, version: string): Fault =>
    conflict(
      'PLUGIN_INSTALLED',
      `The plugin "${id}" is installed already, in version ${version}; upgrade it instead.`,
      `插件“${id}”已安装（版本 ${version}），请使用升级。`,
      { plugin: id, version },
    ),
  notInstalled: (id: string): Fault =>
    conflict(
      'PLUGIN_NOT_INSTALLED',
      `The plugin "${id}" is not installed, so there is nothing to change. Mend its folder and enable it.`,
      `插件“${id}”尚未安装，无法执行此操作。请修正其文件夹后启用。`,
    ),
  requiredBy: (id: string, names: readonly string[]): Fault =>
    conflict(
      'PLUGIN_REQUIRED',
      `The plugin "${id}" is needed by ${names.map((name) => `"${name}"`).join(', ')}; disable or remove those first.`,
      `插件“${id}”被${names.map((name) => `“${name}”`).join('、')}依赖，请先停用或移除它们。`,
      { plugins: names },
    ),
  notInFolder: (id: string): Fault =>
    conflict(
      'PLUGIN_NOT_IN_FOLDER',
      `The plugin "${id}" was installed from a package, whose files never change; upgrade it instead.`,
      `插件“${id}”由插件包安装，其文件不会变化，请使用升级。`,
    ),
  otherPlugin: (id: string, found: string): Fault =>
    conflict(
      'OTHER_PLUGIN',
      `That is the plugin "${found}", not a version of "${id}".`,
      `那是插件“${found}”，不是“${id}”的某个版本。`,
    ),
  notNewer: (from: string, to: string): Fault =>
    conflict(
      'NOT_NEWER',
      `Version ${to} is not newer than the installed version ${from}; records cannot be taken back to an older one.`,
      `版本 ${to} 不高于已安装的版本 ${from}；数据无法退回旧版本。`,
      { from, to },
    ),
  changedMeanwhile: (id: string): Fault =>
    conflict(
      'PLUGIN_CHANGED',
      `The plugin "${id}" was changed by someone else meanwhile. Look at it again.`,
      `插件“${id}”已被其他人修改，请重新查看。`,
    ),
  notConfirmed: (id: string): Fault =>
    fault(
      'INVALID_REQUEST',
      'NOT_CONFIRMED',
      {
        en: `Purging deletes records for good. Say "confirm=${id}" to do it.`,
        'zh-CN': `清除会永久删除数据。如需继续，请传入“confirm=${id}”。`,
      },
      ['query', 'confirm'],
    ),
};
