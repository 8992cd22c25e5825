import semver from 'semver';
import type { Check } from '../check.js';

/** Whether every way to satisfy the range ends at some version. */
function isBounded(range: string): boolean {
  return new semver.Range(range).set.every((comparators) =>
    comparators.some(({ operator }) => operator === '<' || operator === '<=' || operator === ''),
  );
}

export const hostRangeBounded: Check = {
  id: 'host-range-bounded',
  area: 'manifest',
  severity: 'warning',
  title: { en: 'The range of hosts ends somewhere', 'zh-CN': '适用版本范围有上限' },
  what: {
    en: '`host` leaves out versions of Terrace that do not exist yet and may change what plugins rest on: the next major version.',
    'zh-CN': '`host` 不包含尚未发布、可能改变插件接口的版本，即下一个主版本。',
  },
  why: {
    en: 'Nobody can have tested a plugin with every version to come. With an end, administrators are told before an upgrade of Terrace, and not after.',
    'zh-CN':
      '没有人能在所有未来版本上测试插件；设了上限，管理员在升级 Terrace 之前就能得到提示，而不是升级之后才发现问题。',
  },
  fix: {
    en: 'Add an end, such as `<1.0.0`, and widen it in a new version of the plugin.',
    'zh-CN': '请加上上限，例如 `<1.0.0`，以后在插件的新版本中再放宽。',
  },
  wrong: '"host": ">=0.1.0"',
  right: '"host": ">=0.1.0 <1.0.0"',
  run({ manifest }) {
    if (manifest === null || semver.validRange(manifest.host) === null) return null;
    if (isBounded(manifest.host)) return [];
    return [
      {
        file: 'plugin.json',
        path: ['host'],
        message: {
          en: `"${manifest.host}" also holds for every version to come.`,
          'zh-CN': `“${manifest.host}”包含了所有未来版本。`,
        },
      },
    ];
  },
};
