import type { EventType, Field, Issue, SubjectType } from '@terrace/model';
import type { Manifest } from '../../manifest.js';

/** A record type of a manifest and where it stands. */
export type PlacedType = { readonly path: Issue['path'] } & (
  | { readonly kind: 'subject'; readonly type: SubjectType }
  | { readonly kind: 'event'; readonly type: EventType }
);

/** The record types that a manifest brings. */
export function recordTypesOf({ contributes }: Manifest): PlacedType[] {
  return [
    ...contributes.subjectTypes.map((type, index): PlacedType => ({
      kind: 'subject',
      type,
      path: ['contributes', 'subjectTypes', index],
    })),
    ...contributes.eventTypes.map((type, index): PlacedType => ({
      kind: 'event',
      type,
      path: ['contributes', 'eventTypes', index],
    })),
  ];
}

/** A field of a manifest and where it stands. */
export interface PlacedField {
  readonly field: Field;
  readonly path: Issue['path'];
}

/** The fields that a manifest brings: those of its types, and those it adds to others. */
export function fieldsOf(manifest: Manifest): PlacedField[] {
  return [
    ...recordTypesOf(manifest).flatMap(({ type, path }) =>
      type.fields.map((field, index) => ({ field, path: [...path, 'fields', index] })),
    ),
    ...manifest.contributes.fields.map(({ field }, index) => ({
      field,
      path: ['contributes', 'fields', index, 'field'],
    })),
  ];
}
