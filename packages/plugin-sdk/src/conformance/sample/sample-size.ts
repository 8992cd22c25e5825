import type { Check } from '../check.js';
import { eachSample, samplePath } from './each-sample.js';

/** Records of a sample in all: what loads and runs within some seconds on a laptop. */
const most = 100_000;
/** Subjects below which shares and quantiles mean little. */
const fewest = 100;

export const sampleSize: Check = {
  id: 'sample-size',
  area: 'sample',
  severity: 'warning',
  title: { en: 'Samples are neither tiny nor huge', 'zh-CN': '示例数据规模适中' },
  what: {
    en: `A sample has at least ${fewest} subjects, and at most ${most.toLocaleString('en')} records in all.`,
    'zh-CN': `每份示例至少有 ${fewest} 个对象，记录总数不超过 ${most.toLocaleString('en')} 条。`,
  },
  why: {
    en: 'Of 20 customers no chart says anything, and a million make everybody wait.',
    'zh-CN': '20 个客户看不出分布，一百万条记录又要等很久。',
  },
  fix: { en: 'Change `count`.', 'zh-CN': '请调整 `count`。' },
  wrong: '"subjects": { "type": "guest", "count": 20, … }',
  right: '"subjects": { "type": "guest", "count": 800, … }',
  run: eachSample(({ sample, size }, index) => {
    if (size <= most && sample.subjects.count >= fewest) return [];
    return [
      {
        file: 'plugin.json',
        path: samplePath(index, 'subjects', 'count'),
        message: {
          en: `The sample "${sample.id}" has ${sample.subjects.count} subjects and ${size} records in all.`,
          'zh-CN': `示例“${sample.id}”有 ${sample.subjects.count} 个对象，共 ${size} 条记录。`,
        },
      },
    ];
  }),
};
