import type { Client, Import, ImportTarget, Mapping, ReadOptions } from '@terrace/client';
import { setTimeout as pause } from 'node:timers/promises';

/** A file and how it is to be imported. */
export interface FileImport {
  readonly target: ImportTarget;
  readonly mapping: Mapping;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly options?: ReadOptions;
}

/** Uploads `content` and starts its import. */
export async function beginImport(client: Client, file: FileImport): Promise<Import> {
  const upload = await client.call('upload', { stream: file.content, query: { fileName: 'test.csv' } });
  const { target, mapping, options } = file;
  return client.call('startImport', {
    body: { uploadId: upload.id, target, mapping, ...(options === undefined ? {} : { options }) },
  });
}

/** Waits until an import is over. */
export async function endOf(client: Client, id: string): Promise<Import> {
  while (true) {
    const found = await client.call('getImport', { params: { id } });
    if (found.state !== 'queued' && found.state !== 'running') return found;
    await pause(50);
  }
}

/** Imports `content` and waits until that is over. */
export async function importFile(client: Client, file: FileImport): Promise<Import> {
  const { id } = await beginImport(client, file);
  return endOf(client, id);
}

/** The rows an import set aside, as `line column code`. */
export async function badRowsOf(client: Client, id: string): Promise<string[]> {
  const { items } = await client.call('listBadRows', { params: { id }, query: { pageSize: 500 } });
  return items.map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
}

/** Makes the subject type `guest` and the event type `stay`, with a field of every kind. */
export async function createTypes(client: Client): Promise<void> {
  const field = { required: false, aliases: [] as string[], sensitivity: 'none' as const };
  await client.call('createSubjectType', {
    body: {
      id: 'guest',
      name: { en: 'Client', 'zh-CN': '客户' },
      keyAliases: ['client no'],
      labelField: 'name',
      fields: [
        { ...field, id: 'name', name: { en: 'Name', 'zh-CN': '姓名' }, type: 'text' },
        { ...field, id: 'limit', name: { en: 'Limit' }, type: 'number', minimum: 0, maximum: 100 },
        { ...field, id: 'joined', name: { en: 'Joined' }, type: 'date' },
        { ...field, id: 'active', name: { en: 'Active' }, type: 'boolean' },
        { ...field, id: 'size', name: { en: 'Size' }, type: 'enumeration', values: ['small', 'Large'] },
        { ...field, id: 'seen', name: { en: 'Seen' }, type: 'instant' },
      ],
    },
  });
  await client.call('createEventType', {
    body: {
      id: 'stay',
      name: { en: 'Visit', 'zh-CN': '到访' },
      subjectType: 'guest',
      subjectAliases: ['client no'],
      timeAliases: ['date'],
      idAliases: ['visit no'],
      fields: [
        { ...field, id: 'spent', name: { en: 'Spent' }, type: 'number', required: true },
        { ...field, id: 'note', name: { en: 'Note' }, type: 'text' },
      ],
    },
  });
}
