import type { Issue } from '@terrace/model';
import type { Check, Found } from '../check.js';
import type { PluginUnderCheck } from '../plugin-under-check.js';

/** Pairs of names of which the first must not be above the second. */
const pairs = [
  ['minimum', 'maximum'],
  ['min', 'max'],
  ['from', 'to'],
] as const;

function boundsIn(json: unknown, path: Issue['path']): { path: Issue['path']; low: number; high: number }[] {
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap((item: unknown, index) => boundsIn(item, [...path, index]));
  const record = json as Record<string, unknown>;
  const own = pairs.flatMap(([lowName, highName]) => {
    const [low, high] = [record[lowName], record[highName]];
    const areNumbers = [low, high].every(
      (value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)),
    );
    return areNumbers && Number(low) > Number(high)
      ? [{ path: [...path, lowName], low: Number(low), high: Number(high) }]
      : [];
  });
  return [...own, ...Object.entries(record).flatMap(([key, value]) => boundsIn(value, [...path, key]))];
}

function jsonOf(plugin: PluginUnderCheck): readonly string[] {
  const { manifest } = plugin;
  if (manifest === null) return [];
  return ['plugin.json', ...manifest.contributes.templates.map(({ file }) => file)];
}

export const boundsOrdered: Check = {
  id: 'bounds-ordered',
  area: 'type',
  severity: 'error',
  title: { en: 'No minimum lies above its maximum', 'zh-CN': '最小值不大于最大值' },
  what: {
    en: 'Wherever `plugin.json` or a template has two ends (`minimum` and `maximum`, `min` and `max`, `from` and `to`), the first is not above the second.',
    'zh-CN':
      '在 `plugin.json` 和模板中，凡是成对的上下限（`minimum` 与 `maximum`、`min` 与 `max`、`from` 与 `to`），前者不大于后者。',
  },
  why: {
    en: 'Nothing lies between them then: every record is set aside, every row of the table dead.',
    'zh-CN': '否则没有任何值落在其间：记录全部被搁置，决策表的行全部失效。',
  },
  fix: { en: 'Swap the two.', 'zh-CN': '请对调两个值。' },
  wrong: '{ "id": "nights", "type": "number", "minimum": 365, "maximum": 1 }',
  right: '{ "id": "nights", "type": "number", "minimum": 1, "maximum": 365 }',
  run(plugin) {
    if (plugin.manifest === null) return null;
    return jsonOf(plugin).flatMap((file) =>
      boundsIn(plugin.json(file), []).map(({ path, low, high }): Found => ({
        file,
        path,
        message: { en: `${low} is above ${high}.`, 'zh-CN': `${low} 大于 ${high}。` },
      })),
    );
  },
};
