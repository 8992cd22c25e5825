import type { Client, Run } from '@terrace/client';
import { localize, type Language, type ModelDocument, type RecordTypes } from '@terrace/model';
import { Readable } from 'node:stream';
import { loadPlugins, recordTypesOf } from '../model/load-plugins.js';
import { readModel } from '../model/read-model.js';
import { Progress } from '../output/progress.js';
import type { Streams } from '../output/streams.js';
import { checkWritable, writeFileAtomically } from '../output/write-file.js';
import { withServer } from '../server/with-server.js';
import { CommandFailure, joinSentences, UsageError } from '../usage-error.js';
import { reportBadRows, writeBadRows } from './bad-rows.js';
import { checkRequest } from './check-request.js';
import { importFiles } from './import-files.js';
import { checkInputFile } from './input-file.js';
import { needsOf } from './needs.js';
import { poll } from './poll.js';
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
  const started = await client.call('startRun', { body: { document, asOf }, signal });
  const run = await poll(
    () => client.call('getRun', { params: { id: started.id }, signal }),
    ({ state, progress: fraction }) => {
      progress.update(fraction);
      return state !== 'queued' && state !== 'running';
    },
    signal,
  );
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

/** Computes tiers from files, as `terrace tier` was asked to. @throws UsageError, CommandFailure or ApiError */
export async function tier(options: TierOptions, streams: Streams, signal: AbortSignal): Promise<void> {
  const hasDatabase = options.database !== undefined;
  const plugins = await loadPlugins();
  const pluginTypes = recordTypesOf(plugins);
  const document = await readModel(
    options.model,
    options.parameters,
    plugins,
    hasDatabase ? undefined : pluginTypes,
  );
  const needs = needsOf(document);
  if (!hasDatabase) checkRequest(options, pluginTypes, needs, hasDatabase);
  await checkFiles(options);
  const progress = new Progress(streams.err);
  let logicFault: UsageError | null = null;
  try {
    const report = await withServer(options.database, signal, async (client): Promise<TierReport> => {
      const types = hasDatabase ? await storedTypes(client) : pluginTypes;
      if (hasDatabase) checkRequest(options, types, needs, hasDatabase);
      const imported = await importFiles({ client, progress, signal, types, needs }, options);
      if (options.badRows !== undefined)
        await writeBadRows(client, imported, options.language, options.badRows);
      const badRows = await reportBadRows(client, imported, progress, options.language, options.badRows);
      const run = await compute(client, document, options, progress, signal);
      if (options.out !== undefined) await writeResult(client, run, options.out, options.language);
      if (options.logic !== undefined)
        logicFault = await writeLogic(
          await client.call('getRunDocument', { params: { id: run.id } }),
          options.logic,
        );
      const { total, items } = await client.call('getRunTiers', { params: { id: run.id } });
      // A database that stays keeps what was imported, but not the table of this result.
      if (hasDatabase) await client.call('dropRun', { params: { id: run.id } });
      const tiers = tierRows(document, items, options.language);
      return { model: options.model, asOf: options.asOf, total, badRows, tiers };
    });
    progress.clear();
    streams.out.write(formatReport(report, options.format, options.language));
    // The tiers were computed all the same.
    if (logicFault !== null) throw logicFault;
  } finally {
    progress.clear();
  }
}
