import type { Check, Found } from '../check.js';

export const addedFieldsOptional: Check = {
  id: 'added-fields-optional',
  area: 'type',
  severity: 'error',
  title: { en: 'Fields added to other types are optional', 'zh-CN': '添加到其他类型的字段不是必填' },
  what: {
    en: 'No entry of `fields` that goes to a type of another plugin is `required`.',
    'zh-CN': '`fields` 中添加到其他插件类型的字段都不是 `required`。',
  },
  why: {
    en: 'Records that are there already do not have it, and files that were imported yesterday would be set aside today.',
    'zh-CN': '已有的记录没有这个字段；昨天能导入的文件，今天就会被搁置。',
  },
  fix: {
    en: 'Remove `required`; rules say what a missing value means.',
    'zh-CN': '请去掉 `required`；缺失值如何处理由规则决定。',
  },
  wrong: '{ "type": "customer", "field": { "id": "points", "type": "number", "required": true, … } }',
  right: '{ "type": "customer", "field": { "id": "points", "type": "number", … } }',
  run({ manifest }) {
    if (manifest === null || manifest.contributes.fields.length === 0) return null;
    return manifest.contributes.fields.flatMap(({ type, field }, index): Found[] =>
      field.required
        ? [
            {
              file: 'plugin.json',
              path: ['contributes', 'fields', index, 'field', 'required'],
              message: {
                en: `"${field.id}" is required of every "${type}".`,
                'zh-CN': `“${field.id}”对所有“${type}”都是必填。`,
              },
            },
          ]
        : [],
    );
  },
};
