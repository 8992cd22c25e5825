import type { Issue, LocalizedText } from '@terrace/model';
import type { PluginCodeFault } from '@terrace/plugin-runtime';
import { Fault } from '../common/fault.js';

/** A call of code was cut off, or not made, for a reason that is not the plugin's: the same may well succeed later. */
export class CodeInterrupted extends Error {}

/** Code of a plugin did not do what it was called for; `issue` says why, and the plugin may be quarantined for it. */
export function codeFailed({ code, pluginId, contribution, sentence }: PluginCodeFault): Fault {
  const issue: Issue = {
    code: 'PLUGIN_CODE_FAILED',
    severity: 'error',
    path: [],
    message: { ...sentence },
    details: {
      plugin: pluginId,
      fault: code,
      ...(contribution === null ? {} : { [contribution.kind]: contribution.id }),
    },
  };
  return new Fault('CONFLICT', [issue]);
}

/** A run or action needs code that cannot be used now. */
export function codeUnusable(
  plugin: string,
  state: 'missing' | 'disabled' | 'quarantined' | 'faulty',
  reason: LocalizedText | null,
): Fault {
  const words = {
    missing: { en: 'is not installed. Install it.', 'zh-CN': '未安装，请先安装。' },
    disabled: { en: 'is disabled. Enable it.', 'zh-CN': '已停用，请先启用。' },
    quarantined: {
      en: `is quarantined: ${reason?.en ?? ''} An administrator can enable it again.`,
      'zh-CN': `已被隔离：${reason?.['zh-CN'] ?? ''}管理员可以重新启用。`,
    },
    faulty: { en: `cannot be used: ${reason?.en ?? ''}`, 'zh-CN': `无法使用：${reason?.['zh-CN'] ?? ''}` },
  }[state];
  return new Fault('CONFLICT', [
    {
      code: state === 'quarantined' ? 'PLUGIN_QUARANTINED' : 'PLUGIN_MISSING',
      severity: 'error',
      path: [],
      message: {
        en: `The plugin "${plugin}", whose code is needed, ${words.en}`,
        'zh-CN': `所需代码来自插件“${plugin}”，该插件${words['zh-CN']}`,
      },
      details: { plugin },
    },
  ]);
}
