import { knownUnits, type Issue } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { nodesOf } from '../nodes-of.js';
import { fieldsOf } from './record-types-of.js';

/** Symbols that are written alike in all languages, beside those with a sign that is no letter, such as `°C` or `/min`. */
const symbols: ReadonlySet<string> = new Set(
  'mm cm m km m² mg g kg t ml l L h min s ms mmHg kPa bpm kcal kWh MWh kW MW A V W KB MB GB TB Mbps dB px'.split(
    ' ',
  ),
);

function isReadable(unit: string): boolean {
  return knownUnits.includes(unit) || symbols.has(unit) || /[^A-Za-z]/.test(unit);
}

export const unitsKnown: Check = {
  id: 'units-known',
  area: 'type',
  severity: 'warning',
  title: { en: 'Units have words in both languages', 'zh-CN': '单位有中英文说法' },
  what: {
    en: `Units of fields and dimensions are ${knownUnits.join(', ')}, or a symbol such as km, mmHg, °C.`,
    'zh-CN': `字段和维度的单位为 ${knownUnits.join('、')}，或 km、mmHg、°C 等通用符号。`,
  },
  why: {
    en: 'Any other unit is shown as it is written, in sentences of both languages: “5 stay”, “5 stay”.',
    'zh-CN': '其他单位会原样显示在中英文句子里，例如“5 stay”。',
  },
  fix: {
    en: 'Use the unit that says it (`time` for what is counted), a symbol, or none: the name tells what is counted.',
    'zh-CN': '请改用合适的单位（计次用 `time`）、通用符号，或不写单位，由名称说明计的是什么。',
  },
  wrong: '{ "id": "stays", "unit": "stay" }',
  right: '{ "id": "stays", "unit": "time" }',
  run(plugin) {
    const { manifest } = plugin;
    if (manifest === null) return null;
    const units: { unit: string | undefined; file: string; path: Issue['path'] }[] = [
      ...fieldsOf(manifest).map(({ field, path }) => ({ unit: field.unit, file: 'plugin.json', path })),
      ...nodesOf(plugin).map(({ node, file, path }) => ({
        unit: node.kind === 'dimension' || node.kind === 'formula' ? node.unit : undefined,
        file,
        path,
      })),
    ];
    return units.flatMap(({ unit, file, path }): Found[] =>
      unit === undefined || isReadable(unit)
        ? []
        : [
            {
              file,
              path: [...path, 'unit'],
              message: {
                en: `The unit "${unit}" has no words of its own.`,
                'zh-CN': `单位“${unit}”没有对应的中英文说法。`,
              },
            },
          ],
    );
  },
};
