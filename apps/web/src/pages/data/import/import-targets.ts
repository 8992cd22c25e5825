import type { EventTypeEntry, ImportTarget, SubjectTypeEntry } from '@terrace/client';
import { localize, type Language } from '@terrace/model';

/** Something a column of a file can fill. */
export interface TargetField {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
}

export const targetKey = ({ kind, type }: ImportTarget): string => `${kind}:${type}`;

export function targetOf(key: string | undefined): ImportTarget | undefined {
  const match = /^(subject|event):([a-z][a-z0-9_]{0,40})$/.exec(key ?? '');
  return match === null ? undefined : { kind: match[1] as ImportTarget['kind'], type: match[2] as string };
}

/** The fields of a target, those every row needs first. */
export function fieldsOf(
  target: ImportTarget,
  subjectTypes: readonly SubjectTypeEntry[],
  eventTypes: readonly EventTypeEntry[],
  language: Language,
  words: { readonly key: string; readonly subject: string; readonly time: string; readonly id: string },
): readonly TargetField[] {
  const types = target.kind === 'subject' ? subjectTypes : eventTypes;
  const own = (types.find(({ id }) => id === target.type)?.fields ?? []).map((field) => ({
    id: field.id,
    label: localize(field.name, language),
    isRequired: field.required,
  }));
  if (target.kind === 'subject') return [{ id: 'key', label: words.key, isRequired: true }, ...own];
  return [
    { id: 'subject', label: words.subject, isRequired: true },
    { id: 'time', label: words.time, isRequired: true },
    { id: 'id', label: words.id, isRequired: false },
    ...own,
  ];
}
