import type { Language } from '@terrace/model';
import { realpathSync } from 'node:fs';
import { pluginFolderOf } from '../plugin/plugin-folder.js';
import { UsageError } from '../usage-error.js';

/** A file and the record type it holds. */
export interface DataFile {
  readonly kind: 'subject' | 'event';
  readonly type: string;
  readonly path: string;
}

/** One `--map`: the column that fills `target` of `type`. */
export interface MapArgument {
  readonly type: string;
  readonly target: string;
  readonly column: string;
}

/** The ways the tiers can be written to standard output. */
export const formats = ['table', 'csv', 'json'] as const;

/** See {@link formats}. */
export type Format = (typeof formats)[number];

/** What `terrace tier` was asked to do. */
export interface TierOptions {
  readonly model: string;
  readonly files: readonly DataFile[];
  readonly maps: readonly MapArgument[];
  /** Today where it is absent, which only a model that counts no days and no events may leave open. */
  readonly asOf: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly out: string | undefined;
  readonly logic: string | undefined;
  readonly badRows: string | undefined;
  readonly format: Format;
  readonly database: string | undefined;
  /** Absolute paths of the folders of further plugins. */
  readonly plugins: readonly string[];
}

/** The options as they stand on the command line. */
export interface RawTierOptions {
  readonly model?: string;
  readonly subjects?: readonly string[];
  readonly events?: readonly string[];
  readonly map?: readonly string[];
  readonly asOf?: string;
  readonly param?: readonly string[];
  readonly out?: string;
  readonly logic?: string;
  readonly badRows?: string;
  readonly format?: string;
  readonly database?: string;
  readonly plugin?: readonly string[];
}

function splitAt(text: string, separator: string): [string, string] | undefined {
  const at = text.indexOf(separator);
  if (at < 1 || at === text.length - separator.length) return undefined;
  return [text.slice(0, at), text.slice(at + separator.length)];
}

function dataFile(kind: DataFile['kind'], argument: string): DataFile {
  const option = kind === 'subject' ? '--subjects customer=<csv>' : '--events order=<csv>';
  const parts = splitAt(argument, '=');
  if (parts === undefined)
    throw new UsageError(
      `"${argument}" does not say which type the file holds; the form is ${option}.`,
      `“${argument}”没有说明文件中的记录类型，格式为 ${option}。`,
    );
  return { kind, type: parts[0], path: parts[1] };
}

/** The same file given twice for a type counts once. */
function withoutRepeats(files: readonly DataFile[]): DataFile[] {
  const seen = new Set<string>();
  return files.filter(({ kind, type, path }) => {
    let real = path;
    try {
      real = realpathSync(path);
    } catch {
      // A file that is not there is told of when the files are looked at.
    }
    const id = JSON.stringify([kind, type, real]);
    return !seen.has(id) && seen.add(id);
  });
}

function mapArgument(argument: string): MapArgument {
  const parts = splitAt(argument, '=');
  const place = parts && splitAt(parts[0], '.');
  if (parts === undefined || place === undefined)
    throw new UsageError(
      `"${argument}" is no mapping; the form is --map order.amount=<column>.`,
      `“${argument}”不是有效的字段映射，格式为 --map order.amount=<列名>。`,
    );
  return { type: place[0], target: place[1], column: parts[1] };
}

function parameters(args: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const argument of args) {
    const parts = splitAt(argument, '=');
    if (parts === undefined)
      throw new UsageError(
        `"${argument}" is no parameter; the form is --param name=value.`,
        `“${argument}”不是有效的参数，格式为 --param 名称=值。`,
      );
    if (Object.hasOwn(values, parts[0]))
      throw new UsageError(`The parameter ${parts[0]} is given twice.`, `参数 ${parts[0]} 重复。`);
    values[parts[0]] = parts[1];
  }
  return values;
}

function realDate(text: string): string {
  const isReal =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !text.startsWith('0000') &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!isReal)
    throw new UsageError(
      `--as-of needs a date such as 2025-12-31, and "${text}" is none.`,
      `--as-of 需要形如 2025-12-31 的日期，“${text}”不是有效日期。`,
    );
  return text;
}

function required(value: string | undefined, option: string): string {
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`${option} is missing.`, `缺少 ${option}。`);
}

function databaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isUrl = URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
  // The text itself is not repeated: it may hold a password.
  if (!isUrl)
    throw new UsageError(
      '--database needs an address such as postgresql://user@host:5432/name.',
      '--database 需要形如 postgresql://user@host:5432/name 的地址。',
    );
  return text;
}

/** Reads the options. @throws UsageError for the first that is wrong */
export function parseTierOptions(raw: RawTierOptions, language: Language): TierOptions {
  const model = required(raw.model, '--model');
  const asOf = raw.asOf === undefined ? undefined : realDate(required(raw.asOf, '--as-of'));
  const format = formats.find((known) => known === (raw.format ?? 'table'));
  if (format === undefined)
    throw new UsageError(
      `--format is one of ${formats.join(', ')}, and not "${raw.format}".`,
      `--format 可选 ${formats.join('、')}，不支持“${raw.format}”。`,
    );
  const outputs = [raw.out, raw.logic, raw.badRows].filter((file) => file !== undefined);
  if (new Set(outputs).size !== outputs.length)
    throw new UsageError(
      '--out, --logic and --bad-rows need different files.',
      '--out、--logic 和 --bad-rows 不能写入同一个文件。',
    );
  return {
    model,
    asOf,
    format,
    language,
    files: withoutRepeats([
      ...(raw.subjects ?? []).map((argument) => dataFile('subject', argument)),
      ...(raw.events ?? []).map((argument) => dataFile('event', argument)),
    ]),
    maps: (raw.map ?? []).map(mapArgument),
    parameters: parameters(raw.param ?? []),
    out: raw.out,
    logic: raw.logic,
    badRows: raw.badRows,
    database: databaseUrl(raw.database),
    plugins: (raw.plugin ?? []).map((folder) => pluginFolderOf(folder)),
  };
}
