import { localize } from '@terrace/model';
import type { Check, Found } from '../check.js';

export const templateNamesUnique: Check = {
  id: 'template-names-unique',
  area: 'template',
  severity: 'error',
  title: { en: 'Templates have different names', 'zh-CN': '模板名称不重复' },
  what: {
    en: 'No two templates of the plugin have the same name in a language.',
    'zh-CN': '同一语言中，插件的模板名称互不相同。',
  },
  why: {
    en: 'People choose a template by its name.',
    'zh-CN': '用户按名称选择模板。',
  },
  fix: { en: 'Say in the name what is different.', 'zh-CN': '请在名称中写明区别。' },
  wrong: '{ "id": "rfm", "name": { "en": "RFM", … } }, { "id": "rfm-ten", "name": { "en": "RFM", … } }',
  right:
    '{ "id": "rfm", "name": { "en": "RFM, eight tiers", … } }, { "id": "rfm-ten", "name": { "en": "RFM, ten segments", … } }',
  run({ manifest }) {
    if (manifest === null || manifest.contributes.templates.length === 0) return null;
    const { templates } = manifest.contributes;
    return (['en', 'zh-CN'] as const).flatMap((language) => {
      const names = templates.map(({ name }) => localize(name, language).trim().toLowerCase());
      return names.flatMap((name, index): Found[] => {
        const first = names.indexOf(name);
        if (first === index) return [];
        return [
          {
            file: 'plugin.json',
            path: ['contributes', 'templates', index, 'name'],
            message: {
              en: `"${templates[index]?.id}" has the same name as "${templates[first]?.id}".`,
              'zh-CN': `模板“${templates[index]?.id}”与“${templates[first]?.id}”名称相同。`,
            },
          },
        ];
      });
    });
  },
};
