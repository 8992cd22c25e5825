import type { Issue, LocalizedText } from '@terrace/model';
import type { Check, Found } from '../check.js';

interface Described {
  readonly id: string;
  readonly description?: LocalizedText | undefined;
}

function undescribed({ id }: Described, path: Issue['path'], en: string, zh: string): Found {
  return {
    file: 'plugin.json',
    path,
    message: { en: `${en} "${id}" has no description.`, 'zh-CN': `${zh}“${id}”没有说明。` },
  };
}

export const descriptionsPresent: Check = {
  id: 'descriptions-present',
  area: 'manifest',
  severity: 'warning',
  title: { en: 'Plugin, templates and samples are described', 'zh-CN': '插件、模板和示例有说明' },
  what: {
    en: 'The plugin itself, every template and every sample has a `description` besides its name.',
    'zh-CN': '插件本身以及每个模板、每份示例数据，除名称外都有 `description`。',
  },
  why: {
    en: 'Administrators choose by name and description, in a list, before anything is installed or made.',
    'zh-CN': '管理员在安装或新建之前，只能凭列表中的名称和说明来选择。',
  },
  fix: {
    en: 'Say in one sentence for whom it is and what comes out of it.',
    'zh-CN': '请用一句话说明它适用于谁、能得到什么。',
  },
  wrong: '{ "id": "by-visits", "name": { "en": "By visits", "zh-CN": "按到访次数" } }',
  right:
    '{ "id": "by-visits", "name": { "en": "By visits", "zh-CN": "按到访次数" },\n  "description": { "en": "Guests in three tiers by visits of a year.", "zh-CN": "按一年的到访次数把客人分为三层。" } }',
  run({ manifest }) {
    if (manifest === null) return null;
    const { templates, samples } = manifest.contributes;
    const listed = (items: readonly Described[], point: string, en: string, zh: string): Found[] =>
      items.flatMap((item, index) =>
        item.description === undefined ? [undescribed(item, ['contributes', point, index], en, zh)] : [],
      );
    return [
      ...(manifest.description === undefined ? [undescribed(manifest, [], 'The plugin', '插件')] : []),
      ...listed(templates, 'templates', 'The template', '模板'),
      ...listed(samples, 'samples', 'The sample', '示例'),
    ];
  },
};
