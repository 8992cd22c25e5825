import type { Check, Found } from '../check.js';
import { eachDocument } from './each-template.js';

export const tierColorsDistinct: Check = {
  id: 'tier-colors-distinct',
  area: 'template',
  severity: 'warning',
  title: { en: 'Tiers of a template differ in colour', 'zh-CN': '同一模板的层级颜色不同' },
  what: {
    en: 'No two tiers of a template have the same colour.',
    'zh-CN': '同一模板中没有颜色相同的层级。',
  },
  why: {
    en: 'In a chart two parts of one colour look like one part.',
    'zh-CN': '图表中颜色相同的两部分看起来像一部分。',
  },
  fix: { en: 'Choose another shade.', 'zh-CN': '请换一种颜色。' },
  wrong: '{ "id": "gold", "color": "#b45309" }, { "id": "silver", "color": "#b45309" }',
  right: '{ "id": "gold", "color": "#b45309" }, { "id": "silver", "color": "#64748b" }',
  run: eachDocument((document, each) => {
    const first = new Map<string, string>();
    return document.nodes.flatMap((node, index): Found[] => {
      if (node.kind !== 'tier' || node.color === undefined) return [];
      const color = node.color.toLowerCase();
      const other = first.get(color);
      if (other === undefined) first.set(color, node.id);
      if (other === undefined) return [];
      return [
        {
          file: each.template.file,
          path: each.filePath(document, ['nodes', index, 'color']),
          message: {
            en: `The tier "${node.id}" has the colour of "${other}".`,
            'zh-CN': `层级“${node.id}”与“${other}”颜色相同。`,
          },
        },
      ];
    });
  }),
};
