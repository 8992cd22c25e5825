import { typeNames, type InputDeclaration } from '@terrace/expression';
import type { Field } from '../../catalog/record-type.js';
import { checkCodeUse } from '../../check/check-code-use.js';
import type { CheckContext } from '../../check/check-context.js';
import { valueFits } from '../../cell/value-fits.js';
import { checkDomain } from './check-domain.js';
import type { DimensionNode } from './dimension-node.js';
import {
  fieldFits,
  fitsDeclared,
  givesFieldValue,
  needsField,
  typeOfField,
  typeOfMeasure,
} from './measure-field.js';
import { afterChinese, beforeChinese, valueWords } from '../../explain/words.js';

type Path = readonly (string | number)[];

/** Fields as the inputs of a condition over records. */
export function declarationsOfFields(fields: readonly Field[]): Record<string, InputDeclaration> {
  return Object.fromEntries(
    fields.map((field) => [field.id, { type: typeOfField(field), nullable: !field.required }]),
  );
}

function findField(
  fields: readonly Field[],
  id: string,
  path: Path,
  node: DimensionNode,
  context: CheckContext,
): Field | null {
  const field = fields.find((each) => each.id === id);
  if (field !== undefined) return field;
  const names = fields.map((each) => each.id);
  context.report(
    'UNKNOWN_FIELD',
    path,
    `There is no field "${id}". Available: ${names.join(', ') || 'none'}.`,
    `没有字段“${id}”。可用的字段：${names.join('、') || '无'}。`,
    { nodeId: node.id, details: { field: id } },
  );
  return null;
}

function checkValueType(
  node: DimensionNode,
  expected: InputDeclaration['type'],
  path: Path,
  context: CheckContext,
): void {
  if (fitsDeclared(node.valueType, expected)) return;
  context.report(
    'WRONG_VALUE_TYPE',
    [...path, 'valueType'],
    `What this dimension computes is ${typeNames[expected].en}, but it is declared as ${typeNames[node.valueType].en}. Set the type to ${expected}.`,
    `该维度的计算结果是${typeNames[expected]['zh-CN']}，但声明为${typeNames[node.valueType]['zh-CN']}。请将类型改为${typeNames[expected]['zh-CN']}。`,
    { nodeId: node.id, details: { expected, actual: node.valueType } },
  );
}

function checkDefault(node: DimensionNode, path: Path, context: CheckContext): void {
  if (node.missing.policy !== 'default') return;
  const { value } = node.missing;
  const fits = value !== '' && valueFits(value, node.valueType);
  if (fits) return;
  context.report(
    'WRONG_DEFAULT',
    [...path, 'missing', 'value'],
    `The default ${JSON.stringify(value)} is not ${typeNames[node.valueType].en}. Give one that is, or let a missing value match nothing.`,
    `默认值${beforeChinese(afterChinese(valueWords(value, 'zh-CN')))}不是${typeNames[node.valueType]['zh-CN']}。请修改默认值，或改为“缺失时不匹配”。`,
    { nodeId: node.id, details: { value } },
  );
}

