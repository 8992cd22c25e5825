import type { Check } from '../check.js';
import { eachTemplate } from './each-template.js';

/** The parameters that `json` reads, also in conditions under which an item is there. */
function parametersIn(json: unknown, found: Set<string>): Set<string> {
  if (typeof json !== 'object' || json === null) return found;
  const { $parameter, $when } = json as { readonly $parameter?: unknown; readonly $when?: unknown };
  if (typeof $parameter === 'string') found.add($parameter);
  const asked = ($when as { readonly parameter?: unknown } | null | undefined)?.parameter;
  if (typeof asked === 'string') found.add(asked);
  Object.values(json).forEach((value) => parametersIn(value, found));
  return found;
}

export const parametersUsed: Check = {
  id: 'parameters-used',
  area: 'template',
  severity: 'error',
  title: { en: 'Every parameter does something', 'zh-CN': '每个参数都起作用' },
  what: {
    en: 'Every parameter of a template stands as `{ "$parameter": "…" }` in its document, or in a `$when`.',
    'zh-CN': '模板的每个参数都以 `{ "$parameter": "…" }` 的形式出现在模型文件中，或用于 `$when`。',
  },
  why: {
    en: 'The form asks for it, and whatever is filled in changes nothing.',
    'zh-CN': '否则表单里要填这个参数，但填什么都没有效果。',
  },
  fix: {
    en: 'Put the parameter where its value belongs, or remove it.',
    'zh-CN': '请把参数用到应该用的地方，或删除该参数。',
  },
  wrong: '"parameters": [{ "id": "often", "default": 6, … }]\n"when": { ">=": [{ "var": "visits" }, 6] }',
  right:
    '"parameters": [{ "id": "often", "default": 6, … }]\n"when": { ">=": [{ "var": "visits" }, { "$parameter": "often" }] }',
  run: eachTemplate(({ template, json }, index) => {
    const used = parametersIn(json, new Set());
    return template.parameters.flatMap(({ id }, at) =>
      used.has(id)
        ? []
        : [
            {
              file: 'plugin.json',
              path: ['contributes', 'templates', index, 'parameters', at],
              message: {
                en: `${template.file} does not use the parameter "${id}".`,
                'zh-CN': `${template.file} 没有使用参数“${id}”。`,
              },
            },
          ],
    );
  }),
};
