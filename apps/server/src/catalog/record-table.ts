import type { Field } from '@terrace/model';
import { eventTable, fieldColumn, subjectTable } from '../database/identifier.js';
import type { RecordKind } from './record-type.entity.js';

/** The PostgreSQL type of a field's column. */
export const columnTypes: Readonly<Record<Field['type'], string>> = {
  number: 'numeric',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  enumeration: 'text',
};

/** The table of a type's records. */
export function recordTable(kind: RecordKind, type: string): string {
  return kind === 'subject' ? subjectTable(type) : eventTable(type);
}

/** The statement that makes the table of a type. The primary key of events serves a subject's page: it begins with the subject. */
export function createRecordTable(kind: RecordKind, type: string, fields: readonly Field[]): string {
  const columns =
    kind === 'subject'
      ? ['key text PRIMARY KEY', 'known_since timestamptz', 'updated_at timestamptz NOT NULL DEFAULT now()']
      : [
          'subject_key text NOT NULL',
          'event_id text NOT NULL',
          'occurred_at timestamptz NOT NULL',
          'PRIMARY KEY (subject_key, event_id)',
        ];
  const typed = fields.map((field) => `${fieldColumn(field.id)} ${columnTypes[field.type]}`);
  return `CREATE TABLE ${recordTable(kind, type)} (${[...columns, ...typed].join(', ')})`;
}

/** The statement that adds the columns of `fields` to the table of a type. */
export function addFieldColumns(kind: RecordKind, type: string, fields: readonly Field[]): string {
  const columns = fields.map((field) => `ADD COLUMN ${fieldColumn(field.id)} ${columnTypes[field.type]}`);
  return `ALTER TABLE ${recordTable(kind, type)} ${columns.join(', ')}`;
}

/** The statement that removes the columns of `fields` from the table of a type. */
export function dropFieldColumns(kind: RecordKind, type: string, fields: readonly string[]): string {
  const columns = fields.map((field) => `DROP COLUMN IF EXISTS ${fieldColumn(field)}`);
  return `ALTER TABLE ${recordTable(kind, type)} ${columns.join(', ')}`;
}
