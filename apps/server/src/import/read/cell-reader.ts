import type { Field } from '@terrace/model';
import { DateTime } from 'luxon';
import type { ColumnFormat } from './column-format.js';
import { needsDecimalMark, readNumber, decimalEvidence } from './number-text.js';
import { orderEvidence, readMoment } from './date-text.js';
import { Refusal, refusal, refusals } from './refusal.js';
import type { Target } from './target.js';

/**
 * Reads the text of a cell as the text PostgreSQL takes for its column; null is a missing value.
 * @throws FormatOpen when the column's format must be found out first
 */
export type CellReader = (text: string) => string | null | Refusal;

/** Thrown on a value that can be read in two ways before the format of its column is known. */
export class FormatOpen extends Error {
  constructor(readonly part: 'dateOrder' | 'decimalMark') {
    super(`The ${part} of the column is open.`);
  }
}

/** Words that stand for a missing value in exports of databases, spreadsheets and statistics programs. */
const missingWords = new Set(['null', 'n/a', '#n/a', 'na', 'nan', '\\n']);

const truths = new Map([
  ...['true', 't', 'yes', 'y', '1', '是'].map((word) => [word, 'true'] as const),
  ...['false', 'f', 'no', 'n', '0', '否'].map((word) => [word, 'false'] as const),
]);

/** Makes the reader of a target's cells. `format` may be filled in while it is used. */
export function cellReader(target: Target, format: ColumnFormat, timeZone: string): CellReader {
  if (target.kind === 'key') return required(target, readKey);
  if (target.kind === 'time') return required(target, instantReader(format));
  return required(target, fieldReader(target.field, format, timeZone));
}

type ValueReader = (text: string) => string | Refusal;

function required(target: Target, read: ValueReader): CellReader {
  const absent = target.isRequired ? refusals.empty : null;
  const isText =
    target.kind === 'key' ||
    (target.kind === 'field' && (target.field.type === 'text' || target.field.type === 'enumeration'));
  return (cell) => {
    const text = cell.trim();
    if (text === '') return absent;
    if (!isText && text.length <= 4 && missingWords.has(text.toLowerCase())) return absent;
    return read(text);
  };
}

/** Index entries of PostgreSQL end at 2,704 bytes; a subject key and an event id share one. */
function readKey(text: string): string | Refusal {
  if (text.length <= 250) return text;
  return text.length > 500 || Buffer.byteLength(text) > 1000 ? refusals.keyTooLong : text;
}

function fieldReader(field: Field, format: ColumnFormat, timeZone: string): ValueReader {
  switch (field.type) {
    case 'number':
      return numberReader(field, format);
    case 'text':
      return (text) => (text.length > 10_000 ? refusals.textTooLong : text);
    case 'boolean':
      return (text) => truths.get(text.normalize('NFKC').toLowerCase()) ?? refusals.notBoolean;
    case 'date':
      return dateReader(format, timeZone);
    case 'instant':
      return instantReader(format);
    case 'enumeration':
      return enumerationReader(field.values ?? []);
  }
}

function numberReader({ minimum, maximum }: Field, format: ColumnFormat): ValueReader {
  const outside = outOfRange(minimum, maximum);
  const hasLimits = minimum !== undefined || maximum !== undefined;
  return (text) => {
    if (format.decimalMark === undefined && needsDecimalMark(text)) {
      if (decimalEvidence(text) !== undefined) throw new FormatOpen('decimalMark');
    }
    const number = readNumber(text, format.decimalMark ?? '.');
    if (!hasLimits || number instanceof Refusal) return number;
    const value = Number(number);
    return (minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)
      ? outside
      : number;
  };
}

function outOfRange(minimum?: number, maximum?: number): Refusal {
  const en = [
    minimum === undefined ? [] : `at least ${minimum}`,
    maximum === undefined ? [] : `at most ${maximum}`,
  ];
  const zh = [
    minimum === undefined ? [] : `不得小于 ${minimum}`,
    maximum === undefined ? [] : `不得大于 ${maximum}`,
  ];
  return refusal(
    'NUMBER_OUT_OF_RANGE',
    `The number must be ${en.flat().join(' and ')}.`,
    `数值${zh.flat().join('，')}。`,
  );
}

const beginsWithYear = /^\d{4}/;

function momentReader(format: ColumnFormat) {
  return (text: string) => {
    const isOpen = format.dateOrder === undefined && !beginsWithYear.test(text);
    if (isOpen && orderEvidence(text) !== undefined) throw new FormatOpen('dateOrder');
    // Without a known order, only texts get here that every order reads alike.
    return readMoment(text, format.dateOrder ?? 'dmy');
  };
}

/** A text without zone is left without: the database session that reads it has the workspace's time zone. */
function instantReader(format: ColumnFormat): ValueReader {
  const read = momentReader(format);
  return (text) => {
    const moment = read(text);
    if (moment instanceof Refusal) return moment;
    return `${moment.day} ${moment.time ?? '00:00:00'}${moment.zone ?? ''}`;
  };
}

/** The day of an instant with a zone is its day in the workspace; any other time of day is left out. */
function dateReader(format: ColumnFormat, timeZone: string): ValueReader {
  const read = momentReader(format);
  return (text) => {
    const moment = read(text);
    if (moment instanceof Refusal) return moment;
    if (moment.zone === undefined) return moment.day;
    const local = DateTime.fromISO(`${moment.day}T${moment.time}${moment.zone}`).setZone(timeZone);
    return local.year >= 1 && local.year <= 9999 ? local.toFormat('yyyy-MM-dd') : refusals.noSuchDate;
  };
}

function enumerationReader(values: readonly string[]): ValueReader {
  const exact = new Set(values);
  const folded = new Map<string, string | undefined>();
  for (const value of values) {
    const key = value.toLowerCase();
    folded.set(key, folded.has(key) ? undefined : value);
  }
  const listed = values.slice(0, 20).join(', ');
  const unknown = refusal(
    'NOT_AN_ALLOWED_VALUE',
    `Allowed values are: ${listed}${values.length > 20 ? ', …' : ''}.`,
    `可选值为：${listed}${values.length > 20 ? ' 等' : ''}。`,
  );
  return (text) => (exact.has(text) ? text : (folded.get(text.toLowerCase()) ?? unknown));
}
