import type { Check, Found } from '../check.js';
import { bundleOf } from './bundle.js';

export const codePermissionsUsed: Check = {
  id: 'code-permissions-used',
  area: 'code',
  severity: 'warning',
  title: { en: 'No permission is asked for without use', 'zh-CN': '没有多余的权限' },
  what: {
    en: 'Every permission is used: `network` by a call of `fetch`, `storage` by reading `context.storage`, `subjectKeys` by an action; and a plugin without code asks for none.',
    'zh-CN':
      '每项权限都有用处：`network` 用于调用 `fetch`，`storage` 用于读取 `context.storage`，`subjectKeys` 用于动作；没有代码的插件不申请权限。',
  },
  why: {
    en: 'Administrators read permissions before they install, and an upgrade that asks for more is shown to them.',
    'zh-CN': '管理员在安装前会查看权限；升级时新增的权限也会展示给他们。',
  },
  fix: { en: 'Remove the permission.', 'zh-CN': '请删除该权限。' },
  wrong: '"permissions": { "network": ["rates.example.com"], "storage": true }    (no fetch in the code)',
  right: '"permissions": { "storage": true }',
  run(plugin) {
    const { manifest, parts } = plugin;
    if (manifest?.permissions === undefined) return null;
    const { network, storage, subjectKeys } = manifest.permissions;
    const bundle = bundleOf(plugin);
    if (manifest.code !== undefined && bundle === null) return null;
    const unused: [string, boolean][] = [
      ['network', network.length > 0 && bundle?.names('fetch') !== true],
      ['storage', storage && bundle?.names('storage') !== true],
      ['subjectKeys', subjectKeys && (parts.code?.actions.length ?? 0) === 0],
    ];
    return unused.flatMap(([name, isUnused]): Found[] =>
      isUnused
        ? [
            {
              file: 'plugin.json',
              path: ['permissions', name],
              message: {
                en: `Nothing uses the permission "${name}".`,
                'zh-CN': `没有代码使用权限“${name}”。`,
              },
            },
          ]
        : [],
    );
  },
};
