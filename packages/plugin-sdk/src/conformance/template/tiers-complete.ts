import type { Check, Found } from '../check.js';
import { nodesOf } from '../nodes-of.js';

export const tiersComplete: Check = {
  id: 'tiers-complete',
  area: 'template',
  severity: 'error',
  title: { en: 'Every tier has a name, a rank and a colour', 'zh-CN': '层级有名称、级别和颜色' },
  what: {
    en: 'Tiers of templates and of the palette have a name that is not their id, a rank and a `color`.',
    'zh-CN': '模板和层级库中的层级都有名称（不是标识）、级别和 `color`。',
  },
  why: {
    en: 'Charts and badges show a tier by its colour; without one it is grey like every other.',
    'zh-CN': '图表和徽标用颜色区分层级；没有颜色，就都是灰色。',
  },
  fix: { en: 'Add a colour such as `"#0f766e"`.', 'zh-CN': '请加上颜色，例如 `"#0f766e"`。' },
  wrong: '{ "kind": "tier", "id": "regular", "name": { "en": "Regular", "zh-CN": "常客" }, "rank": 1 }',
  right:
    '{ "kind": "tier", "id": "regular", "name": { "en": "Regular", "zh-CN": "常客" }, "rank": 1, "color": "#0f766e" }',
  run(plugin) {
    const tiers = nodesOf(plugin).filter(({ node }) => node.kind === 'tier');
    if (tiers.length === 0) return null;
    return tiers.flatMap(({ file, path, node }): Found[] => {
      if (node.kind !== 'tier') return [];
      const isNamed = node.name.en !== node.id && node.name['zh-CN'] !== node.id;
      if (isNamed && node.color !== undefined) return [];
      return [
        {
          file,
          path,
          message: isNamed
            ? { en: `The tier "${node.id}" has no colour.`, 'zh-CN': `层级“${node.id}”没有颜色。` }
            : {
                en: `The tier "${node.id}" is called by its id.`,
                'zh-CN': `层级“${node.id}”以标识作为名称。`,
              },
        },
      ];
    });
  },
};
