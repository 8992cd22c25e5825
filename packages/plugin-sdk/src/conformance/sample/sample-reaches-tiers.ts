import type { Check } from '../check.js';
import { eachSample, samplePath } from './each-sample.js';
import { sampleTiers } from './sample-tiers.js';

export const sampleReachesTiers: Check = {
  id: 'sample-reaches-tiers',
  area: 'sample',
  severity: 'error',
  title: { en: 'Samples show the tiers of their template', 'zh-CN': '示例能体现模板的层级' },
  what: {
    en: 'With the records of a sample, at least half of the tiers of its template have subjects. Models with values that code computes are left out.',
    'zh-CN': '用示例数据计算，模板中至少一半的层级有对象。含有代码计算值的模型不检查。',
  },
  why: {
    en: 'A chart of one bar shows nobody what the model is for.',
    'zh-CN': '只有一根柱子的图表，说明不了模型有什么用。',
  },
  fix: {
    en: 'Change the generators until the values spread over the thresholds, or the defaults of the template.',
    'zh-CN': '请调整生成规则，让取值分布在各阈值两侧，或调整模板的默认参数。',
  },
  wrong: 'a threshold of 100,000 and amounts of about 50 per visit',
  right: 'a threshold of 500 and amounts of about 50 per visit',
  run: eachSample(({ sample, records }, index, { templates, parts: { types } }) => {
    const template = templates.find((each) => each.template.id === sample.template);
    const document = template?.document ?? null;
    if (document === null || document.subjectType !== sample.subjects.type) return [];
    if (records === null || records instanceof Error) return [];
    const counts = sampleTiers(document, records, types, sample.asOf);
    if (counts === null) return [];
    const tiers = document.nodes.flatMap(({ kind, id }) => (kind === 'tier' ? [id] : []));
    const empty = tiers.filter((id) => !counts.has(id));
    if (empty.length * 2 <= tiers.length) return [];
    return [
      {
        file: 'plugin.json',
        path: samplePath(index),
        message: {
          en: `With the sample "${sample.id}", ${tiers.length - empty.length} of ${tiers.length} tiers of "${sample.template}" have subjects; empty: ${empty.join(', ')}.`,
          'zh-CN': `使用示例“${sample.id}”，模板“${sample.template}”的 ${tiers.length} 个层级中只有 ${tiers.length - empty.length} 个有对象；为空的层级：${empty.join('、')}。`,
        },
      },
    ];
  }),
};
