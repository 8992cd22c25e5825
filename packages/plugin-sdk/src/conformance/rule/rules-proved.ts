import type { Check } from '../check.js';
import { eachDocument } from '../template/each-template.js';

export const rulesProved: Check = {
  id: 'rules-proved',
  area: 'rule',
  severity: 'warning',
  title: { en: 'The proof of the rules is complete', 'zh-CN': '规则证明完整' },
  what: {
    en: 'Every combination of values was settled, so that the checks of gaps, overlaps and dead rules are a proof. Otherwise parts were sampled, or stand-ins took the place of cut points that are not calibrated yet.',
    'zh-CN':
      '全部取值组合都已判定，空档、重叠和失效规则的检查才是证明；否则有一部分只是抽样，或用替代值代替了尚未校准的分界点。',
  },
  why: {
    en: 'What is sampled may have a fault that no sample met.',
    'zh-CN': '抽样检查可能漏掉没有抽到的问题。',
  },
  fix: {
    en: 'Store cut points in calibrated bands, declare `domain` of dimensions, and split formulas that mix many dimensions.',
    'zh-CN': '请在校准分档中保存分界点，为维度声明 `domain`，并拆分混合了多个维度的公式。',
  },
  wrong: '"cuts": { "method": "quantile", "count": 3, "values": [] }',
  right: '"cuts": { "method": "quantile", "count": 3, "values": ["4", "12"] }',
  run: eachDocument((document, each) => {
    const proof = each.proof(document);
    if (proof.isExact) return [];
    const said = (language: 'en' | 'zh-CN'): string =>
      proof.notes.map((note) => note[language]).join(language === 'en' ? ' ' : '');
    return [
      {
        file: each.template.file,
        message: {
          en: `Not everything was proved. ${said('en')}`.trim(),
          'zh-CN': `并非全部得到证明。${said('zh-CN')}`,
        },
      },
    ];
  }),
};
