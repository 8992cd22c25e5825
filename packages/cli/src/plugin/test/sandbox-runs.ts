import type { EventInput, FieldValue, SubjectInput } from '@terrace/plugin-runtime';
import {
  generateSample,
  type CodeDimension,
  type LoadedPlugin,
  type Sample,
  type SampleRecord,
} from '@terrace/plugin-sdk';
import type { Language } from '@terrace/model';
import type { Sentence } from '../../usage-error.js';

/** What came of a dimension in code. */
export interface SandboxOutcome {
  readonly dimension: string;
  /** Subjects it was computed for, and how many of them got a value. */
  readonly subjects: number;
  readonly values: number;
  /** Hosts that it wanted to call, which is not done here. */
  readonly hosts: readonly string[];
  /** How it failed after it got no answer from them, which need not be a fault of it; null when it coped. */
  readonly unanswered: Sentence | null;
  readonly problem: Sentence | null;
}

/** Subjects of a sample that code is tried with: a batch as the host makes it. */
const batchSize = 500;
const timeZone = 'UTC';
const dayMs = 86_400_000;

type InputFields = CodeDimension['inputs']['fields'];

function typed(type: InputFields[string] | undefined, text: string | null | undefined): FieldValue {
  if (text === null || text === undefined || text === '') return null;
  if (type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

function fieldsOf(inputs: InputFields, values: SampleRecord['values']): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(inputs).map(([id, type]) => [id, typed(type, values[id])]));
}

/** The subjects of a sample as a dimension sees them. */
function subjectsOf(
  { inputs }: CodeDimension,
  records: readonly SampleRecord[],
  asOf: string,
): SubjectInput[] {
  const subjects = records.filter((record) => record.kind === 'subject');
  const events = new Map<string, { time: string; type: string; event: EventInput }[]>();
  for (const record of records) {
    const declared = record.kind === 'event' ? inputs.events[record.type] : undefined;
    if (record.kind !== 'event' || declared === undefined) continue;
    const day = record.time.slice(0, 10);
    const daysAgo = (Date.parse(asOf) - Date.parse(day)) / dayMs;
    if (daysAgo < 0 || daysAgo >= (declared.days ?? Number.POSITIVE_INFINITY)) continue;
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

/** The first subjects of every sample with their events, each generated once. */
class Samples {
  readonly #samples: readonly Sample[];
  readonly #records = new Map<Sample, readonly SampleRecord[]>();

  constructor(samples: readonly Sample[]) {
    this.#samples = samples;
  }

  /** Subjects of a dimension's type, and their as-of day; none where no sample has any. */
  for(dimension: CodeDimension): { readonly subjects: readonly SubjectInput[]; readonly asOf: string } {
    const sample = this.#samples.find(({ subjects }) => subjects.type === dimension.subjectType);
    if (sample === undefined) return { subjects: [], asOf: '2025-12-31' };
    const records = this.#records.get(sample) ?? [...generateSample(sample, batchSize)];
    this.#records.set(sample, records);
    return { subjects: subjectsOf(dimension, records, sample.asOf), asOf: sample.asOf };
  }
}

/** Computes every dimension in code twice for subjects of a sample, behind the walls it will run behind. Nothing goes out, and nothing is kept. */
export async function sandboxRuns(plugin: LoadedPlugin): Promise<SandboxOutcome[]> {
  const { manifest, folder, code } = plugin;
  if (code === null || manifest.code === undefined) return [];
  const { encodeSubject, PluginCodeFault, startPluginProcess } = await import('@terrace/plugin-runtime');
  const hosts = new Set<string>();
  const process = startPluginProcess({
    pluginId: manifest.id,
    folder,
    entry: manifest.code.entry,
    declarations: code,
    memoryMb: manifest.code.memoryMb,
    timeoutMs: manifest.code.timeoutMs,
    permissions: { network: manifest.permissions?.network ?? [], storage: false, subjectKeys: false },
    onUnmadeCall: ({ host }) => hosts.add(host),
  });
  const samples = new Samples(manifest.contributes.samples);
  const outcomes: SandboxOutcome[] = [];
  try {
    for (const dimension of code.dimensions) {
      hosts.clear();
      const { subjects, asOf } = samples.for(dimension);
      // One of whom nothing is known comes along: it must not be forgotten.
      const batch = [...subjects, {}].map((subject) => encodeSubject(dimension, subject));
      let values = 0;
      let problem: Sentence | null = null;
      let unanswered: Sentence | null = null;
      try {
        const options = { asOf, timeZone };
        const first = await process.computeBatch(dimension.id, batch, options);
        const again = await process.computeBatch(dimension.id, batch, options);
        values = first.values.filter((value) => value !== null).length;
        if (first.values.some((value, index) => value !== again.values[index])) problem = unsteady;
      } catch (error) {
        if (!(error instanceof PluginCodeFault)) throw error;
        if (error.code === 'THREW' && hosts.size > 0) unanswered = error.sentence;
        else problem = error.sentence;
      }
      const base = { dimension: dimension.id, subjects: batch.length, values, hosts: [...hosts] };
      outcomes.push({ ...base, unanswered, problem });
    }
    return outcomes;
  } finally {
    await process.stop();
  }
}

/** What came of a dimension, in a line. */
export function sandboxLine(outcome: SandboxOutcome, language: Language): string {
  const { dimension, subjects, values, hosts, unanswered, problem } = outcome;
  const isEnglish = language === 'en';
  const name = isEnglish ? `Dimension "${dimension}" in code: ` : `代码维度“${dimension}”：`;
  if (problem !== null) return `${name}${problem[language]}`;
  if (unanswered !== null)
    return isEnglish
      ? `${name}it calls ${hosts.join(', ')}, which is not done in a test, and failed without an answer: ${unanswered.en}`
      : `${name}需要访问 ${hosts.join('、')}，测试时不会实际访问，因未得到应答而出错：${unanswered['zh-CN']}`;
  const line = isEnglish
    ? `${name}${values} values for ${subjects} subjects.`
    : `${name}${subjects} 个对象中 ${values} 个有值。`;
  if (hosts.length === 0) return line;
  return isEnglish
    ? `${line} It calls ${hosts.join(', ')}, which is not done in a test.`
    : `${line}代码需要访问 ${hosts.join('、')}，测试时不会实际访问。`;
}
