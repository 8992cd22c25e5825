import { proofCheck } from './proof-check.js';

export const rulesWithoutOverlaps = proofCheck({
  id: 'rules-without-overlaps',
  kind: 'overlap',
  severity: 'error',
  title: { en: 'Rules of different tiers do not overlap', 'zh-CN': '不同层级的规则不重叠' },
  what: {
    en: 'No subject satisfies rules of two tiers, unless the order of precedence or of the rows says which counts.',
    'zh-CN': '没有对象同时符合两个层级的规则，除非优先顺序或行的先后已经说明以哪个为准。',
  },
  why: {
    en: 'Which of the two tiers is given would be decided by something nobody looked at.',
    'zh-CN': '否则得到哪个层级，取决于没人留意的细节。',
  },
  fix: {
    en: 'Exclude the shared values from one rule, or declare `priority` in the document.',
    'zh-CN': '请从其中一条规则排除重叠的取值，或在模型中声明 `priority`。',
  },
  wrong: 'visits >= 5: regular;  no visit for 90 days: lost',
  right: 'visits >= 5 and a visit within 90 days: regular;  no visit for 90 days: lost',
});

export const rulesWithoutSharedEdges = proofCheck({
  id: 'rules-without-shared-edges',
  kind: 'sharedEdge',
  severity: 'error',
  title: { en: 'No edge belongs to two rules', 'zh-CN': '边界不同时属于两条规则' },
  what: {
    en: 'Where rules of two tiers meet, the value at which they meet belongs to one of them alone.',
    'zh-CN': '两个层级的规则相接处，边界值只归属其中一条。',
  },
  why: {
    en: '`<= 1000` and `>= 1000` both take 1,000, and customers like round numbers.',
    'zh-CN': '`<= 1000` 和 `>= 1000` 都包含 1,000，而整数恰恰最常见。',
  },
  fix: { en: 'Make one of the two ends exclusive.', 'zh-CN': '请让其中一端不包含边界值。' },
  wrong: 'amount >= 1000: gold;  amount <= 1000: silver',
  right: 'amount >= 1000: gold;  amount < 1000: silver',
});
