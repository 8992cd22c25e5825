import semver from 'semver';
import type { Check } from '../check.js';

const changelog = /^(changelog|changes|history)(\.[a-z-]+)*\.md$/i;

export const changelogPresent: Check = {
  id: 'changelog-present',
  area: 'package',
  severity: 'warning',
  title: { en: 'Changes of later versions are written down', 'zh-CN': '后续版本有变更记录' },
  what: {
    en: 'From version 1.0.1 on there is a `CHANGELOG.md` that names the present version.',
    'zh-CN': '自 1.0.1 版起，有 `CHANGELOG.md` 并写明当前版本。',
  },
  why: {
    en: 'The preview of an upgrade shows what changes in rules. Why it changes, only you can say.',
    'zh-CN': '升级预览能显示规则有哪些变化，但为什么变化只有作者能说明。',
  },
  fix: {
    en: 'Add a section for the version: what is different for whoever uses it, first.',
    'zh-CN': '请为该版本添加一节，先写对使用者有什么不同。',
  },
  wrong: '"version": "1.1.0"    (no CHANGELOG.md)',
  right: '## 1.1.0\n\nRegular guests need 6 visits; it was 5.',
  run(plugin) {
    const { manifest } = plugin;
    if (manifest === null || semver.valid(manifest.version) === null) return null;
    if (!semver.gt(manifest.version, '1.0.0')) return null;
    const name = plugin.entries.map((entry) => entry.name).find((each) => changelog.test(each));
    if (name !== undefined && (plugin.text(name) ?? '').includes(manifest.version)) return [];
    return [
      {
        file: name ?? 'CHANGELOG.md',
        message:
          name === undefined
            ? { en: 'There is no CHANGELOG.md.', 'zh-CN': '没有 CHANGELOG.md。' }
            : {
                en: `${name} does not name version ${manifest.version}.`,
                'zh-CN': `${name} 没有写到 ${manifest.version} 版。`,
              },
      },
    ];
  },
};
