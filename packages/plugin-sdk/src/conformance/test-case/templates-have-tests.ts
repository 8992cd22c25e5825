import type { Check } from '../check.js';
import { eachTemplate } from '../template/each-template.js';

export const templatesHaveTests: Check = {
  id: 'templates-have-tests',
  area: 'test',
  severity: 'error',
  title: { en: 'Every template has test cases', 'zh-CN': '每个模板都有测试用例' },
  what: {
    en: 'For every template a file under `testCases` has cases.',
    'zh-CN': '每个模板在 `testCases` 中都有对应的用例文件。',
  },
  why: {
    en: 'Cases say in values what the rules are meant to do. An upgrade is held against them before it happens.',
    'zh-CN': '用例用具体取值说明规则的本意；升级之前会先用它们验证。',
  },
  fix: {
    en: 'Write a file such as `tests/by-visits.json` and name it under `testCases`.',
    'zh-CN': '请编写用例文件（如 `tests/by-visits.json`），并在 `testCases` 中引用。',
  },
  wrong: '"templates": [{ "id": "by-visits", … }],\n"testCases": []',
  right: '"templates": [{ "id": "by-visits", … }],\n"testCases": ["tests/by-visits.json"]',
  run: eachTemplate(({ template, tests }, index) =>
    tests.length > 0
      ? []
      : [
          {
            file: 'plugin.json',
            path: ['contributes', 'templates', index],
            message: {
              en: `There is no test case for "${template.id}".`,
              'zh-CN': `模板“${template.id}”没有测试用例。`,
            },
          },
        ],
  ),
};
