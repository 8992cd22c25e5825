import type { LoadedPlugin } from '../../reader/read-plugin.js';
import { runTestCases } from '../../test-case/run-test-cases.js';
import type { Check, Found } from '../check.js';

const shown = (value: unknown): string => (value === null ? '-' : String(value));

export const testCasesPass: Check = {
  id: 'test-cases-pass',
  area: 'test',
  severity: 'error',
  title: { en: 'Test cases pass', 'zh-CN': '测试用例通过' },
  what: {
    en: 'Every case gives the tier, and the values of nodes, that it says.',
    'zh-CN': '每个用例得到的层级和节点取值都与预期一致。',
  },
  why: {
    en: 'A case that fails is a rule that does not do what somebody wrote down it should.',
    'zh-CN': '用例不通过，说明规则与写下来的预期不符。',
  },
  fix: {
    en: 'Find out which of the two is right, the rule or the case, and correct the other.',
    'zh-CN': '请先确认规则和用例哪一个是对的，再修改另一个。',
  },
  wrong: '{ "note": "6 visits are often", "values": { "visits": 6 }, "tier": "occasional" }',
  right: '{ "note": "6 visits are often", "values": { "visits": 6 }, "tier": "regular" }',
  run({ manifest, folder, parts }) {
    if (manifest === null || parts.testCases.length === 0) return null;
    return parts.testCases.flatMap(({ name, file }): Found[] => {
      const plugin: LoadedPlugin = { ...parts, manifest, folder, testCases: [file] };
      return runTestCases(plugin).results.flatMap(({ index, note, mismatches }): Found[] => {
        if (mismatches.length === 0) return [];
        const label = note === null ? `${index + 1}` : `${index + 1}, “${note}”`;
        const said = (is: string, separator: string): string =>
          mismatches
            .map(({ what, expected, actual }) => `${what} ${shown(expected)}${is}${shown(actual)}`)
            .join(separator);
        return [
          {
            file: name,
            path: ['cases', index],
            message: {
              en: `Case ${label}: expected ${said(', got ', '; ')}.`,
              'zh-CN': `用例 ${label}：预期 ${said('，实际为 ', '；')}。`,
            },
          },
        ];
      });
    });
  },
};
