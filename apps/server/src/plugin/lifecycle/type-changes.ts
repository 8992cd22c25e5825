import type { UpgradePreview } from '@terrace/client';
import type { EventType, Field, LocalizedText, SubjectType } from '@terrace/model';
import { localize } from '@terrace/model';
import type { Manifest } from '@terrace/plugin-sdk';
import { isDeepStrictEqual } from 'node:util';
import type { RecordKind } from '../../catalog/record-type.entity.js';
import type { TypePlan } from '../../catalog/plan-types.js';

type TypeChange = UpgradePreview['types'][number];
type Definition = SubjectType | EventType;
type Contributes = Manifest['contributes'];

/** What an upgrade does to record types, in words. @param before - what the version in use brings; undefined where it cannot be read */
export function typeChanges(
  plans: readonly TypePlan[],
  before: Contributes | undefined,
  after: Contributes,
): TypeChange[] {
  const planned = plans.flatMap((plan): TypeChange[] => {
    const { kind, id, definition } = plan.type;
    const base = { kind, id, name: definition.name };
    if (plan.before === undefined)
      return [{ ...base, change: 'added', changes: definition.fields.map(fieldAdded) }];
    const dropped = typesOf(before, kind)
      .find((type) => type.id === id)
      ?.fields.filter((field) => !typesOf(after, kind).some((type) => type.id === id && has(type, field)));
    const changes = [...fieldChanges(plan.before.definition, plan), ...(dropped ?? []).map(fieldKept)];
    return changes.length === 0 ? [] : [{ ...base, change: 'changed', changes }];
  });
  return [...planned, ...keptTypes('subject', before, after), ...keptTypes('event', before, after)];
}

function fieldChanges(before: Definition, { type, added }: TypePlan): LocalizedText[] {
  const stored = new Map(before.fields.map((field) => [field.id, field]));
  const changed = type.definition.fields.flatMap((field) => {
    const old = stored.get(field.id);
    return old === undefined || isDeepStrictEqual(plain(old), plain(field)) ? [] : [fieldChanged(old, field)];
  });
  return [...added.map(fieldAdded), ...changed];
}

function keptTypes(kind: RecordKind, before: Contributes | undefined, after: Contributes): TypeChange[] {
  return typesOf(before, kind)
    .filter(({ id }) => !typesOf(after, kind).some((type) => type.id === id))
    .map(({ id, name }) => ({
      kind,
      id,
      name,
      change: 'kept',
      changes: [
        {
          en: 'The new version does not bring it any more; it is kept with its records.',
          'zh-CN': '新版本不再提供该类型，类型及其数据予以保留。',
        },
      ],
    }));
}

function typesOf(contributes: Contributes | undefined, kind: RecordKind): readonly Definition[] {
  return (kind === 'subject' ? contributes?.subjectTypes : contributes?.eventTypes) ?? [];
}

const has = (type: Definition, { id }: Field): boolean => type.fields.some((field) => field.id === id);
const plain = (field: Field): unknown => JSON.parse(JSON.stringify(field));

function words({ id, name }: Field): { readonly en: string; readonly zh: string } {
  return { en: `"${localize(name, 'en')}" (${id})`, zh: `“${localize(name, 'zh-CN')}”（${id}）` };
}

function fieldAdded(field: Field): LocalizedText {
  const { en, zh } = words(field);
  return { en: `The field ${en} is added.`, 'zh-CN': `新增字段${zh}。` };
}

function fieldKept(field: Field): LocalizedText {
  const { en, zh } = words(field);
  return {
    en: `The field ${en} is not brought any more; it is kept with its values.`,
    'zh-CN': `新版本不再提供字段${zh}，字段及其数据予以保留。`,
  };
}

function fieldChanged(before: Field, after: Field): LocalizedText {
  const { en, zh } = words(after);
  if (before.type !== after.type)
    return {
      en: `The field ${en} changes from ${before.type} to ${after.type}.`,
      'zh-CN': `字段${zh}的类型由 ${before.type} 改为 ${after.type}。`,
    };
  if (!before.required && after.required)
    return {
      en: `The field ${en} is required from now on: imports set records without it aside.`,
      'zh-CN': `字段${zh}变为必填，导入时将搁置缺少该字段的记录。`,
    };
  return {
    en: `The field ${en} changes its name, limits, values or column headers.`,
    'zh-CN': `字段${zh}的名称、取值范围、可选值或列名有变化。`,
  };
}
