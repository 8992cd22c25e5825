import type { Check, Found } from '../check.js';

export const typesNotTaken: Check = {
  id: 'types-not-taken',
  area: 'reference',
  severity: 'error',
  title: { en: 'Record types and fields are nobody else’s', 'zh-CN': '记录类型和字段不与其他插件冲突' },
  what: {
    en: 'No other plugin that is known brings a record type of the same id, and no type has a field already that this plugin adds to it.',
    'zh-CN': '已知的其他插件没有提供同名记录类型，本插件要添加的字段在对应类型中也不存在。',
  },
  why: {
    en: 'Record types are shared names: of two plugins with the same type, the second stays disabled.',
    'zh-CN': '记录类型的标识全局共享；两个插件提供同名类型时，后一个无法启用。',
  },
  fix: {
    en: 'Choose another id, or build on the other plugin with `requires` and `fields`.',
    'zh-CN': '请改用其他标识，或通过 `requires` 和 `fields` 在对方的类型上扩展。',
  },
  wrong: '"subjectTypes": [{ "id": "customer", … }]    (retail has it)',
  right: '"requires": { "retail": ">=0.1.0 <1.0.0" },\n"fields": [{ "type": "customer", "field": { … } }]',
  run({ manifest, others }) {
    if (manifest === null || others === undefined) return null;
    const { contributes } = manifest;
    const known = [...others.subjectTypes, ...others.eventTypes];
    const types = (['subjectTypes', 'eventTypes'] as const).flatMap((point) =>
      contributes[point].flatMap(({ id }, index): Found[] =>
        known.some((type) => type.id === id)
          ? [
              {
                file: 'plugin.json',
                path: ['contributes', point, index, 'id'],
                message: {
                  en: `The type "${id}" belongs to another plugin.`,
                  'zh-CN': `记录类型“${id}”已由其他插件提供。`,
                },
              },
            ]
          : [],
      ),
    );
    const fields = contributes.fields.flatMap(({ type, field }, index): Found[] =>
      known.some(({ id, fields: own }) => id === type && own.some((each) => each.id === field.id))
        ? [
            {
              file: 'plugin.json',
              path: ['contributes', 'fields', index, 'field', 'id'],
              message: {
                en: `The type "${type}" has a field "${field.id}" already.`,
                'zh-CN': `记录类型“${type}”已有字段“${field.id}”。`,
              },
            },
          ]
        : [],
    );
    return [...types, ...fields];
  },
};
