import type { MappingGuess } from '@terrace/client';
import { normalizeHeader } from '@terrace/model';
import type { NamedField } from './needed-types.js';
import type { GuessedFile } from './resolve-mapping.js';

type Ambiguous = MappingGuess['ambiguous'];

/** Headers that usually hold the id of a record, compared as the server compares headers. */
const usualKeys = [
  'id',
  'key',
  'uid',
  'uuid',
  'rowid',
  'rowno',
  'rownumber',
  '编号',
  '主键',
  '序号',
  '行号',
  '客户编号',
  '客户号',
  '申请编号',
  '申请号',
];

/** The column that is called exactly as the field is: by its name, else by its id. */
function exactColumn({ id, name }: NamedField, headers: readonly string[]): string | undefined {
  const same = (text: string | undefined): string | undefined =>
    headers.find(
      (header) => text !== undefined && header.trim().normalize('NFC') === text.trim().normalize('NFC'),
    );
  return same(name.en) ?? same(name['zh-CN']) ?? same(id);
}

/** `guess` with the columns of `exact`, which no other target has any more. */
function withColumns(guess: MappingGuess, exact: Readonly<Record<string, string>>): MappingGuess {
  const taken = new Set(Object.values(exact));
  const isFree = ([target, column]: [string, string]): boolean =>
    exact[target] === undefined && !taken.has(column);
  const mapping = { ...Object.fromEntries(Object.entries(guess.mapping).filter(isFree)), ...exact };
  const ambiguous: Ambiguous = [];
  for (const { target, columns } of guess.ambiguous) {
    const left = columns.filter((column) => !taken.has(column));
    const [only] = left;
    if (exact[target] !== undefined || only === undefined) continue;
    // A column that several targets claim stays open.
    const isClaimed = guess.ambiguous.some(
      (other) => other.target !== target && other.columns.includes(only),
    );
    if (left.length === 1 && columns.length > 1 && !isClaimed) mapping[target] = only;
    else ambiguous.push({ target, columns: left });
  }
  return { mapping, ambiguous, missing: guess.missing.filter((target) => mapping[target] === undefined) };
}

/** The key of a file of subjects where no column was recognised: a column called as keys usually are. */
function withUsualKey(guess: MappingGuess, type: string, headers: readonly string[]): MappingGuess {
  const isKnown =
    guess.mapping['key'] !== undefined || guess.ambiguous.some(({ target }) => target === 'key');
  if (isKnown) return guess;
  const taken = new Set(Object.values(guess.mapping));
  const own = ['id', 'key', 'no', 'code', 'number'].map((end) => normalizeHeader(`${type}${end}`));
  const columns = headers.filter(
    (header) => !taken.has(header) && [...usualKeys, ...own].includes(normalizeHeader(header)),
  );
  const [only] = columns;
  if (only === undefined) return guess;
  return columns.length === 1
    ? withColumns(guess, { key: only })
    : { ...guess, ambiguous: [...guess.ambiguous, { target: 'key', columns }] };
}

/**
 * A file's guess made sharper for a model file: a column called exactly as the model names one of `fields` is theirs, even where another
 * differs in punctuation alone or is an alias of it; and the key may be called as keys usually are.
 */
export function sharpenGuess(entry: GuessedFile, fields: readonly NamedField[]): GuessedFile {
  const { file, headers, guess } = entry;
  const exact: Record<string, string> = {};
  for (const field of fields) {
    const column = exactColumn(field, headers);
    const isOpen = exact[field.id] === undefined && column !== undefined;
    if (isOpen && !Object.values(exact).includes(column)) exact[field.id] = column;
  }
  const named = withColumns(guess, exact);
  return { ...entry, guess: file.kind === 'subject' ? withUsualKey(named, file.type, headers) : named };
}
