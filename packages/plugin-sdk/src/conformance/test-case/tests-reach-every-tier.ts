import type { Check } from '../check.js';
import { eachDocument } from '../template/each-template.js';

export const testsReachEveryTier: Check = {
  id: 'tests-reach-every-tier',
  area: 'test',
  severity: 'error',
  title: { en: 'Every tier has a test case', 'zh-CN': '每个层级都有测试用例' },
  what: {
    en: 'For every tier of a template some case expects it.',
    'zh-CN': '模板的每个层级都有用例预期得到它。',
  },
  why: {
    en: 'Nobody would notice if a tier without a case could no longer be reached after a change.',
    'zh-CN': '没有用例的层级，如果改动之后再也得不到，也没人会发现。',
  },
  fix: { en: 'Add a case for the tier.', 'zh-CN': '请为该层级补一个用例。' },
  wrong: 'tiers regular, occasional, none;  cases for regular and none',
  right: 'tiers regular, occasional, none;  cases for all three',
  run: eachDocument((document, { template, tests }) => {
    const [first] = tests;
    if (first === undefined) return [];
    const expected = new Set(tests.flatMap(({ file }) => file.cases.map(({ tier }) => tier)));
    return document.nodes.flatMap(({ kind, id }) =>
      kind !== 'tier' || expected.has(id)
        ? []
        : [
            {
              file: first.name,
              path: ['cases'],
              message: {
                en: `No case of "${template.id}" expects the tier "${id}".`,
                'zh-CN': `模板“${template.id}”没有预期层级“${id}”的用例。`,
              },
            },
          ],
    );
  }),
};
