import type { Check, Found } from '../check.js';
import { recordTypesOf, type PlacedType } from './record-types-of.js';

const han = /\p{Script=Han}/u;

function listsOf({ kind, type }: PlacedType): [string, readonly string[]][] {
  return kind === 'subject'
    ? [['keyAliases', type.keyAliases]]
    : [
        ['subjectAliases', type.subjectAliases],
        ['timeAliases', type.timeAliases],
      ];
}

function faultOf(aliases: readonly string[]): { en: string; 'zh-CN': string } | null {
  if (aliases.length === 0) return { en: 'is empty', 'zh-CN': '为空' };
  if (!aliases.some((alias) => han.test(alias)))
    return { en: 'has no Chinese header', 'zh-CN': '没有中文列名' };
  if (!aliases.some((alias) => !han.test(alias)))
    return { en: 'has no English header', 'zh-CN': '没有英文列名' };
  return null;
}

export const keysHaveAliases: Check = {
  id: 'keys-have-aliases',
  area: 'type',
  severity: 'warning',
  title: { en: 'Keys and times are found in files', 'zh-CN': '主键和时间列可自动识别' },
  what: {
    en: 'Subject types have `keyAliases`, event types `subjectAliases` and `timeAliases`, each with headers in both languages.',
    'zh-CN': '对象类型有 `keyAliases`，事件类型有 `subjectAliases` 和 `timeAliases`，并且都包含中英文列名。',
  },
  why: {
    en: 'A file can be imported with one click when its key and time columns are recognised, and not without.',
    'zh-CN': '能识别主键列和时间列，文件才能一键导入。',
  },
  fix: {
    en: 'Add the headers that exports of the usual systems have, such as `guest_id`, `客人编号`.',
    'zh-CN': '请加入常见系统导出文件中的列名，例如 `guest_id`、`客人编号`。',
  },
  wrong: '{ "id": "guest", "keyAliases": [] }',
  right: '{ "id": "guest", "keyAliases": ["guest_id", "guest_no", "客人编号", "会员号"] }',
  run({ manifest }) {
    if (manifest === null) return null;
    const types = recordTypesOf(manifest);
    if (types.length === 0) return null;
    return types.flatMap((placed) =>
      listsOf(placed).flatMap(([list, aliases]): Found[] => {
        const fault = faultOf(aliases);
        if (fault === null) return [];
        return [
          {
            file: 'plugin.json',
            path: [...placed.path, list],
            message: {
              en: `"${list}" of "${placed.type.id}" ${fault.en}.`,
              'zh-CN': `“${placed.type.id}”的“${list}”${fault['zh-CN']}。`,
            },
          },
        ];
      }),
    );
  },
};
