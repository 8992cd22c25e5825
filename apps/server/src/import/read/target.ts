import type { EventType, Field, SubjectType } from '@terrace/model';
import { fieldColumn, quoteIdentifier } from '../../database/identifier.js';
import { columnTypes } from '../../catalog/record-table.js';

/** The record type that is filled. */
export type RecordDefinition =
  | { readonly kind: 'subject'; readonly type: SubjectType }
  | { readonly kind: 'event'; readonly type: EventType };

/** Something a column of a file can fill. */
export type Target =
  | { readonly id: 'key' | 'subject' | 'id'; readonly kind: 'key'; readonly isRequired: boolean }
  | { readonly id: 'time'; readonly kind: 'time'; readonly isRequired: true }
  | { readonly id: string; readonly kind: 'field'; readonly field: Field; readonly isRequired: boolean };

/** Everything a file can fill in records of a type: the keys first, then the fields. */
export function targetsOf({ kind, type }: RecordDefinition): Target[] {
  const fields = type.fields.map((field): Target => ({
    id: field.id,
    kind: 'field',
    field,
    isRequired: field.required,
  }));
  if (kind === 'subject') return [{ id: 'key', kind: 'key', isRequired: true }, ...fields];
  return [
    { id: 'subject', kind: 'key', isRequired: true },
    { id: 'time', kind: 'time', isRequired: true },
    { id: 'id', kind: 'key', isRequired: false },
    ...fields,
  ];
}

const keyColumns: Readonly<Record<string, string>> = {
  key: 'key',
  subject: 'subject_key',
  time: 'occurred_at',
  id: 'event_id',
};

/** The column of a target, quoted, in the table of its type. */
export function columnOf(target: Target): string {
  return target.kind === 'field' ? fieldColumn(target.id) : quoteIdentifier(keyColumns[target.id] ?? '');
}

/** The PostgreSQL type of a target's column. */
export function columnTypeOf(target: Target): string {
  if (target.kind === 'field') return columnTypes[target.field.type];
  return target.kind === 'time' ? 'timestamptz' : 'text';
}
