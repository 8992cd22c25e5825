import type { Check } from '../check.js';
import { bundleOf } from './bundle.js';

/** Modules that reach past computing; `fs` and the network have checks that look at permissions. */
const refused: ReadonlySet<string> = new Set([
  'child_process',
  'cluster',
  'worker_threads',
  'inspector',
  'inspector/promises',
  'module',
  'process',
  'repl',
  'sqlite',
  'test',
  'trace_events',
  'v8',
  'vm',
  'wasi',
]);

export const codeNoSystemModules: Check = {
  id: 'code-no-system-modules',
  area: 'code',
  severity: 'error',
  title: { en: 'Code does not reach for the system', 'zh-CN': '代码不调用系统能力' },
  what: {
    en: `The built module imports none of ${[...refused].map((name) => `\`${name}\``).join(', ')}.`,
    'zh-CN': `构建后的模块不导入 ${[...refused].map((name) => `\`${name}\``).join('、')}。`,
  },
  why: {
    en: 'No permission allows programs, threads or other processes. Using them puts the plugin into quarantine.',
    'zh-CN': '没有任何权限允许启动程序、线程或访问其他进程；一旦使用，插件会被隔离。',
  },
  fix: {
    en: 'Compute in the function itself. A library that needs such a module cannot be used here.',
    'zh-CN': '请在函数内完成计算；依赖这些模块的库不能在此使用。',
  },
  wrong: "import { execFile } from 'node:child_process';",
  right: "import { createHash } from 'node:crypto';",
  run(plugin) {
    const bundle = bundleOf(plugin);
    if (bundle === null) return null;
    return bundle.builtins
      .filter((name) => refused.has(name))
      .map((name) => ({
        file: bundle.file,
        message: { en: `It imports "node:${name}".`, 'zh-CN': `导入了“node:${name}”。` },
      }));
  },
};
