import { hasManifest, readerCheck } from '../reader-issues.js';

export const versionRanges = readerCheck({
  id: 'version-ranges',
  area: 'manifest',
  severity: 'error',
  title: { en: 'Ranges of versions are ranges', 'zh-CN': '版本范围有效' },
  what: {
    en: '`host` and every entry of `requires` is a range as semver has it.',
    'zh-CN': '`host` 以及 `requires` 中的每一项都是有效的 semver 版本范围。',
  },
  why: {
    en: 'A range that cannot be read holds for no version, so the plugin could be enabled nowhere.',
    'zh-CN': '无法识别的范围不匹配任何版本，插件也就无法启用。',
  },
  fix: { en: 'Write a range such as `>=0.1.0 <1.0.0`.', 'zh-CN': '请写成例如 `>=0.1.0 <1.0.0` 的范围。' },
  wrong: '"host": "0.1 or newer"',
  right: '"host": ">=0.1.0 <1.0.0"',
  applies: hasManifest,
});
