import { visit } from 'jsonc-parser';
import type { Check, Found } from '../check.js';

/** Names that stand twice in one object of `text`, with their places. */
function repeatedKeys(text: string): { path: (string | number)[]; key: string }[] {
  const repeated: { path: (string | number)[]; key: string }[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, _line, _character, pathSupplier) => {
      const keys = open.at(-1);
      if (keys?.has(key) === true) repeated.push({ path: [...pathSupplier(), key], key });
      keys?.add(key);
    },
  });
  return repeated;
}

export const jsonKeysUnique: Check = {
  id: 'json-keys-unique',
  area: 'manifest',
  severity: 'error',
  title: { en: 'No name stands twice in a JSON object', 'zh-CN': 'JSON 对象中没有重复的键' },
  what: {
    en: 'In `plugin.json` and the JSON files it names, every name stands once in its object.',
    'zh-CN': '在 `plugin.json` 及其引用的 JSON 文件中，同一对象内的键不重复。',
  },
  why: {
    en: 'JSON takes the last of them and drops the others without a word: a text or rule is gone and nobody sees it.',
    'zh-CN': 'JSON 会静默地只保留最后一个，前面的文本或规则就此丢失，且不易察觉。',
  },
  fix: { en: 'Remove one of them, or give it another name.', 'zh-CN': '请删除其中一个，或改用其他键名。' },
  wrong: '{ "visits": "Visits", "visits": "Stays" }',
  right: '{ "visits": "Visits", "stays": "Stays" }',
  run: (plugin) =>
    plugin.jsonFiles.flatMap((file): Found[] => {
      const text = plugin.text(file);
      if (text === null) return [];
      return repeatedKeys(text).map(({ path, key }) => ({
        file,
        path,
        message: {
          en: `"${key}" stands twice in the same object; only the last one counts.`,
          'zh-CN': `同一对象中“${key}”出现了两次，只有最后一个有效。`,
        },
      }));
    }),
};
