import type { Client, Run } from '@terrace/client';
import { localize, type Language, type ModelDocument, type RecordTypes } from '@terrace/model';
import { Readable } from 'node:stream';
import { knownCodeOf, loadPlugins, recordTypesOf, type Plugins } from '../model/load-plugins.js';
import { checkModel, namesTemplate, readDocument } from '../model/read-model.js';
import { Progress } from '../output/progress.js';
import type { Streams } from '../output/streams.js';
import { checkWritable, writeFileAtomically } from '../output/write-file.js';
import { withServer } from '../server/with-server.js';
import { CommandFailure, joinSentences, UsageError } from '../usage-error.js';
import { addedWords, addTypes } from './add-types.js';
import { reportBadRows, writeBadRows } from './bad-rows.js';
import { checkRequest } from './check-request.js';
import { importFiles } from './import-files.js';
import { checkInputFile } from './input-file.js';
import { completeTypes, type AddedTypes } from './needed-types.js';
import { needsOf, readsDates } from './needs.js';
import { runToEnd } from './run-to-end.js';
import { loadSample, sampleFor, sampleWords, type TierSample } from './sample.js';
import { writeLogic } from './write-logic.js';
import { formatReport, tierRows, type TierReport } from './report.js';
import type { TierOptions } from './tier-options.js';

async function checkFiles({ files, out, logic, badRows }: TierOptions): Promise<void> {
  for (const { path } of files) await checkInputFile(path);
  if (out !== undefined) await checkWritable(out, '--out');
  if (logic !== undefined) await checkWritable(logic, '--logic');
  if (badRows !== undefined) await checkWritable(badRows, '--bad-rows');
}

async function storedTypes(client: Client): Promise<RecordTypes> {
  const [subjectTypes, eventTypes] = await Promise.all([
    client.call('listSubjectTypes'),
    client.call('listEventTypes'),
  ]);
  return { subjectTypes: subjectTypes.items, eventTypes: eventTypes.items };
}

async function compute(
  client: Client,
  document: ModelDocument,
  { asOf, language }: TierOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<Run> {
  progress.step(language === 'en' ? 'Computing tiers' : '正在计算层级');
  const body = { document, ...(asOf === undefined ? {} : { asOf }) };
  const run = await runToEnd(client, body, signal, (fraction) => progress.update(fraction));
  if (run.state === 'computed') return run;
  const reason = run.error?.message ?? { en: run.state, 'zh-CN': run.state };
  throw new CommandFailure(
    `The tiers could not be computed: ${joinSentences(localize(reason, 'en'))}`,
    `无法计算层级：${joinSentences(localize(reason, 'zh-CN'))}`,
  );
}

async function writeResult(client: Client, run: Run, out: string, language: Language): Promise<void> {
  const { body } = await client.call('downloadRun', { params: { id: run.id }, query: { language } });
  if (body === null) throw new CommandFailure('The server sent no result.', '服务没有返回结果。');
  await writeFileAtomically(out, Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]));
}

/** The record types that a model works with, and what of them is to be made first. */
interface ModelTypes {
  readonly types: RecordTypes;
  readonly added: AddedTypes;
}

const nothingAdded: AddedTypes = { subjectTypes: [], eventTypes: [], fields: [] };

/** What a model file reads is added where `stored` lacks it; a template has what its plugin brings. */
function typesFor(name: string, document: ModelDocument, stored: RecordTypes): ModelTypes {
  return namesTemplate(name) ? { types: stored, added: nothingAdded } : completeTypes(stored, document);
}

/** A type of a plugin that is not enabled in a database must not be made there by hand: the plugin could never bring it again. */
function checkOwners({ subjectTypes, eventTypes }: AddedTypes, { plugins }: Plugins): void {
  for (const { manifest } of plugins) {
    const brought = [...manifest.contributes.subjectTypes, ...manifest.contributes.eventTypes];
    const type = [...subjectTypes, ...eventTypes].find(({ id }) => brought.some((each) => each.id === id));
    if (type !== undefined)
      throw new UsageError(
        `The type ${type.id} comes with the plugin ${manifest.id}, which is not enabled in this database; enable it first.`,
        `类型 ${type.id} 由插件 ${manifest.id} 提供，而此数据库未启用该插件，请先启用。`,
      );
  }
}

