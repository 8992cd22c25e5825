import type { Issue } from '@terrace/model';
import type { Manifest } from '../../manifest.js';
import type { Check, Found } from '../check.js';

/** The record types a manifest names, with the places where it does. */
function namedTypes({ contributes }: Manifest): { id: string; path: Issue['path'] }[] {
  const { eventTypes, fields, dimensions, samples } = contributes;
  const at = (...path: Issue['path']): Issue['path'] => ['contributes', ...path];
  return [
    ...eventTypes.map(({ subjectType }, i) => ({
      id: subjectType,
      path: at('eventTypes', i, 'subjectType'),
    })),
    ...fields.map(({ type }, i) => ({ id: type, path: at('fields', i, 'type') })),
    ...dimensions.map(({ subjectType }, i) => ({
      id: subjectType,
      path: at('dimensions', i, 'subjectType'),
    })),
    ...samples.map(({ subjects }, i) => ({ id: subjects.type, path: at('samples', i, 'subjects', 'type') })),
  ];
}

export const requiresDeclared: Check = {
  id: 'requires-declared',
  area: 'manifest',
  severity: 'error',
  title: { en: 'Plugins it builds on are declared', 'zh-CN': '已声明所依赖的插件' },
  what: {
    en: 'A plugin that adds to record types of another plugin, or whose models use them, names that plugin in `requires`.',
    'zh-CN': '扩展或使用其他插件的记录类型时，在 `requires` 中声明该插件。',
  },
  why: {
    en: 'Otherwise the host may enable it where those types are not there, and nobody is told what is missing.',
    'zh-CN': '否则在没有这些类型的环境中也可能被启用，用户却不知道缺少什么。',
  },
  fix: {
    en: 'Add the other plugin with the versions you tested.',
    'zh-CN': '请在 `requires` 中写明该插件及测试过的版本范围。',
  },
  wrong: '"contributes": { "fields": [{ "type": "customer", "field": { "id": "points", … } }] }',
  right:
    '"requires": { "retail": ">=0.1.0 <1.0.0" },\n"contributes": { "fields": [{ "type": "customer", "field": { "id": "points", … } }] }',
  run({ manifest }) {
    if (manifest === null) return null;
    if (Object.keys(manifest.requires).length > 0) return [];
    const { subjectTypes, eventTypes } = manifest.contributes;
    const own = new Set([...subjectTypes, ...eventTypes].map(({ id }) => id));
    return namedTypes(manifest).flatMap(({ id, path }): Found[] =>
      own.has(id)
        ? []
        : [
            {
              file: 'plugin.json',
              path,
              message: {
                en: `The record type "${id}" is not this plugin's, and "requires" names no plugin that brings it.`,
                'zh-CN': `记录类型“${id}”不属于本插件，而“requires”中没有声明提供它的插件。`,
              },
            },
          ],
    );
  },
};
