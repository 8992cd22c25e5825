import type { Client, Import, ImportTarget, Mapping } from '@terrace/client';
import { localize, type Language, type ModelDocument, type RecordTypes } from '@terrace/model';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { namesTemplate } from '../model/read-model.js';
import { aboutFile } from '../failure-text.js';
import type { Progress } from '../output/progress.js';
import { joinSentences, UsageError } from '../usage-error.js';
import { namedFieldsOf, type AddedTypes } from './needed-types.js';
import type { Needs } from './needs.js';
import { poll } from './poll.js';
import { resolveMappings, unfilledFields, type GuessedFile } from './resolve-mapping.js';
import { sharpenGuess } from './sharpen-guess.js';
import type { DataFile, TierOptions } from './tier-options.js';

/** A file and the import that read it. */
export interface ImportedFile {
  readonly file: DataFile;
  readonly result: Import;
}

/** What importing works with. */
export interface ImportContext {
  readonly client: Client;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly document: ModelDocument;
  readonly types: RecordTypes;
  /** What of them was made for the model. */
  readonly added: AddedTypes;
  readonly needs: Needs;
}

interface StoredFile extends GuessedFile {
  readonly uploadId: string;
}

function targetOf({ kind, type }: DataFile): ImportTarget {
  return { kind, type };
}

async function store(client: Client, file: DataFile, signal: AbortSignal): Promise<StoredFile> {
  const stream = Readable.toWeb(createReadStream(file.path)) as NonNullable<RequestInit['body']>;
  const query = { fileName: basename(file.path).slice(0, 300) };
  const { id, headers } = await client.call('upload', { query, stream, signal });
  const guess = await client.call('guessMapping', { params: { id }, body: targetOf(file), signal });
  return { file, uploadId: id, headers, guess };
}

async function run(
  { client, progress, signal }: ImportContext,
  { file, uploadId }: StoredFile,
  mapping: Mapping,
  language: Language,
): Promise<Import> {
  const columns = Object.entries(mapping).map(([target, column]) => `${file.type}.${target} = ${column}`);
  progress.note(`${file.path}: ${columns.join(', ')}`);
  progress.step(language === 'en' ? `Importing ${file.path}` : `正在导入 ${file.path}`);
  const started = await client.call('startImport', {
    body: { uploadId, target: targetOf(file), mapping },
    signal,
  });
  const result = await poll(
    () => client.call('getImport', { params: { id: started.id }, signal }),
    ({ state, progress: fraction }) => {
      progress.update(fraction);
      return state !== 'queued' && state !== 'running';
    },
    signal,
  );
  if (result.state === 'done') return result;
  const reason = result.error?.message ?? { en: result.state, 'zh-CN': result.state };
  throw new UsageError(
    `${file.path} could not be imported: ${joinSentences(localize(reason, 'en'))}`,
    `无法导入 ${file.path}：${joinSentences(localize(reason, 'zh-CN'))}`,
  );
}

/**
 * Sends the files to the server, settles every file's mapping before the first import, then imports subjects before events.
 * @throws UsageError when a file is empty or a mapping stays open
 */
export async function importFiles(context: ImportContext, options: TierOptions): Promise<ImportedFile[]> {
  const { client, document, types, added, needs, signal } = context;
  const files = options.files.toSorted((a, b) => Number(a.kind === 'event') - Number(b.kind === 'event'));
  const stored: StoredFile[] = [];
  for (const file of files) stored.push(await aboutFile(file.path, store(client, file, signal)));
  // A template's headers are those that its plugin knows.
  const guessed = namesTemplate(options.model)
    ? stored
    : stored.map((entry) => sharpenGuess(entry, namedFieldsOf(document, added, entry.file)));
  const mappings = resolveMappings(guessed, options.maps, types, needs, options.database !== undefined);
  const unfilled = unfilledFields(guessed, mappings, needs);
  if (unfilled.length > 0)
    context.progress.note(
      options.language === 'en'
        ? `No column fills ${unfilled.join(', ')}; the model goes on as for missing values`
        : `没有列对应 ${unfilled.join('、')}，按缺失值处理`,
    );
  const imported: ImportedFile[] = [];
  for (const [index, entry] of stored.entries()) {
    const result = await run(context, entry, mappings[index] ?? {}, options.language);
    imported.push({ file: entry.file, result });
  }
  return imported;
}
