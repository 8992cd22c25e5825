import type { Mapping, MappingGuess } from '@terrace/client';
import type { Field, RecordTypes } from '@terrace/model';
import { UsageError } from '../usage-error.js';
import type { Needs } from './needs.js';
import type { DataFile, MapArgument } from './tier-options.js';

/** A stored file with what the server could tell from its headers. */
export interface GuessedFile {
  readonly file: DataFile;
  readonly headers: readonly string[];
  readonly guess: MappingGuess;
}

/** How many columns a sentence lists before it says how many more there are. */
const listedColumns = 30;

function list(columns: readonly string[]): string {
  const shown = columns.slice(0, listedColumns).join(', ');
  return columns.length > listedColumns ? `${shown}, … (+${columns.length - listedColumns})` : shown;
}

/** The header meant by `column`: the same text, or the only one that differs in case and outer spaces alone. */
function headerOf(column: string, headers: readonly string[]): string | undefined {
  if (headers.includes(column)) return column;
  const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase();
  const close = headers.filter((header) => fold(header) === fold(column));
  return close.length === 1 ? close[0] : undefined;
}

function checkColumns(files: readonly GuessedFile[], maps: readonly MapArgument[]): void {
  for (const { type, target, column } of maps) {
    const ofType = files.filter(({ file }) => file.type === type);
    if (ofType.some(({ headers }) => headerOf(column, headers) !== undefined)) continue;
    const names = ofType.map(({ file }) => file.path).join(', ');
    const columns = list([...new Set(ofType.flatMap(({ headers }) => headers))]);
    throw new UsageError(
      `${names} has no column "${column}" for --map ${type}.${target}; its columns are: ${columns}.`,
      `${names} 中没有 --map ${type}.${target} 指定的列“${column}”，现有列：${columns}。`,
    );
  }
}

function fieldsOf({ kind, type }: DataFile, types: RecordTypes): readonly Field[] {
  const known: readonly { readonly id: string; readonly fields: readonly Field[] }[] =
    kind === 'subject' ? types.subjectTypes : types.eventTypes;
  return known.find(({ id }) => id === type)?.fields ?? [];
}

/** What every file of this type has to fill: its key or subject and time, and the fields no record may lack. */
function requiredOf(file: DataFile, types: RecordTypes): string[] {
  const fields = fieldsOf(file, types).filter((field) => field.required);
  return [...(file.kind === 'subject' ? ['key'] : ['subject', 'time']), ...fields.map(({ id }) => id)];
}

/** The fields of this type that the model reads. */
function readOf({ kind, type }: DataFile, needs: Needs): string[] {
  if (kind === 'event') return [...(needs.eventFields.get(type) ?? [])];
  return type === needs.subjectType ? [...needs.subjectFields] : [];
}

function givenMapping({ file, headers }: GuessedFile, maps: readonly MapArgument[]): Mapping {
  const given: Mapping = {};
  for (const { type, target, column } of maps) {
    const header = type === file.type ? headerOf(column, headers) : undefined;
    if (header === undefined) continue;
    if (given[target] !== undefined && given[target] !== header)
      throw new UsageError(
        `--map ${type}.${target} is given twice for ${file.path}: ${given[target]} and ${header}.`,
        `${file.path} 的 --map ${type}.${target} 重复：${given[target]} 和 ${header}。`,
      );
    given[target] = header;
  }
  return given;
}

/** Fields that a guess could only do harm with: nothing reads them here, and a cell that is no number or date sets its row aside. */
function uselessFields(file: DataFile, types: RecordTypes, needs: Needs): string[] {
  const read = readOf(file, needs);
  return fieldsOf(file, types)
    .filter(({ id, type, required }) => !required && type !== 'text' && !read.includes(id))
    .map(({ id }) => id);
}

function guessedMapping({ file, guess }: GuessedFile, given: Mapping, unwanted: readonly string[]): Mapping {
  const taken = new Set(Object.values(given));
  const wanted = Object.entries(guess.mapping).filter(
    ([target, column]) =>
      // A column that looks like an order's id may name the same order on several rows; each row counts, unless the caller says it is the id.
      !(file.kind === 'event' && target === 'id') && !unwanted.includes(target) && !taken.has(column),
  );
  return Object.fromEntries(wanted);
}

function refuse({ file, headers, guess }: GuessedFile, targets: readonly string[]): never {
  const flags = targets.map((target) => `--map ${file.type}.${target}=<column>`).join(' ');
  const unclear = guess.ambiguous.filter(({ target }) => targets.includes(target));
  const absent = targets.filter((target) => !unclear.some((entry) => entry.target === target));
  const name = (target: string): string => `${file.type}.${target}`;
  const en = [
    ...unclear.map(({ target, columns }) => `${name(target)} could be ${columns.join(' or ')}`),
    ...(absent.length > 0 ? [`no column was recognised as ${absent.map(name).join(', ')}`] : []),
  ].join(' and ');
  const zh = [
    ...unclear.map(({ target, columns }) => `${name(target)} 可能是 ${columns.join(' 或 ')}`),
    ...(absent.length > 0 ? [`没有识别出 ${absent.map(name).join('、')} 对应的列`] : []),
  ].join('，');
  throw new UsageError(
    `In ${file.path} ${en}; say which with ${flags} (columns: ${list(headers)}).`,
    `${file.path}：${zh}，请用 ${flags.replaceAll('<column>', '<列名>')} 指定（现有列：${list(headers)}）。`,
  );
}

/**
 * Settles which column fills what, per file: what `--map` says, else what the server guessed from the headers.
 * @returns one mapping per file, in their order
 * @throws UsageError naming unknown columns, and targets that stay open though the type or the model needs them
 */
export function resolveMappings(
  files: readonly GuessedFile[],
  maps: readonly MapArgument[],
  types: RecordTypes,
  needs: Needs,
  hasDatabase: boolean,
): Mapping[] {
  checkColumns(files, maps);
  const mappings = files.map((entry) => {
    const given = givenMapping(entry, maps);
    // A database that stays keeps what it is given for later, a throw-away one has only this run.
    const unwanted = hasDatabase ? [] : uselessFields(entry.file, types, needs);
    return { ...guessedMapping(entry, given, unwanted), ...given };
  });
  files.forEach((entry, index) => {
    const isFilled = (target: string): boolean => mappings[index]?.[target] !== undefined;
    const isFilledSomewhere = (target: string): boolean =>
      files.some(
        ({ file }, position) =>
          file.kind === entry.file.kind &&
          file.type === entry.file.type &&
          mappings[position]?.[target] !== undefined,
      );
    const open = requiredOf(entry.file, types).filter((target) => !isFilled(target));
    const needed = readOf(entry.file, needs).filter(
      (target) => !needs.optional.has(`${entry.file.type}.${target}`) && !isFilledSomewhere(target),
    );
    const missing = [...new Set([...open, ...(hasDatabase ? [] : needed)])];
    if (missing.length > 0) refuse(entry, missing);
  });
  return mappings;
}

/** Fields that the model reads and no column of the files of their type fills, as `type.field`. */
export function unfilledFields(
  files: readonly GuessedFile[],
  mappings: readonly Mapping[],
  needs: Needs,
): string[] {
  const filled = new Set(
    files.flatMap(({ file }, index) =>
      Object.keys(mappings[index] ?? {}).map((target) => `${file.type}.${target}`),
    ),
  );
  const read = files.flatMap(({ file }) => readOf(file, needs).map((field) => `${file.type}.${field}`));
  return [...new Set(read)].filter((name) => !filled.has(name));
}
