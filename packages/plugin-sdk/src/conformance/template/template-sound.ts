import { hasTemplates, readerCheck } from '../reader-issues.js';

export const templateSound = readerCheck({
  id: 'template-sound',
  area: 'template',
  severity: 'error',
  title: { en: 'Every template is a sound model', 'zh-CN': '模板是有效的模型' },
  what: {
    en: 'With the defaults of its parameters, every template is a model document without faults over the plugin’s record types.',
    'zh-CN': '参数取默认值时，每个模板都是基于本插件记录类型的有效模型。',
  },
  why: {
    en: 'A model that is made from it must run at once, before anybody has changed anything.',
    'zh-CN': '由模板新建的模型应当立即可以运行，无需任何修改。',
  },
  fix: { en: 'Correct the document at the place named.', 'zh-CN': '请在提示的位置修改模型文件。' },
  wrong:
    '{ "kind": "condition", "id": "often", "when": { ">=": [{ "var": "vists" }, 6] }, "tier": "regular" }',
  right:
    '{ "kind": "condition", "id": "often", "when": { ">=": [{ "var": "visits" }, 6] }, "tier": "regular" }',
  applies: hasTemplates,
});
