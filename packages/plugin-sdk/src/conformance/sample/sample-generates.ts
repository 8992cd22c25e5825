import type { Check } from '../check.js';
import { eachSample, samplePath } from './each-sample.js';

export const sampleGenerates: Check = {
  id: 'sample-generates',
  area: 'sample',
  severity: 'error',
  title: { en: 'Samples generate their records', 'zh-CN': '示例数据可以生成' },
  what: {
    en: 'Generating every sample ends without a fault and gives as many subjects and events as it asks for.',
    'zh-CN': '每份示例都能正常生成，对象和事件的数量与设置一致。',
  },
  why: {
    en: 'The button that loads a sample must not fail in front of a customer.',
    'zh-CN': '“加载示例”不应在客户面前失败。',
  },
  fix: {
    en: 'Correct the generator the message speaks of. With `"withoutEvents": 1` nobody is left to have events.',
    'zh-CN': '请修改提示中的生成规则；`"withoutEvents": 1` 时没有对象会有事件。',
  },
  wrong: '"events": [{ "type": "visit", "count": 5000, "withoutEvents": 1, … }]',
  right: '"events": [{ "type": "visit", "count": 5000, "withoutEvents": 0.1, … }]',
  run: eachSample(({ sample, records }, index) => {
    if (records === null) return [];
    if (records instanceof Error)
      return [
        {
          file: 'plugin.json',
          path: samplePath(index),
          message: {
            en: `The sample "${sample.id}" cannot be generated: ${records.message}`,
            'zh-CN': `示例“${sample.id}”无法生成：${records.message}`,
          },
        },
      ];
    return sample.events.flatMap(({ type, count }, at) => {
      const made = records.filter((record) => record.kind === 'event' && record.type === type).length;
      if (made === count) return [];
      return [
        {
          file: 'plugin.json',
          path: samplePath(index, 'events', at),
          message: {
            en: `The sample "${sample.id}" is to have ${count} events of type "${type}" and has ${made}.`,
            'zh-CN': `示例“${sample.id}”应有 ${count} 条“${type}”事件，实际生成 ${made} 条。`,
          },
        },
      ];
    });
  }),
};
