import semver from 'semver';
import type { Check } from '../check.js';

export const hostRangeIncludesHost: Check = {
  id: 'host-range-includes-host',
  area: 'manifest',
  severity: 'error',
  title: { en: 'The plugin works with this Terrace', 'zh-CN': '适用于当前 Terrace 版本' },
  what: {
    en: 'The range in `host` holds for the version of Terrace that checks.',
    'zh-CN': '`host` 的范围包含当前执行检查的 Terrace 版本。',
  },
  why: {
    en: 'The host refuses to enable a plugin that was not made for it, so nothing of it could be tried here.',
    'zh-CN': '平台拒绝启用不适用于自身版本的插件，因此在这里也无法试用。',
  },
  fix: {
    en: 'Widen the range once the plugin is tested with this version, or check with the Terrace it is made for.',
    'zh-CN': '请在该版本上测试通过后放宽范围，或使用插件所适用的 Terrace 版本来检查。',
  },
  wrong: '"host": ">=2.0.0 <3.0.0"    (this is 0.1.0)',
  right: '"host": ">=0.1.0 <1.0.0"',
  run({ manifest, hostVersion }) {
    if (manifest === null || semver.validRange(manifest.host) === null) return null;
    if (semver.satisfies(hostVersion, manifest.host, { includePrerelease: true })) return [];
    return [
      {
        file: 'plugin.json',
        path: ['host'],
        message: {
          en: `"${manifest.host}" leaves out this Terrace, which is ${hostVersion}.`,
          'zh-CN': `“${manifest.host}”不包含当前的 Terrace ${hostVersion}。`,
        },
      },
    ];
  },
};
