import type { Field, RecordTypes } from '@terrace/model';
import type { Manifest } from '../manifest.js';

function withAdded<Type extends { readonly id: string; readonly fields: Field[] }>(
  types: readonly Type[],
  added: Manifest['contributes']['fields'],
): Type[] {
  return types.map((type) => {
    const own = new Set(type.fields.map(({ id }) => id));
    const more = added.filter((each) => each.type === type.id && !own.has(each.field.id));
    return more.length === 0
      ? type
      : { ...type, fields: [...type.fields, ...more.map(({ field }) => field)] };
  });
}

/** The record types that a plugin's models can use: its own and those of `others`, with the fields it adds. @since 0.1.0 */
export function knownTypes(
  { subjectTypes, eventTypes, fields }: Manifest['contributes'],
  others: RecordTypes,
): RecordTypes {
  const notOwn = <Type extends { readonly id: string }>(own: readonly Type[], all: readonly Type[]): Type[] =>
    all.filter(({ id }) => !own.some((type) => type.id === id));
  return {
    subjectTypes: withAdded([...subjectTypes, ...notOwn(subjectTypes, others.subjectTypes)], fields),
    eventTypes: withAdded([...eventTypes, ...notOwn(eventTypes, others.eventTypes)], fields),
  };
}
