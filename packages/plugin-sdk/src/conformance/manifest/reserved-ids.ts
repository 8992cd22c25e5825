import type { Issue } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { nodesOf } from '../nodes-of.js';

const pluginIds: readonly string[] = ['terrace', 'system', 'core', 'host', 'previous', 'plugin'];
/** Targets of the import beside fields, as in `customer.key=…`. */
const subjectFieldIds: readonly string[] = ['key'];
const eventFieldIds: readonly string[] = ['subject', 'time', 'id'];
/** What expressions read beside nodes: the present tier, and what `reduce` goes through. */
const nodeIds: readonly string[] = ['previous', 'current', 'accumulator'];

function reserved(file: string, path: Issue['path'], id: string, en: string, zh: string): Found {
  return {
    file,
    path,
    message: { en: `The id "${id}" is taken: ${en}.`, 'zh-CN': `标识“${id}”已被占用：${zh}。` },
  };
}

export const reservedIds: Check = {
  id: 'reserved-ids',
  area: 'manifest',
  severity: 'error',
  title: { en: 'No id means something else already', 'zh-CN': '未使用保留标识' },
  what: {
    en: `Plugins are not called ${pluginIds.join(', ')}; fields of subjects not ${subjectFieldIds.join(', ')}; fields of events not ${eventFieldIds.join(', ')}; nodes not ${nodeIds.join(', ')}.`,
    'zh-CN': `插件标识不能是 ${pluginIds.join('、')}；对象字段不能是 ${subjectFieldIds.join('、')}；事件字段不能是 ${eventFieldIds.join('、')}；节点不能是 ${nodeIds.join('、')}。`,
  },
  why: {
    en: 'In imports `order.time` is the time of the order itself, and in rules `previous.tier` the present tier: with a field or node of that name nobody could tell which is meant.',
    'zh-CN':
      '导入时 `order.time` 指订单本身的时间，规则中 `previous.tier` 指现有层级；若有同名字段或节点，就无法区分。',
  },
  fix: {
    en: 'Choose another id, for example `paid_time` for `time`.',
    'zh-CN': '请改用其他标识，例如用 `paid_time` 代替 `time`。',
  },
  wrong: '{ "id": "order", "fields": [{ "id": "time", "type": "instant" }] }',
  right: '{ "id": "order", "fields": [{ "id": "paid_time", "type": "instant" }] }',
  run(plugin) {
    const { manifest } = plugin;
    if (manifest === null) return null;
    const { subjectTypes, eventTypes } = manifest.contributes;
    const fieldsOf = (
      point: string,
      types: typeof subjectTypes | typeof eventTypes,
      taken: readonly string[],
    ) =>
      types.flatMap(({ fields }, index) =>
        fields.flatMap(({ id }, at) =>
          taken.includes(id)
            ? [
                reserved(
                  'plugin.json',
                  ['contributes', point, index, 'fields', at, 'id'],
                  id,
                  'imports know it as a part of the record itself',
                  '导入时它表示记录本身的组成部分',
                ),
              ]
            : [],
        ),
      );
    return [
      ...(pluginIds.includes(manifest.id)
        ? [
            reserved(
              'plugin.json',
              ['id'],
              manifest.id,
              'it is a name of the host itself',
              '它是平台自身的名称',
            ),
          ]
        : []),
      ...fieldsOf('subjectTypes', subjectTypes, subjectFieldIds),
      ...fieldsOf('eventTypes', eventTypes, eventFieldIds),
      ...nodesOf(plugin).flatMap(({ file, path, node }) =>
        nodeIds.includes(node.id)
          ? [reserved(file, [...path, 'id'], node.id, 'rules read something else by it', '规则中它另有含义')]
          : [],
      ),
    ];
  },
};
