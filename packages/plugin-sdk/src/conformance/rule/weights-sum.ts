import { hasTemplates, readerCheck } from '../reader-issues.js';

export const weightsSum = readerCheck({
  id: 'weights-sum',
  area: 'rule',
  severity: 'error',
  title: { en: 'Weights sum to 100', 'zh-CN': '权重合计为 100' },
  what: {
    en: 'The weights of every weight set of a scorecard sum to exactly 100.',
    'zh-CN': '评分卡每套权重方案的权重合计恰好为 100。',
  },
  why: {
    en: 'With 95 every score is 5 % too low, and the thresholds behind it mean something else.',
    'zh-CN': '合计为 95 时所有得分都偏低 5%，后面的阈值也就变了意思。',
  },
  fix: {
    en: 'Correct the weights; the message names the difference.',
    'zh-CN': '请修改权重，提示中给出了差值。',
  },
  wrong: '"weights": { "visits": "60", "spend": "35" }',
  right: '"weights": { "visits": "60", "spend": "40" }',
  applies: hasTemplates,
});
