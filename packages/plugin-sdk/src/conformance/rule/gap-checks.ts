import { proofCheck } from './proof-check.js';

export const rulesWithoutGaps = proofCheck({
  id: 'rules-without-gaps',
  kind: 'gap',
  severity: 'error',
  title: { en: 'Rules leave no gap', 'zh-CN': '规则没有空档' },
  what: {
    en: 'For every combination of values that subjects can have, some rule of the template holds, or falling into the fallback tier is what that tier is for. This is proved, not sampled.',
    'zh-CN':
      '对于对象可能的每一种取值组合，都有规则覆盖，或归入兜底层级正是该层级的用意。这是逐一证明的，不是抽样。',
  },
  why: {
    en: 'In a gap a better customer gets a worse tier than one beside it, and nobody meant it.',
    'zh-CN': '落在空档里的客户，条件更好却得到更低的层级，而这并非本意。',
  },
  fix: {
    en: 'Widen a rule to the values named, or add one. `terrace model check --repair` proposes how.',
    'zh-CN': '请放宽某条规则或新增规则，覆盖所列取值；`terrace model check --repair` 会给出修复方案。',
  },
  wrong: 'visits >= 10: regular;  visits from 1 to 5: occasional',
  right: 'visits >= 10: regular;  visits from 1 to 9: occasional',
});

export const rulesWithoutMissingEdges = proofCheck({
  id: 'rules-without-missing-edges',
  kind: 'missingEdge',
  severity: 'error',
  title: { en: 'No edge between rules is missing', 'zh-CN': '规则之间没有漏掉边界' },
  what: {
    en: 'Where two rules meet, the value at which they meet belongs to one of them.',
    'zh-CN': '两条规则相接处的边界值归属其中一条。',
  },
  why: {
    en: 'Between `<= 9999` and `>= 10000` lies 9,999.50, and between `< 10` and `> 10` lies 10: somebody has just that value.',
    'zh-CN': '`<= 9999` 与 `>= 10000` 之间有 9,999.50，`< 10` 与 `> 10` 之间有 10，总有人正好是这个值。',
  },
  fix: { en: 'Let one of the two rules include the edge.', 'zh-CN': '请让其中一条规则包含该边界值。' },
  wrong: 'amount > 1000: gold;  amount < 1000: silver',
  right: 'amount >= 1000: gold;  amount < 1000: silver',
});