/** The sample that stands in where nobody gave files; a database that stays is not filled with made-up records. */
function sampleOf(
  { model, files, database }: TierOptions,
  document: ModelDocument,
  plugins: Plugins,
): TierSample | undefined {
  if (files.length > 0 || database !== undefined || !namesTemplate(model)) return undefined;
  return sampleFor(model, document, plugins);
}

function checkDay({ asOf, model }: TierOptions, document: ModelDocument): void {
  if (asOf === undefined && readsDates(document))
    throw new UsageError(
      `--as-of is missing: ${model} counts days or events up to a day, such as --as-of 2025-12-31.`,
      `缺少 --as-of：${model} 按截止日期统计天数或事件，请指定，如 --as-of 2025-12-31。`,
    );
}

/** Computes tiers from files, as `terrace tier` was asked to. @throws UsageError, CommandFailure or ApiError */
export async function tier(given: TierOptions, streams: Streams, signal: AbortSignal): Promise<void> {
  const { database, model, language } = given;
  const hasDatabase = database !== undefined;
  const plugins = await loadPlugins(given.plugins);
  const document = await readDocument(model, given.parameters, plugins);
  const needs = needsOf(document, plugins.plugins);
  const sample = sampleOf(given, document, plugins);
  const options = sample === undefined ? given : { ...given, asOf: given.asOf ?? sample.asOf };
  const check = (stored: RecordTypes): ModelTypes => {
    const found = typesFor(model, document, stored);
    checkModel(model, document, found.types, hasDatabase ? undefined : knownCodeOf(plugins));
    checkRequest(options, found.types, needs, hasDatabase || sample !== undefined);
    return found;
  };
  if (hasDatabase) checkModel(model, document);
  checkDay(options, document);
  if (!hasDatabase) check(recordTypesOf(plugins));
  await checkFiles(options);
  const progress = new Progress(streams.err);
  let logicFault: UsageError | null = null;
  try {
    const report = await withServer(database, signal, async (client): Promise<TierReport> => {
      for (const path of options.plugins)
        await client.call('installPlugin', { body: { source: { kind: 'folder', path } } });
      const { types, added } = check(await storedTypes(client));
      if (hasDatabase) checkOwners(added, plugins);
      const words = addedWords(added, hasDatabase, language);
      if (words !== null) progress.note(words);
      await addTypes(client, added, signal);
      if (sample !== undefined) {
        progress.note(sampleWords(sample, language));
        await loadSample(client, sample, { progress, signal, language });
      }
      const imported = await importFiles(
        { client, progress, signal, document, types, added, needs },
        options,
      );
      if (options.badRows !== undefined) await writeBadRows(client, imported, language, options.badRows);
      const badRows = await reportBadRows(client, imported, progress, language, options.badRows);
      const run = await compute(client, document, options, progress, signal);
      if (options.out !== undefined) await writeResult(client, run, options.out, language);
      if (options.logic !== undefined)
        logicFault = await writeLogic(
          await client.call('getRunDocument', { params: { id: run.id } }),
          options.logic,
        );
      const { total, items } = await client.call('getRunTiers', { params: { id: run.id } });
      // A database that stays keeps what was imported, but not the table of this result.
      if (hasDatabase) await client.call('dropRun', { params: { id: run.id } });
      const tiers = tierRows(document, items, language);
      return { model, asOf: run.asOf, total, badRows, tiers };
    });
    progress.clear();
    streams.out.write(formatReport(report, options.format, language));
    // The tiers were computed all the same.
    if (logicFault !== null) throw logicFault;
  } finally {
    progress.clear();
  }
}
