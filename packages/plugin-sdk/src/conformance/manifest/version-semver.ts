import semver from 'semver';
import type { Check } from '../check.js';

export const versionSemver: Check = {
  id: 'version-semver',
  area: 'manifest',
  severity: 'error',
  title: { en: 'The version is a semantic version', 'zh-CN': '版本号符合语义化版本规范' },
  what: {
    en: '`version` is a version as semver 2.0 has it: three numbers without leading zeros, with an addition such as `-beta.1` at most.',
    'zh-CN': '`version` 符合 semver 2.0：三段不带前导零的数字，可附加 `-beta.1` 之类的后缀。',
  },
  why: {
    en: 'Upgrades compare versions. What cannot be compared is neither newer nor older, and an upgrade to it is refused.',
    'zh-CN': '升级时要比较版本；无法比较的版本既不新也不旧，升级会被拒绝。',
  },
  fix: { en: 'Write a version such as `1.2.0`.', 'zh-CN': '请写成例如 `1.2.0` 的版本号。' },
  wrong: '"version": "1.02.0"',
  right: '"version": "1.2.0"',
  run({ manifest }) {
    if (manifest === null) return null;
    const { version } = manifest;
    if (semver.valid(version) === version) return [];
    return [
      {
        file: 'plugin.json',
        path: ['version'],
        message: {
          en: `"${version}" is no semantic version.`,
          'zh-CN': `“${version}”不是有效的语义化版本号。`,
        },
      },
    ];
  },
};
