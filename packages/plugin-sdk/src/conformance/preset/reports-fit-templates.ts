import { declarationOfNode, type Issue } from '@terrace/model';
import type { Report } from '../../contribution/report-schema.js';
import type { Check, Found } from '../check.js';
import type { PluginUnderCheck } from '../plugin-under-check.js';

function faultsOf(report: Report, path: Issue['path'], { templates }: PluginUnderCheck): Found[] {
  return report.templates.flatMap((id): Found[] => {
    const document = templates.find(({ template }) => template.id === id)?.document;
    if (document === undefined || document === null) return [];
    const measures = report.measures.flatMap(({ id: measure, node: name }, index): Found[] => {
      if (name === undefined) return [];
      const node = document.nodes.find((each) => each.id === name);
      const type = node === undefined ? undefined : declarationOfNode(node)?.type;
      if (type === 'number') return [];
      return [
        {
          file: 'plugin.json',
          path: [...path, 'measures', index, 'node'],
          message:
            node === undefined
              ? {
                  en: `The template "${id}" has no node "${name}" for the measure "${measure}".`,
                  'zh-CN': `模板“${id}”没有指标“${measure}”所需的节点“${name}”。`,
                }
              : {
                  en: `The node "${name}" of the template "${id}" is no number, so "${measure}" cannot be computed.`,
                  'zh-CN': `模板“${id}”的节点“${name}”不是数字，无法计算指标“${measure}”。`,
                },
        },
      ];
    });
    const tiers = new Set(document.nodes.flatMap((node) => (node.kind === 'tier' ? [node.id] : [])));
    const expectations = report.expectations.flatMap(({ tier }, index): Found[] =>
      tiers.has(tier)
        ? []
        : [
            {
              file: 'plugin.json',
              path: [...path, 'expectations', index, 'tier'],
              message: {
                en: `The template "${id}" has no tier "${tier}".`,
                'zh-CN': `模板“${id}”没有层级“${tier}”。`,
              },
            },
          ],
    );
    return [...measures, ...expectations];
  });
}

export const reportsFitTemplates: Check = {
  id: 'reports-fit-templates',
  area: 'preset',
  severity: 'error',
  title: { en: 'Reports fit their templates', 'zh-CN': '报表与模板匹配' },
  what: {
    en: 'Every template of a report has the nodes that its measures read, as numbers, and the tiers of its expectations.',
    'zh-CN': '报表的每个模板都有其指标读取的数字节点，以及预期中提到的层级。',
  },
  why: {
    en: 'Otherwise the report of a run has an empty column, or an expectation nobody can meet.',
    'zh-CN': '否则报表会出现空列，或永远无法满足的预期。',
  },
  fix: {
    en: 'Correct the id, or leave the template out of the report.',
    'zh-CN': '请改正标识，或从报表中去掉该模板。',
  },
  wrong: '"measures": [{ "id": "spend", "aggregate": "sum", "node": "spent", … }]    (the node is spend)',
  right: '"measures": [{ "id": "spend", "aggregate": "sum", "node": "spend", … }]',
  run(plugin) {
    const reports = plugin.manifest?.contributes.reports ?? [];
    if (reports.length === 0) return null;
    return reports.flatMap((report, index) => faultsOf(report, ['contributes', 'reports', index], plugin));
  },
};
