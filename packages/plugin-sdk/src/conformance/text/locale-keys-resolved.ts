import type { Found } from '../check.js';
import type { Check } from '../check.js';
import { textKey } from '../../reader/resolve-texts.js';
import type { Issue } from '@terrace/model';
import { hasManifest, readerFindings } from '../reader-issues.js';

/** Keys in `json` where a plugin has no locale files at all, so that the reader takes them for wrong texts. */
function keysIn(json: unknown, path: Issue['path']): { key: string; path: Issue['path'] }[] {
  if (Array.isArray(json)) return json.flatMap((item: unknown, index) => keysIn(item, [...path, index]));
  if (typeof json === 'object' && json !== null)
    return Object.entries(json).flatMap(([name, value]) => keysIn(value, [...path, name]));
  const key = textKey(json);
  return key === null ? [] : [{ key, path }];
}

export const localeKeysResolved: Check = {
  id: 'locale-keys-resolved',
  area: 'text',
  severity: 'error',
  isRequired: true,
  title: { en: 'Every key of a text leads to a text', 'zh-CN': '文本键都能找到对应文本' },
  what: {
    en: 'Every `"%key%"` in `plugin.json` and the templates is a key of both locale files.',
    'zh-CN': '`plugin.json` 和模板中的每个 `"%key%"` 在两个语言文件中都有。',
  },
  why: {
    en: 'A key without a text is no text, and what needs one cannot be read.',
    'zh-CN': '找不到文本的键等于没有文本，需要文本的内容也就无法读取。',
  },
  fix: {
    en: 'Add the key to both locale files, or correct it. A plugin without `locales` writes texts in place.',
    'zh-CN': '请在两个语言文件中补上该键，或改正键名；没有 `locales` 的插件应直接写文本。',
  },
  wrong: '"name": "%tier.glod%"        (the files have tier.gold)',
  right: '"name": "%tier.gold%"',
  run(plugin) {
    const json = plugin.json('plugin.json');
    const hasLocales = typeof json === 'object' && json !== null && 'locales' in json;
    const found = readerFindings(plugin, 'locale-keys-resolved');
    const bare = hasLocales
      ? []
      : keysIn(json, []).map(({ key, path }): Found => ({
          file: 'plugin.json',
          path,
          message: {
            en: `"%${key}%" names a text, and the plugin has no locale files.`,
            'zh-CN': `“%${key}%”引用了文本，但插件没有语言文件。`,
          },
        }));
    return found.length + bare.length === 0 && !hasManifest(plugin) ? null : [...found, ...bare];
  },
};
