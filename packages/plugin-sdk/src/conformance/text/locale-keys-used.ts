import { textKey } from '../../reader/resolve-texts.js';
import type { Check, Found } from '../check.js';

function keysIn(json: unknown, keys: Set<string>): void {
  if (typeof json === 'object' && json !== null) Object.values(json).forEach((value) => keysIn(value, keys));
  const key = textKey(json);
  if (key !== null) keys.add(key);
}

export const localeKeysUsed: Check = {
  id: 'locale-keys-used',
  area: 'text',
  severity: 'warning',
  title: { en: 'Every text of the locale files is used', 'zh-CN': '语言文件中的文本都被使用' },
  what: {
    en: 'Every key of the locale files stands as `"%key%"` in `plugin.json`, a template or the declarations of the code.',
    'zh-CN': '语言文件中的每个键都以 `"%key%"` 的形式出现在 `plugin.json`、模板或代码声明中。',
  },
  why: {
    en: 'What nobody uses is translated all the same, and a misspelled key leaves its text behind here.',
    'zh-CN': '没人使用的文本照样要翻译；键名拼错时，原来的文本也会留在这里。',
  },
  fix: { en: 'Remove the key, or use it.', 'zh-CN': '请删除该键，或在文件中使用它。' },
  wrong: '{ "tier.gold": "Gold", "tier.glod": "Gold" }',
  right: '{ "tier.gold": "Gold" }',
  run(plugin) {
    const { manifest, parts } = plugin;
    if (manifest?.locales === undefined || parts.locales === null) return null;
    const used = new Set<string>();
    const { en, 'zh-CN': zh } = manifest.locales;
    for (const name of plugin.jsonFiles) if (name !== en && name !== zh) keysIn(plugin.json(name), used);
    for (const name of plugin.declarationFiles)
      for (const [, key = ''] of (plugin.text(name) ?? '').matchAll(/%([A-Za-z0-9_.-]{1,200})%/g))
        used.add(key);
    return Object.keys(parts.locales.en)
      .filter((key) => !used.has(key))
      .map((key): Found => ({
        file: en,
        path: [key],
        message: { en: `Nothing uses the text "${key}".`, 'zh-CN': `没有地方使用文本“${key}”。` },
      }));
  },
};
