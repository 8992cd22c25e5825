import type { Issue, ModelDocument } from '@terrace/model';
import type { ReadTestCaseFile } from '../../reader/read-test-cases.js';
import type { Check, Found } from '../check.js';
import { readerFindings } from '../reader-issues.js';
import type { TemplateUnderCheck } from '../template-under-check.js';

function unknown(file: string, path: Issue['path'], id: string, en: string, zh: string): Found {
  return {
    file,
    path,
    message: { en: `The template has no ${en} "${id}".`, 'zh-CN': `模板中没有${zh}“${id}”。` },
  };
}

/** Names in a file of cases that its model does not have. */
function unknownNames(document: ModelDocument, { name, file }: ReadTestCaseFile): Found[] {
  const idsOf = (test: (kind: ModelDocument['nodes'][number]['kind']) => boolean): Set<string> =>
    new Set(document.nodes.flatMap(({ id, kind }) => (test(kind) ? [id] : [])));
  const dimensions = idsOf((kind) => kind === 'dimension');
  const tiers = idsOf((kind) => kind === 'tier');
  const values = idsOf((kind) => kind !== 'tier' && kind !== 'action');
  const missing = (given: object, known: Set<string>, path: Issue['path'], en: string, zh: string): Found[] =>
    Object.keys(given).flatMap((id) => (known.has(id) ? [] : [unknown(name, [...path, id], id, en, zh)]));
  return [
    ...missing(file.base, dimensions, ['base'], 'dimension', '维度'),
    ...file.cases.flatMap((each, index) => [
      ...missing(each.values, dimensions, ['cases', index, 'values'], 'dimension', '维度'),
      ...missing(each.expect ?? {}, values, ['cases', index, 'expect'], 'node', '节点'),
      ...missing({ [each.tier]: 0 }, tiers, ['cases', index, 'tier'], 'tier', '层级').map((found) => ({
        ...found,
        path: ['cases', index, 'tier'],
      })),
    ]),
  ];
}

function faultsOf(template: TemplateUnderCheck, test: ReadTestCaseFile): Found[] {
  const { document, issues } = template.instantiate(test.file.parameters);
  const faults = issues.filter(({ severity }) => severity === 'error');
  if (document !== null && faults.length === 0) return unknownNames(document, test);
  // Without defaults the template itself is at fault, which another check says.
  if (template.document === null) return [];
  return faults.map(({ message }) => ({
    file: test.name,
    path: ['parameters'],
    message: { en: message.en ?? '', 'zh-CN': message['zh-CN'] ?? '' },
  }));
}

export const testCasesValid: Check = {
  id: 'test-cases-valid',
  area: 'test',
  severity: 'error',
  isRequired: true,
  title: { en: 'Test cases name what their template has', 'zh-CN': '测试用例引用的内容存在' },
  what: {
    en: 'Files of test cases have the right shape; their dimensions, nodes, tiers and parameters are those of their template.',
    'zh-CN': '用例文件结构正确，其中的维度、节点、层级和参数都属于对应模板。',
  },
  why: {
    en: 'A value for a dimension that does not exist is simply not looked at, and the case tests something else than it says.',
    'zh-CN': '不存在的维度上的取值会被忽略，用例测的就不是它所写的内容。',
  },
  fix: { en: 'Correct the id.', 'zh-CN': '请改正标识。' },
  wrong: '{ "values": { "vists": 12 }, "tier": "regular" }',
  right: '{ "values": { "visits": 12 }, "tier": "regular" }',
  run(plugin) {
    const found = readerFindings(plugin, 'test-cases-valid');
    const files = plugin.templates.flatMap((template) =>
      template.tests.flatMap((test) => faultsOf(template, test)),
    );
    return plugin.parts.testCases.length === 0 && found.length === 0 ? null : [...found, ...files];
  },
};
