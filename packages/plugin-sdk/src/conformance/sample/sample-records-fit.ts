import type { Field } from '@terrace/model';
import type { SampleRecord } from '../../sample/sample-record.js';
import type { Check, Found, Words } from '../check.js';
import { eachSample, samplePath } from './each-sample.js';

const decimal = /^-?\d+(\.\d+)?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What an import would say of a value; null when it takes it. */
function faultOf(
  { id, type, required, minimum, maximum, values }: Field,
  value: string | null,
): Words | null {
  if (value === null || value === '')
    return required ? { en: `"${id}" is required and missing`, 'zh-CN': `必填字段“${id}”缺失` } : null;
  const wrong = (en: string, zh: string): Words => ({
    en: `"${id}" is ${en}, and the value is ${value}`,
    'zh-CN': `“${id}”应为${zh}，而取值为 ${value}`,
  });
  switch (type) {
    case 'number': {
      if (!decimal.test(value)) return wrong('a number', '数字');
      if (minimum !== undefined && Number(value) < minimum)
        return wrong(`at least ${minimum}`, `不小于 ${minimum} 的数`);
      return maximum !== undefined && Number(value) > maximum
        ? wrong(`at most ${maximum}`, `不大于 ${maximum} 的数`)
        : null;
    }
    case 'boolean':
      return value === 'true' || value === 'false' ? null : wrong('true or false', ' true 或 false');
    case 'date':
      return day.test(value) ? null : wrong('a date', '日期');
    case 'instant':
      return Number.isNaN(Date.parse(value)) ? wrong('an instant', '时刻') : null;
    case 'enumeration':
      return (values ?? []).includes(value) ? null : wrong('one of its values', '可选值之一');
    case 'text':
      return value.length > 10_000 ? wrong('too long', '较短的文本') : null;
  }
}

export const sampleRecordsFit: Check = {
  id: 'sample-records-fit',
  area: 'sample',
  severity: 'error',
  title: { en: 'Sample records satisfy the rules of their fields', 'zh-CN': '示例记录符合字段规则' },
  what: {
    en: 'Every generated record has its required fields, and values of the right type, between minimum and maximum, out of the values of enumerations.',
    'zh-CN': '生成的每条记录必填字段齐全，取值类型正确、在最小值与最大值之间，枚举值在可选值之内。',
  },
  why: {
    en: 'Records that break the rules are set aside when the sample is loaded, and the tiers are not those that were meant.',
    'zh-CN': '不符合规则的记录在加载示例时会被搁置，分层结果也就不是预想的样子。',
  },
  fix: { en: 'Correct the generator or the field.', 'zh-CN': '请修改生成规则或字段定义。' },
  wrong:
    'field   { "id": "nights", "minimum": 1, … }\nsample  "nights": { "kind": "uniform", "minimum": 0, "maximum": 9, "decimals": 0 }',
  right:
    'field   { "id": "nights", "minimum": 1, … }\nsample  "nights": { "kind": "uniform", "minimum": 1, "maximum": 9, "decimals": 0 }',
  run: eachSample(({ sample, records }, index, { parts: { types } }) => {
    if (records === null || records instanceof Error) return [];
    const fields = new Map(
      [...types.subjectTypes, ...types.eventTypes].map((type) => [type.id, type.fields]),
    );
    const first = new Map<string, { record: SampleRecord; message: Words; count: number }>();
    for (const record of records)
      for (const field of fields.get(record.type) ?? []) {
        const message = faultOf(field, record.values[field.id] ?? null);
        if (message === null) continue;
        const key = `${record.type}.${field.id}`;
        const known = first.get(key);
        if (known === undefined) first.set(key, { record, message, count: 1 });
        else known.count += 1;
      }
    return [...first.values()].map(({ record, message, count }): Found => {
      const at = sample.events.findIndex(({ type }) => type === record.type);
      return {
        file: 'plugin.json',
        path: record.kind === 'subject' ? samplePath(index, 'subjects') : samplePath(index, 'events', at),
        message: {
          en: `${count} records of type "${record.type}" do not fit: ${message.en}.`,
          'zh-CN': `${count} 条“${record.type}”记录不符合要求：${message['zh-CN']}。`,
        },
      };
    });
  }),
};
