import { proofCheck } from './proof-check.js';

export const rulesWithoutDeadRules = proofCheck({
  id: 'rules-without-dead-rules',
  kind: 'deadRule',
  severity: 'error',
  title: { en: 'Every rule decides for somebody', 'zh-CN': '没有失效规则' },
  what: {
    en: 'For every rule there are values with which it is the one that decides.',
    'zh-CN': '每条规则都有由它决定结果的取值。',
  },
  why: {
    en: 'A row that never decides was meant for somebody; another row takes them first, or its conditions contradict each other.',
    'zh-CN': '从不生效的行本来是为某些对象写的，却被其他行抢先，或条件自相矛盾。',
  },
  fix: { en: 'Move the row up, correct it, or remove it.', 'zh-CN': '请把该行上移、修改或删除。' },
  wrong: 'row 1: visits >= 1;  row 2: visits >= 10',
  right: 'row 1: visits >= 10;  row 2: visits >= 1',
});

export const tiersReachable = proofCheck({
  id: 'tiers-reachable',
  kind: 'unreachableTier',
  severity: 'error',
  title: { en: 'Every tier can be reached', 'zh-CN': '每个层级都能到达' },
  what: {
    en: 'For every tier there are values with which a subject gets it.',
    'zh-CN': '每个层级都有对应的取值可以得到。',
  },
  why: {
    en: 'A tier that nobody can get stays empty in every chart, with benefits nobody receives.',
    'zh-CN': '谁也得不到的层级在所有图表中都是空的，其权益也无人享受。',
  },
  fix: {
    en: 'Let a rule lead to it, or remove the tier.',
    'zh-CN': '请让某条规则通向该层级，或删除该层级。',
  },
  wrong: 'tiers gold, silver, basic;  rules lead to gold and silver;  fallback silver',
  right: 'tiers gold, silver, basic;  rules lead to gold and silver;  fallback basic',
});

export const betterIsNotWorse = proofCheck({
  id: 'better-is-not-worse',
  kind: 'nonMonotone',
  severity: 'warning',
  title: { en: 'A better value gives no worse tier', 'zh-CN': '数值越好，层级不会越低' },
  what: {
    en: 'Along every dimension that says which way is `better`, a better value never leads to a worse tier.',
    'zh-CN': '对声明了 `better` 方向的维度，数值变好不会导致层级变差。',
  },
  why: {
    en: 'Somebody who buys more and is downgraded for it will call, and nobody can explain it.',
    'zh-CN': '买得更多反而降级的客户会来投诉，而没人解释得清。',
  },
  fix: {
    en: 'Correct the rules. Where it is meant, for example for segments without an order, remove `better` from the dimension.',
    'zh-CN': '请修改规则；如果确属本意，例如层级之间没有高低，请去掉维度的 `better`。',
  },
  wrong: '1 to 5 visits: occasional;  6 to 9 visits: fallback;  10 and more: regular',
  right: '1 to 9 visits: occasional;  10 and more: regular',
});
