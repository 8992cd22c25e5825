import type { EventType, Field, Issue, SubjectType } from '@terrace/model';

type Definition = SubjectType | EventType;

/** A stored definition brought up to a newer one of the same owner. */
export interface MergedDefinition {
  readonly merged: Definition;
  /** Fields that need a column. */
  readonly added: readonly Field[];
  readonly issues: readonly Issue[];
}

/**
 * Takes over `newer`, but keeps every stored field that it does not have: records may use it, or a person added it. A
 * field cannot change its type, and an event type cannot change its subject type, because records are stored by them.
 */
export function mergeDefinition(stored: Definition, newer: Definition): MergedDefinition {
  const issues: Issue[] = [];
  const storedFields = new Map(stored.fields.map((field) => [field.id, field]));
  for (const field of newer.fields) {
    const before = storedFields.get(field.id);
    if (before !== undefined && before.type !== field.type) {
      issues.push(
        conflict(
          'FIELD_TYPE_CHANGED',
          `The field "${newer.id}.${field.id}" is stored as ${before.type} and cannot become ${field.type}; give the new field another id.`,
          `字段“${newer.id}.${field.id}”已按 ${before.type} 类型存储，不能改为 ${field.type}；请为新字段换一个标识。`,
        ),
      );
    }
  }
  if ('subjectType' in stored && 'subjectType' in newer && stored.subjectType !== newer.subjectType) {
    issues.push(
      conflict(
        'SUBJECT_TYPE_CHANGED',
        `The events "${newer.id}" belong to "${stored.subjectType}" and cannot be moved to "${newer.subjectType}".`,
        `事件“${newer.id}”属于“${stored.subjectType}”，不能改为“${newer.subjectType}”。`,
      ),
    );
  }
  const newerIds = new Set(newer.fields.map(({ id }) => id));
  const kept = stored.fields.filter(({ id }) => !newerIds.has(id));
  return {
    merged: { ...newer, fields: [...newer.fields, ...kept] },
    added: newer.fields.filter(({ id }) => !storedFields.has(id)),
    issues,
  };
}

function conflict(code: string, en: string, zh: string): Issue {
  return { code, severity: 'error', path: [], message: { en, 'zh-CN': zh } };
}
