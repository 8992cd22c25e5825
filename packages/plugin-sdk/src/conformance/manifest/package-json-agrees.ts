import { z } from 'zod';
import type { Check, Found } from '../check.js';

const packageSchema = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
});

export const packageJsonAgrees: Check = {
  id: 'package-json-agrees',
  area: 'manifest',
  severity: 'error',
  title: { en: 'package.json says the same', 'zh-CN': 'package.json 与清单一致' },
  what: {
    en: 'Where there is a `package.json`, its `version` and `license` are those of `plugin.json`.',
    'zh-CN': '如果有 `package.json`，其中的 `version` 和 `license` 与 `plugin.json` 相同。',
  },
  why: {
    en: 'A registry knows the one and Terrace the other: with two versions an upgrade installs what nobody asked for.',
    'zh-CN':
      '软件源看 `package.json`，Terrace 看 `plugin.json`；两者版本不同，升级时装上的就不是想要的版本。',
  },
  fix: { en: 'Write the same into both files.', 'zh-CN': '请让两个文件保持一致。' },
  wrong: 'plugin.json   "version": "1.1.0"\npackage.json  "version": "1.0.0"',
  right: 'plugin.json   "version": "1.1.0"\npackage.json  "version": "1.1.0"',
  run(plugin) {
    const { manifest } = plugin;
    const parsed = packageSchema.safeParse(plugin.json('package.json'));
    if (manifest === null || !parsed.success) return null;
    return (['version', 'license'] as const).flatMap((key): Found[] => {
      const given = parsed.data[key];
      if (given === undefined || given === manifest[key]) return [];
      return [
        {
          file: 'package.json',
          path: [key],
          message: {
            en: `"${key}" is "${given}" here and "${manifest[key]}" in plugin.json.`,
            'zh-CN': `此处的“${key}”为“${given}”，而 plugin.json 中为“${manifest[key]}”。`,
          },
        },
      ];
    });
  },
};
