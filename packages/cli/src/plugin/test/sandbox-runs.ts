import type { EventInput, FieldValue, SubjectInput } from '@terrace/plugin-runtime';
import {
  generateSample,
  type CodeDimension,
  type LoadedPlugin,
  type SampleRecord,
} from '@terrace/plugin-sdk';
import type { Language } from '@terrace/model';

/** What came of a dimension in code. */
export interface SandboxOutcome {
  readonly dimension: string;
  /** Subjects it was computed for, and how many of them got a value. */
  readonly subjects: number;
  readonly values: number;
  readonly problem: { readonly en: string; readonly 'zh-CN': string } | null;
}

/** Subjects of a sample that code is tried with: a batch as the host makes it. */
const batchSize = 500;
const timeZone = 'UTC';

type InputFields = CodeDimension['inputs']['fields'];

function typed(type: InputFields[string] | undefined, text: string | null | undefined): FieldValue {
  if (text === null || text === undefined || text === '') return null;
  if (type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

function fieldsOf(inputs: InputFields, values: SampleRecord['values']): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(inputs).map(([id, type]) => [id, typed(type, values[id])]));
}

/** The first subjects of a sample as a dimension sees them. */
function subjectsOf(
  { inputs }: CodeDimension,
  records: readonly SampleRecord[],
  asOf: string,
): SubjectInput[] {
  const subjects = records.filter((record) => record.kind === 'subject').slice(0, batchSize);
  const keys = new Set(subjects.map(({ key }) => key));
  const events = new Map<string, { time: string; type: string; event: EventInput }[]>();
  for (const record of records) {
    const declared = record.kind === 'event' ? inputs.events[record.type] : undefined;
    if (record.kind !== 'event' || declared === undefined || !keys.has(record.subject)) continue;
    const day = record.time.slice(0, 10);
    if (day > asOf) continue;
    const event = { at: `${record.time}.000Z`, day, fields: fieldsOf(declared.fields, record.values) };
    const known = events.get(record.subject) ?? [];
    known.push({ time: record.time, type: record.type, event });
    events.set(record.subject, known);
  }
  return subjects.map(({ key, values }) => {
    const own = (events.get(key) ?? []).sort((a, b) => (a.time < b.time ? -1 : 1));
    return {
      fields: fieldsOf(inputs.fields, values),
      events: Object.fromEntries(
        Object.entries(inputs.events).map(([type, { limit }]) => [
          type,
          own
            .filter((each) => each.type === type)
            .slice(-limit)
            .map(({ event }) => event),
        ]),
      ),
    };
  });
}

const unsteady = {
  en: 'it gives other values for the same subjects when it is computed again; use context.asOf in the place of the clock, and no random numbers.',
  'zh-CN': '对相同的对象再次计算时得到不同的值；请用 context.asOf 代替当前时间，不要使用随机数。',
};

/** Computes every dimension in code twice for subjects of a sample, behind the walls it will run behind. */
export async function sandboxRuns(plugin: LoadedPlugin): Promise<SandboxOutcome[]> {
  const { manifest, folder, code } = plugin;
  if (code === null || manifest.code === undefined) return [];
  const { encodeSubject, PluginCodeFault, startPluginProcess } = await import('@terrace/plugin-runtime');
  const process = startPluginProcess({
    pluginId: manifest.id,
    folder,
    entry: manifest.code.entry,
    declarations: code,
    memoryMb: manifest.code.memoryMb,
    timeoutMs: manifest.code.timeoutMs,
    // Nothing of a test goes out, and nothing is kept.
    permissions: { network: manifest.permissions?.network ?? [], storage: false, subjectKeys: false },
  });
  const outcomes: SandboxOutcome[] = [];
  try {
    for (const dimension of code.dimensions) {
      const sample = manifest.contributes.samples.find(
        ({ subjects }) => subjects.type === dimension.subjectType,
      );
      const asOf = sample?.asOf ?? '2025-12-31';
      const known = sample === undefined ? [] : subjectsOf(dimension, [...generateSample(sample)], asOf);
      // One of whom nothing is known comes along: it must not be forgotten.
      const batch = [...known, {}].map((subject) => encodeSubject(dimension, subject));
      const base = { dimension: dimension.id, subjects: batch.length };
      try {
        const options = { asOf, timeZone };
        const { values } = await process.computeBatch(dimension.id, batch, options);
        const { values: again } = await process.computeBatch(dimension.id, batch, options);
        const isSteady = values.every((value, index) => value === again[index]);
        const count = values.filter((value) => value !== null).length;
        outcomes.push({ ...base, values: count, problem: isSteady ? null : unsteady });
      } catch (error) {
        if (!(error instanceof PluginCodeFault)) throw error;
        outcomes.push({ ...base, values: 0, problem: error.sentence });
      }
    }
    return outcomes;
  } finally {
    await process.stop();
  }
}

/** What came of a dimension, in a line. */
export function sandboxLine(
  { dimension, subjects, values, problem }: SandboxOutcome,
  language: Language,
): string {
  if (problem !== null)
    return language === 'en'
      ? `Dimension "${dimension}" in code: ${problem.en}`
      : `代码维度“${dimension}”：${problem['zh-CN']}`;
  return language === 'en'
    ? `Dimension "${dimension}" in code: ${values} values for ${subjects} subjects.`
    : `代码维度“${dimension}”：${subjects} 个对象中 ${values} 个有值。`;
}