/** Checks an aggregate of events. */
function checkAggregate(node: DimensionNode, path: Path, context: CheckContext): void {
  const { source } = node;
  if (source.kind !== 'aggregate') return;
  const sourcePath = [...path, 'source'];
  const hasField = needsField(source.measure);
  if (hasField && source.field === undefined)
    context.report(
      'FIELD_NEEDED',
      [...sourcePath, 'field'],
      `"${source.measure}" needs a field to work on. Choose a field of the event.`,
      `“${source.measure}”需要指定字段，请选择一个事件字段。`,
      { nodeId: node.id, details: { measure: source.measure } },
    );
  if (!hasField && source.field !== undefined)
    context.report(
      'FIELD_WITHOUT_USE',
      [...sourcePath, 'field'],
      `"${source.measure}" does not look at a field. Remove "${source.field}".`,
      `“${source.measure}”不使用字段，请移除“${source.field}”。`,
      { nodeId: node.id, severity: 'warning', details: { measure: source.measure } },
    );
  const isOfField = givesFieldValue(source.measure);
  if (!isOfField) checkValueType(node, 'number', path, context);
  const wherePath = [...sourcePath, 'where'];
  const { types } = context;
  if (types === undefined) {
    if (source.where !== undefined) context.checkCondition(source.where, null, wherePath, node.id);
    return;
  }
  const event = types.eventTypes.find((each) => each.id === source.event);
  if (event === undefined || event.subjectType !== context.document.subjectType) {
    const known = types.eventTypes
      .filter((each) => each.subjectType === context.document.subjectType)
      .map((each) => each.id);
    context.report(
      'UNKNOWN_EVENT_TYPE',
      [...sourcePath, 'event'],
      `There is no event type "${source.event}" of "${context.document.subjectType}". Available: ${known.join(', ') || 'none'}.`,
      `“${context.document.subjectType}”没有事件类型“${source.event}”。可用的事件类型：${known.join('、') || '无'}。`,
      { nodeId: node.id, details: { event: source.event } },
    );
    return;
  }
  if (source.where !== undefined)
    context.checkCondition(source.where, declarationsOfFields(event.fields), wherePath, node.id);
  if (!hasField || source.field === undefined) return;
  const field = findField(event.fields, source.field, [...sourcePath, 'field'], node, context);
  if (field === null) return;
  if (isOfField) checkValueType(node, typeOfMeasure(source.measure, field), path, context);
  if (fieldFits(source.measure, field)) return;
  const type = typeOfField(field);
  context.report(
    'WRONG_FIELD_TYPE',
    [...sourcePath, 'field'],
    `"${source.measure}" cannot work on "${source.field}", which is ${typeNames[type].en}. Choose a field of numbers.`,
    `“${source.measure}”不能用于“${source.field}”（${typeNames[type]['zh-CN']}）。请选择数字字段。`,
    { nodeId: node.id, details: { field: source.field, type } },
  );
}

/** Checks a dimension that reads a field of the subject. */
function checkSubjectField(node: DimensionNode, path: Path, context: CheckContext): void {
  const { source } = node;
  if (source.kind === 'aggregate' || source.kind === 'code') return;
  if (source.kind === 'daysSince') checkValueType(node, 'number', path, context);
  const subject = context.types?.subjectTypes.find((each) => each.id === context.document.subjectType);
  if (subject === undefined) return;
  const field = findField(subject.fields, source.field, [...path, 'source', 'field'], node, context);
  if (field === null) return;
  const type = typeOfField(field);
  if (source.kind === 'field') checkValueType(node, type, path, context);
  else if (type !== 'date' && type !== 'instant')
    context.report(
      'WRONG_FIELD_TYPE',
      [...path, 'source', 'field'],
      `Days can only be counted from a date; "${source.field}" is ${typeNames[type].en}. Choose a date field.`,
      `只能从日期开始计算天数，“${source.field}”是${typeNames[type]['zh-CN']}。请选择日期字段。`,
      { nodeId: node.id, details: { field: source.field, type } },
    );
}

/** Checks a dimension that code of a plugin computes. */
function checkCode(node: DimensionNode, path: Path, context: CheckContext): void {
  const { source } = node;
  if (source.kind !== 'code') return;
  const sourcePath = [...path, 'source'];
  const use = { ...source, kind: 'dimension' as const, codeId: source.dimension };
  const declared = checkCodeUse(use, sourcePath, node.id, context);
  if (declared === null) return;
  const { subjectType } = context.document;
  if (declared.subjectType !== subjectType)
    context.report(
      'OTHER_SUBJECT_TYPE',
      [...sourcePath, 'dimension'],
      `"${source.dimension}" is computed for "${declared.subjectType}", and this model tiers "${subjectType}". Choose another dimension.`,
      `“${source.dimension}”针对“${declared.subjectType}”计算，而该模型的对象类型是“${subjectType}”。请选择其他维度。`,
      { nodeId: node.id, details: { expected: subjectType, actual: declared.subjectType } },
    );
  if (node.valueType !== declared.valueType) checkValueType(node, declared.valueType, path, context);
}

/** Checks a dimension by itself and, when record types are given, against them. */
export function checkDimension(node: DimensionNode, path: Path, context: CheckContext): void {
  checkDefault(node, path, context);
  checkDomain(node, path, context);
  checkAggregate(node, path, context);
  checkSubjectField(node, path, context);
  checkCode(node, path, context);
}
