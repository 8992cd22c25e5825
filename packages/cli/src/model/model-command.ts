import type { Language, ModelDocument, RecordTypes } from '@terrace/model';
import type { Streams } from '../output/streams.js';
import { UsageError, type Sentence } from '../usage-error.js';
import { loadPlugins, recordTypesOf } from './load-plugins.js';
import { completeTypes } from '../tier/needed-types.js';
import { checkModel, namesTemplate, readDocument } from './read-model.js';

/** What a command under `terrace model` works with. */
export interface ModelCommandContext {
  readonly language: Language;
  readonly streams: Streams;
}

/** A command under `terrace model`: its grammar, and what it does. */
export interface ModelCommand {
  readonly name: string;
  /** Positional arguments as Commander writes them, for example `<a> <b>`. */
  readonly positional?: string;
  readonly description: Sentence;
  /** Options as Commander writes them, with what they mean. */
  readonly options: readonly (readonly [flags: string, description: Sentence])[];
  readonly example: string;
  /** @returns the exit code where success has several, as that of `diff` has */
  run(
    options: Readonly<Record<string, string | boolean | undefined>>,
    positional: readonly string[],
    context: ModelCommandContext,
  ): Promise<number | void>;
}

/** `--model`, in the same words everywhere. */
export const modelOption = [
  '--model <model>',
  {
    en: 'template such as retail/rfm, or a file with a model document',
    'zh-CN': '模板（如 retail/rfm），或模型文件',
  },
] as const;

/** `--json`, in the same words everywhere. */
export const jsonOption = [
  '--json',
  { en: 'write one JSON document to standard output', 'zh-CN': '在标准输出写出一个 JSON 文档' },
] as const;

/** The text of an option that must be there. @throws UsageError */
export function requireOption(value: string | boolean | undefined, name: string): string {
  if (typeof value !== 'string') throw new UsageError(`${name} is missing.`, `缺少 ${name}。`);
  return value;
}

/** The sound document that `name` stands for, with the record types it is checked against. @throws UsageError */
export async function loadModelAndTypes(
  name: string,
): Promise<{ readonly document: ModelDocument; readonly types: RecordTypes }> {
  const plugins = await loadPlugins();
  const document = await readDocument(name, {}, plugins);
  const brought = recordTypesOf(plugins);
  // A model file may read what no plugin brings; what it reads of theirs has to fit.
  const types = namesTemplate(name) ? brought : completeTypes(brought, document).types;
  checkModel(name, document, types);
  return { document, types };
}

/** The sound document that `name` stands for. @throws UsageError */
export async function loadModel(name: string): Promise<ModelDocument> {
  return (await loadModelAndTypes(name)).document;
}

/** Writes one JSON document. */
export function writeJson({ streams }: ModelCommandContext, value: unknown): void {
  streams.out.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes lines of text. */
export function writeLines({ streams }: ModelCommandContext, lines: readonly string[]): void {
  streams.out.write(`${lines.join('\n')}\n`);
}
