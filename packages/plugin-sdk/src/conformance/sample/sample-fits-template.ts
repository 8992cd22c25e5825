import type { ModelDocument } from '@terrace/model';
import type { Sample } from '../../sample-schema.js';
import type { Check, Found } from '../check.js';
import { eachSample, samplePath } from './each-sample.js';

/** What a model reads that a sample does not have. */
function notGenerated({ nodes }: ModelDocument, { subjects, events }: Sample): string[] {
  const names = nodes.flatMap((node): string[] => {
    if (node.kind !== 'dimension') return [];
    const { source } = node;
    if (source.kind === 'field' || source.kind === 'daysSince')
      return Object.hasOwn(subjects.fields, source.field) ? [] : [`${subjects.type}.${source.field}`];
    if (source.kind !== 'aggregate') return [];
    const event = events.find(({ type }) => type === source.event);
    if (event === undefined) return [source.event];
    return source.field === undefined || Object.hasOwn(event.fields, source.field)
      ? []
      : [`${source.event}.${source.field}`];
  });
  return [...new Set(names)];
}

export const sampleFitsTemplate: Check = {
  id: 'sample-fits-template',
  area: 'sample',
  severity: 'error',
  title: { en: 'Samples have what their template reads', 'zh-CN': '示例包含模板所需的数据' },
  what: {
    en: 'A sample with a `template` is of its subject type, and generates every field and event type that its dimensions read.',
    'zh-CN': '带 `template` 的示例与模板的对象类型相同，并生成其维度读取的所有字段和事件类型。',
  },
  why: {
    en: 'What is not generated is missing for everybody, and all of them land in one tier.',
    'zh-CN': '没有生成的数据对所有对象都是缺失的，结果会全部落入同一层级。',
  },
  fix: { en: 'Add a generator for the field or the events.', 'zh-CN': '请为该字段或事件添加生成规则。' },
  wrong: '"template": "by-visits",\n"events": []',
  right: '"template": "by-visits",\n"events": [{ "type": "visit", "count": 5000, … }]',
  run: eachSample(({ sample }, index, { templates }) => {
    const document = templates.find(({ template }) => template.id === sample.template)?.document;
    if (document === undefined || document === null) return [];
    if (document.subjectType !== sample.subjects.type)
      return [
        {
          file: 'plugin.json',
          path: samplePath(index, 'template'),
          message: {
            en: `The sample has subjects of type "${sample.subjects.type}", and the template "${sample.template}" tiers "${document.subjectType}".`,
            'zh-CN': `示例的对象类型为“${sample.subjects.type}”，而模板“${sample.template}”用于“${document.subjectType}”。`,
          },
        },
      ];
    return notGenerated(document, sample).map((name): Found => ({
      file: 'plugin.json',
      path: samplePath(index),
      message: {
        en: `The template "${sample.template}" reads "${name}", which the sample "${sample.id}" does not have.`,
        'zh-CN': `模板“${sample.template}”读取“${name}”，而示例“${sample.id}”没有生成。`,
      },
    }));
  }),
};
