import type { Field } from '@terrace/model';
import type { Check, Found, Words } from '../check.js';
import { fieldsOf } from './record-types-of.js';

function faultOf({ id, type, values }: Field): Words | null {
  if (type !== 'enumeration')
    return values === undefined
      ? null
      : {
          en: `"${id}" is no enumeration, so its values are not looked at.`,
          'zh-CN': `“${id}”不是枚举类型，其可选值不会生效。`,
        };
  if (values === undefined || values.length === 0)
    return { en: `"${id}" has no values to choose from.`, 'zh-CN': `“${id}”没有可选值。` };
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined
    ? null
    : { en: `"${id}" has the value "${twice}" twice.`, 'zh-CN': `“${id}”的可选值“${twice}”重复。` };
}

export const enumerationsHaveValues: Check = {
  id: 'enumerations-have-values',
  area: 'type',
  severity: 'error',
  title: { en: 'Enumerations have their values', 'zh-CN': '枚举字段有可选值' },
  what: {
    en: 'A field of type `enumeration` lists different `values`, and no other field has any.',
    'zh-CN': '`enumeration` 类型的字段列出互不相同的 `values`，其他类型的字段没有 `values`。',
  },
  why: {
    en: 'A record with a value outside the list is set aside on import; without a list that is every record.',
    'zh-CN': '导入时，取值不在列表中的记录会被搁置；没有列表，所有记录都会被搁置。',
  },
  fix: { en: 'List the values, or make the field a text.', 'zh-CN': '请列出可选值，或把字段改为文本。' },
  wrong: '{ "id": "channel", "type": "enumeration" }',
  right: '{ "id": "channel", "type": "enumeration", "values": ["web", "desk", "agency"] }',
  run({ manifest }) {
    if (manifest === null) return null;
    const fields = fieldsOf(manifest);
    if (fields.length === 0) return null;
    return fields.flatMap(({ field, path }): Found[] => {
      const message = faultOf(field);
      return message === null ? [] : [{ file: 'plugin.json', path: [...path, 'values'], message }];
    });
  },
};
