import type { Check, Found } from '../check.js';

/** JSON of a record with its keys in order. */
function canonical(record: object): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const testCasesDistinct: Check = {
  id: 'test-cases-distinct',
  area: 'test',
  severity: 'warning',
  title: { en: 'No test case stands twice', 'zh-CN': '测试用例不重复' },
  what: {
    en: 'Within a file no two cases have the same values.',
    'zh-CN': '同一文件中没有取值完全相同的用例。',
  },
  why: {
    en: 'A copy that was meant to be changed tests nothing, and hides that a case is missing.',
    'zh-CN': '复制后忘了修改的用例什么也没测，还会掩盖缺少的用例。',
  },
  fix: { en: 'Change its values, or remove it.', 'zh-CN': '请修改取值，或删除该用例。' },
  wrong:
    '{ "values": { "visits": 6 }, "tier": "regular" },\n{ "values": { "visits": 6 }, "tier": "regular" }',
  right:
    '{ "values": { "visits": 6 }, "tier": "regular" },\n{ "values": { "visits": 7 }, "tier": "regular" }',
  run({ parts }) {
    if (parts.testCases.length === 0) return null;
    return parts.testCases.flatMap(({ name, file }) => {
      const seen = new Map<string, number>();
      return file.cases.flatMap(({ values, previous = {} }, index): Found[] => {
        const key = `${canonical({ ...file.base, ...values })} ${canonical(previous)}`;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, index);
        if (first === undefined) return [];
        return [
          {
            file: name,
            path: ['cases', index],
            message: {
              en: `Case ${index + 1} has the values of case ${first + 1}.`,
              'zh-CN': `用例 ${index + 1} 与用例 ${first + 1} 取值相同。`,
            },
          },
        ];
      });
    });
  },
};
