import type { Issue } from '@terrace/model';
import { fault, type Fault } from '../common/fault.js';
import type { RecordKind } from './record-type.entity.js';

/** What the two kinds of record types are called. */
export const kindName = {
  subject: { en: 'subject type', 'zh-CN': '对象类型' },
  event: { en: 'event type', 'zh-CN': '事件类型' },
} as const;

/** The type `id` belongs to `holder`, so that `newcomer` cannot bring it. */
export function typeTaken(kind: RecordKind, id: string, holder: string, newcomer: string): Fault {
  const { en, 'zh-CN': zh } = kindName[kind];
  return fault(
    'CONFLICT',
    'TYPE_EXISTS',
    {
      en: `The ${en} "${id}" belongs to "${holder}" already; "${newcomer}" cannot bring it too.`,
      'zh-CN': `${zh}“${id}”已属于“${holder}”，“${newcomer}”不能重复提供。`,
    },
    ['body', 'id'],
    { holder, newcomer },
  );
}

/** The field `id` of a type belongs to `holder`, so that `newcomer` cannot bring it. */
export function fieldTaken(type: string, id: string, holder: string, newcomer: string): Issue {
  return {
    code: 'FIELD_TAKEN',
    severity: 'error',
    path: [],
    message: {
      en: `The field "${type}.${id}" belongs to "${holder}" already; "${newcomer}" cannot bring it too.`,
      'zh-CN': `字段“${type}.${id}”已属于“${holder}”，“${newcomer}”不能重复提供。`,
    },
    details: { holder, newcomer },
  };
}

/** There is no type that the field `field` could be added to. */
export function typeMissing(type: string, field: string): Issue {
  return {
    code: 'TYPE_MISSING',
    severity: 'error',
    path: [],
    message: {
      en: `The field "${field}" cannot be added: there is no record type "${type}". Enable the plugin that brings it first.`,
      'zh-CN': `无法添加字段“${field}”：不存在记录类型“${type}”。请先启用提供该类型的插件。`,
    },
  };
}
