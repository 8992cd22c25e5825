import type { EventType, RecordTypes, SubjectType } from '@terrace/model';
import type { OwnedType } from '../../catalog/plan-types.js';

/**
 * What plugin `id` may build on of the record types that are stored: those of others, without the fields that it added to them itself.
 * What is its own it brings along, so that a new version does not meet the old one, and needs nothing that only the old one brought.
 */
export function othersTypes(stored: readonly OwnedType[], id: string): RecordTypes {
  const subjectTypes: SubjectType[] = [];
  const eventTypes: EventType[] = [];
  for (const { owner, definition, fieldOwners } of stored) {
    if (owner === id) continue;
    const fields = definition.fields.filter((field) => fieldOwners[field.id] !== id);
    if ('subjectType' in definition) eventTypes.push({ ...definition, fields });
    else subjectTypes.push({ ...definition, fields });
  }
  return { subjectTypes, eventTypes };
}
