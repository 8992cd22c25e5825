import type { ModelDocument, Threshold, ThresholdSide } from '@terrace/model';
import type { Check, Found } from '../check.js';
import type { TemplateUnderCheck } from '../template-under-check.js';
import { eachDocument } from '../template/each-template.js';
import { untestedThresholds } from './tested-sides.js';

const sideWords = {
  below: { en: 'below it', 'zh-CN': '低于' },
  on: { en: 'exactly on it', 'zh-CN': '恰好等于' },
  above: { en: 'above it', 'zh-CN': '高于' },
} as const;

function found(
  document: ModelDocument,
  each: TemplateUnderCheck,
  { words, nodeId }: Threshold,
  missing: readonly ThresholdSide[],
): Found {
  const at = document.nodes.findIndex(({ id }) => id === nodeId);
  const sides = (language: 'en' | 'zh-CN', separator: string): string =>
    missing.map((side) => sideWords[side][language]).join(separator);
  return {
    file: each.template.file,
    path: each.filePath(document, ['nodes', at]),
    message: {
      en: `${words.en} (in "${nodeId}"): no test case lies ${sides('en', ', ')}.`,
      'zh-CN': `${words['zh-CN']}（节点“${nodeId}”）：缺少${sides('zh-CN', '、')}该值的用例。`,
    },
  };
}

/** Thresholds of templates with test cases; those without any are the matter of another check. */
function untested(isWanted: (threshold: Threshold) => boolean): Check['run'] {
  return eachDocument((document, each) => {
    if (each.tests.length === 0) return [];
    return untestedThresholds(document, each)
      .filter(({ threshold }) => isWanted(threshold))
      .map(({ threshold, missing }) => found(document, each, threshold, missing));
  });
}

export const thresholdsTested: Check = {
  id: 'thresholds-tested',
  area: 'test',
  severity: 'error',
  title: {
    en: 'Every threshold has cases on both sides and on the edge',
    'zh-CN': '每个阈值的两侧和边界都有用例',
  },
  what: {
    en: 'For every fixed value that a dimension is compared with (cut points, ends of cells, constants of conditions) some case lies below it, one exactly on it and one above it, as far as the dimension can have such values. Calibrated cut points do not count.',
    'zh-CN':
      '维度与之比较的每个固定值（分界点、单元格边界、条件中的常数），都有低于、恰好等于和高于它的用例（维度不可能取到的一侧除外）。校准得到的分界点不计入。',
  },
  why: {
    en: 'The most frequent fault of rules is > in the place of >=, and only the value on the edge tells them apart.',
    'zh-CN': '规则最常见的错误是把 >= 写成 >，只有边界值能区分两者。',
  },
  fix: {
    en: 'Add a case with the value itself, and one with the next value on each side.',
    'zh-CN': '请补上取边界值的用例，以及两侧相邻取值的用例。',
  },
  wrong: 'visits >= 6;  cases with 2 and 20 visits',
  right: 'visits >= 6;  cases with 5, 6 and 7 visits',
  run: untested(({ dimension }) => dimension !== null),
};

export const computedThresholdsTested: Check = {
  id: 'computed-thresholds-tested',
  area: 'test',
  severity: 'warning',
  title: { en: 'Thresholds of calculated values have cases around them', 'zh-CN': '计算值的阈值两侧有用例' },
  what: {
    en: 'As `thresholds-tested`, for what is calculated: totals of scorecards, formulas, time decay.',
    'zh-CN': '与 `thresholds-tested` 相同，针对计算得到的值：评分卡总分、公式、时间衰减。',
  },
  why: {
    en: 'A total may leap over its threshold, so that no subject lies exactly on it; where one can, it should be tried.',
    'zh-CN': '总分可能越过阈值而不会恰好等于它；只要能等于，就应当测试。',
  },
  fix: {
    en: 'Look for values whose total lies on the threshold or next to it, and add them with `expect`.',
    'zh-CN': '请找出总分恰好等于阈值或与之相邻的取值，连同 `expect` 一起加入用例。',
  },
  wrong: 'score >= 60;  cases with totals 20 and 95',
  right: 'score >= 60;  cases with totals 59, 60 and 61',
  run: untested(({ dimension }) => dimension === null),
};
