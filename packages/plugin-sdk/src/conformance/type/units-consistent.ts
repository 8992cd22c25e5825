import type { Field, ModelNode, RecordTypes } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { nodesOf } from '../nodes-of.js';

type Dimension = Extract<ModelNode, { kind: 'dimension' }>;

/** Measures whose values are those of the field they look at. */
const measuresOfField: ReadonlySet<string> = new Set(['sum', 'average', 'minimum', 'maximum', 'latest']);
const unitsOfAmounts: ReadonlySet<string> = new Set([
  'currency',
  'percent',
  'day',
  'month',
  'year',
  'hour',
  'minute',
]);

function fieldOf({ source }: Dimension, subjectType: string | null, types: RecordTypes): Field | undefined {
  if (source.kind === 'aggregate') {
    const event = types.eventTypes.find(({ id }) => id === source.event);
    return event?.fields.find(({ id }) => id === source.field);
  }
  if (source.kind !== 'field') return undefined;
  const subject = types.subjectTypes.find(({ id }) => id === subjectType);
  return subject?.fields.find(({ id }) => id === source.field);
}

/** The units that the values of a dimension can have, `undefined` for none; null where any will do. */
function expectedUnit(
  dimension: Dimension,
  subjectType: string | null,
  types: RecordTypes,
): { readonly unit: string | undefined } | null {
  const { source, valueType } = dimension;
  if (valueType !== 'number' && valueType !== 'duration') return null;
  if (source.kind === 'daysSince') return { unit: 'day' };
  if (source.kind === 'aggregate') {
    if (source.measure === 'daysSinceLast' || source.measure === 'daysSinceFirst') return { unit: 'day' };
    if (!measuresOfField.has(source.measure))
      return unitsOfAmounts.has(dimension.unit ?? '') ? { unit: 'time' } : null;
  }
  const field = fieldOf(dimension, subjectType, types);
  return field === undefined || field.type !== 'number' ? null : { unit: field.unit };
}

export const unitsConsistent: Check = {
  id: 'units-consistent',
  area: 'type',
  severity: 'error',
  title: { en: 'Dimensions have the units of what they measure', 'zh-CN': '维度单位与来源一致' },
  what: {
    en: 'A dimension over a field has the unit of the field, days have `day`, and a count has the unit of no amount.',
    'zh-CN': '基于字段的维度与字段单位相同，天数的单位为 `day`，计数不使用金额、时长等单位。',
  },
  why: {
    en: 'With the wrong unit a threshold of 5 orders reads as 5 yuan, in every sentence and explanation.',
    'zh-CN': '单位错了，“5 次订单”的阈值在所有语句和解释里都会读成“5 元”。',
  },
  fix: { en: 'Set the unit that the message names.', 'zh-CN': '请改为提示中的单位。' },
  wrong:
    'field      { "id": "amount", "unit": "currency" }\ndimension  { "id": "spend", "unit": "time", "source": { "measure": "sum", "field": "amount", … } }',
  right:
    'field      { "id": "amount", "unit": "currency" }\ndimension  { "id": "spend", "unit": "currency", "source": { "measure": "sum", "field": "amount", … } }',
  run(plugin) {
    const dimensions = nodesOf(plugin).filter(({ node }) => node.kind === 'dimension');
    if (dimensions.length === 0) return null;
    return dimensions.flatMap(({ file, path, node, subjectType }): Found[] => {
      if (node.kind !== 'dimension') return [];
      const expected = expectedUnit(node, subjectType, plugin.parts.types);
      if (expected === null || expected.unit === node.unit) return [];
      const [should, is] = [expected.unit ?? '-', node.unit ?? '-'];
      return [
        {
          file,
          path: [...path, 'unit'],
          message: {
            en: `The unit of "${node.id}" is ${is}, and what it measures has ${should}.`,
            'zh-CN': `“${node.id}”的单位为 ${is}，而所度量内容的单位为 ${should}。`,
          },
        },
      ];
    });
  },
};
