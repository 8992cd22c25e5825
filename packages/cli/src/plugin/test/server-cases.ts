import type { Client, Run, RunSubject } from '@terrace/client';
import { instantiateTemplate, localize, type ModelDocument } from '@terrace/model';
import {
  mismatchesOf,
  type LoadedPlugin,
  type Mismatch,
  type TestCase,
  type TestCaseFile,
} from '@terrace/plugin-sdk';
import { stringify } from 'csv-stringify/sync';
import { poll } from '../../tier/poll.js';
import { runToEnd } from '../../tier/run-to-end.js';
import { CommandFailure } from '../../usage-error.js';
import { caseModel, caseType } from './case-model.js';
import type { CaseOutcome } from './case-outcome.js';

/** What came of the cases in PostgreSQL, and how many cannot be run there. */
export interface ServerCases {
  readonly outcomes: readonly CaseOutcome[];
  readonly skipped: number;
}

type NumberedCase = readonly [number: number, each: TestCase];

function failed(en: string, zh: string): CommandFailure {
  return new CommandFailure(
    `The test cases could not be run in PostgreSQL: ${en}`,
    `无法在 PostgreSQL 中运行测试用例：${zh}`,
  );
}

/** The cases as a file of subjects, one per case. */
function csvOf(document: ModelDocument, file: TestCaseFile, cases: readonly NumberedCase[]): string {
  const ids = document.nodes.flatMap(({ kind, id }) => (kind === 'dimension' ? [id] : []));
  const rows = cases.map(([number, { values }]) => {
    const given = { ...file.base, ...values };
    return [`case ${number}`, ...ids.map((id) => given[id] ?? '')];
  });
  // Booleans would be written as 1 and nothing.
  return stringify([['case key', ...ids], ...rows], { cast: { boolean: (value) => String(value) } });
}

async function store(
  client: Client,
  type: string,
  csv: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const upload = await client.call('upload', { query: { fileName: 'cases.csv' }, stream: csv, signal });
  const mapping = Object.fromEntries([['key', 'case key'], ...ids.map((id) => [id, id])]) as Record<
    string,
    string
  >;
  const started = await client.call('startImport', {
    body: {
      uploadId: upload.id,
      target: { kind: 'subject', type },
      mapping,
      options: { encoding: 'utf-8', delimiter: ',', dateOrder: 'ymd', decimalMark: '.' },
    },
    signal,
  });
  const { state, counts, error } = await poll(
    () => client.call('getImport', { params: { id: started.id }, signal }),
    (each) => each.state !== 'queued' && each.state !== 'running',
    signal,
  );
  if (state !== 'done')
    throw failed(localize(error?.message ?? {}, 'en'), localize(error?.message ?? {}, 'zh-CN'));
  if (counts.bad === 0) return;
  const { items } = await client.call('listBadRows', { params: { id: started.id }, query: { pageSize: 1 } });
  const [first] = items;
  throw failed(
    `a case has a value that cannot be stored: ${first?.column ?? ''} ${first?.value ?? ''}: ${localize(first?.reason ?? {}, 'en')}`,
    `有用例的取值无法写入：${first?.column ?? ''} ${first?.value ?? ''}：${localize(first?.reason ?? {}, 'zh-CN')}`,
  );
}

async function compute(client: Client, document: ModelDocument, signal: AbortSignal): Promise<Run> {
  const run = await runToEnd(client, { document }, signal);
  if (run.state === 'computed') return run;
  const reason = run.error?.message ?? {};
  throw failed(localize(reason, 'en'), localize(reason, 'zh-CN'));
}

async function subjectsOf(client: Client, id: string): Promise<ReadonlyMap<string, RunSubject>> {
  const found = new Map<string, RunSubject>();
  for (let page = 1; ; page += 1) {
    const { items, total } = await client.call('listRunSubjects', {
      params: { id },
      query: { page, pageSize: 500 },
    });
    for (const subject of items) found.set(subject.key, subject);
    if (items.length === 0 || found.size >= total) return found;
  }
}

/** What PostgreSQL computed; it writes numbers as text, so that they keep all their digits. */
function valueIn(
  subject: RunSubject | undefined,
  node: string,
  expected: Mismatch['expected'],
): Mismatch['actual'] {
  const value = subject?.values[node] ?? null;
  return typeof expected === 'number' && typeof value === 'string' ? Number(value) : value;
}

/** Runs the cases of one file as a population of their own. */
async function runFile(
  client: Client,
  plugin: LoadedPlugin,
  at: number,
  file: TestCaseFile,
  signal: AbortSignal,
): Promise<ServerCases> {
  const { templates, testCases } = plugin.manifest.contributes;
  const parameters = templates.find(({ id }) => id === file.template)?.parameters ?? [];
  const made = instantiateTemplate(plugin.templates[file.template], parameters, file.parameters);
  if (!made.ok) return { outcomes: [], skipped: 0 };
  const numbered = file.cases.map((each, index): NumberedCase => [index + 1, each]);
  const cases = numbered.filter(([, { previous }]) => previous === undefined);
  const skipped = numbered.length - cases.length;
  if (cases.length === 0) return { outcomes: [], skipped };
  const type = caseType(`test_cases_${at}`, made.document);
  await client.call('createSubjectType', { body: type, signal });
  const ids = type.fields.map(({ id }) => id);
  await store(client, type.id, csvOf(made.document, file, cases), ids, signal);
  const run = await compute(client, caseModel(made.document, type.id), signal);
  const subjects = await subjectsOf(client, run.id);
  const outcomes = cases.map(([number, each]): CaseOutcome => {
    const subject = subjects.get(`case ${number}`);
    return {
      file: testCases[at] ?? '',
      number,
      note: each.note ?? null,
      reader: 'postgresql',
      mismatches: mismatchesOf(each, subject?.tier ?? null, (node, expected) =>
        valueIn(subject, node, expected),
      ),
    };
  });
  return { outcomes, skipped };
}

/**
 * Runs the test cases through the SQL of the server.
 * @param unrun - names of the files whose cases cannot be run; they are left out
 * @throws CommandFailure
 */
export async function serverCases(
  client: Client,
  plugin: LoadedPlugin,
  unrun: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ServerCases> {
  const names = plugin.manifest.contributes.testCases;
  const results: ServerCases[] = [];
  for (const [at, file] of plugin.testCases.entries())
    if (!unrun.has(names[at] ?? '')) results.push(await runFile(client, plugin, at, file, signal));
  return {
    outcomes: results.flatMap(({ outcomes }) => outcomes),
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}
