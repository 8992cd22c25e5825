import type { Client } from '@terrace/client';
import type { Language } from '@terrace/model';
import type { AddedTypes } from './needed-types.js';

/** What was added, as one line; null for nothing. */
export function addedWords(
  { subjectTypes, eventTypes, fields }: AddedTypes,
  isKept: boolean,
  language: Language,
): string | null {
  const isEnglish = language === 'en';
  const types = [...subjectTypes, ...eventTypes].map(({ id, fields: { length } }) =>
    isEnglish ? `${id} (${length} ${length === 1 ? 'field' : 'fields'})` : `${id}（${length} 个字段）`,
  );
  const parts = [...types, ...fields.map(({ type, field }) => `${type}.${field.id}`)];
  if (parts.length === 0) return null;
  const list = parts.join(isEnglish ? ', ' : '、');
  if (isKept)
    return isEnglish ? `Added to the database for this model: ${list}` : `已为此模型在数据库中添加：${list}`;
  return isEnglish
    ? `Made for this command, since no plugin brings it: ${list}`
    : `插件中没有以下类型或字段，仅为本次命令创建：${list}`;
}

/** Adds types and fields through the API. */
export async function addTypes(client: Client, added: AddedTypes, signal: AbortSignal): Promise<void> {
  for (const type of added.subjectTypes) await client.call('createSubjectType', { body: type, signal });
  for (const { kind, type, field } of added.fields)
    await client.call(kind === 'subject' ? 'addSubjectField' : 'addEventField', {
      params: { id: type },
      body: field,
      signal,
    });
  for (const type of added.eventTypes) await client.call('createEventType', { body: type, signal });
}
