import type { Check, Found, Words } from '../check.js';
import { bundleOf } from './bundle.js';

const sockets: ReadonlySet<string> = new Set([
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
]);
const files: ReadonlySet<string> = new Set(['fs', 'fs/promises']);

export const codePermissionsDeclared: Check = {
  id: 'code-permissions-declared',
  area: 'code',
  severity: 'error',
  title: { en: 'Code uses what it has permission for', 'zh-CN': '代码只使用已声明的权限' },
  what: {
    en: 'Built code that calls `fetch` has hosts under `permissions.network`, and code that imports `fs` has `permissions.storage`. Sockets (`net`, `http` and so on) have no permission at all.',
    'zh-CN':
      '调用 `fetch` 的代码在 `permissions.network` 中声明主机，导入 `fs` 的代码声明 `permissions.storage`；套接字（`net`、`http` 等）没有任何权限可用。',
  },
  why: {
    en: 'What is not declared is refused when it happens, and the plugin is put into quarantine, on the customer’s server.',
    'zh-CN': '未声明的操作在运行时会被拒绝，插件也会在客户的服务器上被隔离。',
  },
  fix: {
    en: 'Declare the permission, or do without. `context.fetch` takes the place of `http`; JSON files can be imported, which bundles them.',
    'zh-CN':
      '请声明权限，或不使用该能力。用 `context.fetch` 代替 `http`；JSON 文件可以直接导入，会被打包进来。',
  },
  wrong:
    "compute: async (guests, { fetch }) => { await fetch('https://rates.example.com/…'); … }\n(without permissions)",
  right: '"permissions": { "network": ["rates.example.com"] }',
  run(plugin) {
    const bundle = bundleOf(plugin);
    if (bundle === null) return null;
    const permissions = plugin.manifest?.permissions;
    const found = (message: Words): Found => ({ file: bundle.file, message });
    const hosts = permissions?.network ?? [];
    return [
      ...(bundle.names('fetch') && hosts.length === 0
        ? [
            found({
              en: 'It calls fetch, and "permissions.network" names no host.',
              'zh-CN': '代码调用了 fetch，但“permissions.network”没有声明主机。',
            }),
          ]
        : []),
      ...(bundle.builtins.some((name) => files.has(name)) && permissions?.storage !== true
        ? [
            found({
              en: 'It imports "node:fs", and "permissions.storage" is not set.',
              'zh-CN': '导入了“node:fs”，但没有声明“permissions.storage”。',
            }),
          ]
        : []),
      ...bundle.builtins
        .filter((name) => sockets.has(name))
        .map((name) =>
          found({
            en: `It imports "node:${name}", for which there is no permission; use context.fetch.`,
            'zh-CN': `导入了“node:${name}”，没有权限可以允许；请使用 context.fetch。`,
          }),
        ),
    ];
  },
};
