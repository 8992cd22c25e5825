import type { Check } from '../check.js';

export const samplePresent: Check = {
  id: 'sample-present',
  area: 'sample',
  severity: 'warning',
  title: { en: 'There is sample data to try a template with', 'zh-CN': '提供可试用模板的示例数据' },
  what: {
    en: 'A plugin with templates brings at least one sample, and a sample names the template of the model that is made with it.',
    'zh-CN': '带模板的插件至少提供一份示例数据，并且示例指明随之新建哪个模板的模型。',
  },
  why: {
    en: 'Whoever looks at an industry wants to see tiers within minutes, and has no file at hand.',
    'zh-CN': '初次了解一个行业的人希望几分钟内看到分层结果，手头却没有数据文件。',
  },
  fix: {
    en: 'Add a sample with `template`; its records are generated from a few settings.',
    'zh-CN': '请添加带 `template` 的示例；记录由少量设置自动生成。',
  },
  wrong: '"samples": []',
  right: '"samples": [{ "id": "season", "template": "by-visits", … }]',
  run({ manifest }) {
    if (manifest === null || manifest.contributes.templates.length === 0) return null;
    const { samples } = manifest.contributes;
    if (samples.some(({ template }) => template !== undefined)) return [];
    return [
      {
        file: 'plugin.json',
        path: ['contributes', 'samples'],
        message:
          samples.length === 0
            ? { en: 'The plugin has templates and no sample.', 'zh-CN': '插件有模板，但没有示例数据。' }
            : { en: 'No sample names a template.', 'zh-CN': '没有示例指明模板。' },
      },
    ];
  },
};
