import type { Check } from '../check.js';
import { bundleOf } from './bundle.js';

export const codeNoDynamicCode: Check = {
  id: 'code-no-dynamic-code',
  area: 'code',
  severity: 'error',
  title: { en: 'No code is made of text', 'zh-CN': '不从文本生成代码' },
  what: {
    en: 'The built module has neither `eval` nor `new Function`.',
    'zh-CN': '构建后的模块中没有 `eval` 和 `new Function`。',
  },
  why: {
    en: 'The process of a plugin refuses both, and whoever reads the code could not tell what it does.',
    'zh-CN': '插件进程会拒绝两者，阅读代码的人也无法判断它做了什么。',
  },
  fix: {
    en: 'Write the function out, or use a library that does without.',
    'zh-CN': '请直接写出函数，或改用不依赖它们的库。',
  },
  wrong: "const score = new Function('amount', 'return amount / 10');",
  right: 'const score = (amount: number): number => amount / 10;',
  run(plugin) {
    const bundle = bundleOf(plugin);
    if (bundle === null) return null;
    return bundle.dynamic.map((name) => ({
      file: bundle.file,
      message: { en: `It uses ${name}.`, 'zh-CN': `使用了 ${name}。` },
    }));
  },
};
