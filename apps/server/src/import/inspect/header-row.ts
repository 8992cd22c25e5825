import { CsvReader, type CsvFormat } from '../read/csv-reader.js';
import { fileFaults } from './file-fault.js';

/** Characters parsed at a time, as few rows are wanted. */
const PIECE_LENGTH = 16 * 1024;

/** Rows at the start of a file, as text. */
export interface HeadRows {
  readonly headers: string[];
  readonly rows: string[][];
}

/** Reads the header and up to `limit` rows from the start of a file. `isWhole`: `text` is the whole file. */
export function headRows(text: string, format: CsvFormat, limit: number, isWhole: boolean): HeadRows {
  let headers: string[] | undefined;
  const rows: string[][] = [];
  const csv = new CsvReader(format, (_line, cells, damage) => {
    if (headers === undefined) headers = damage === undefined ? cells.map((cell) => cell.trim()) : [];
    else if (rows.length < limit) rows.push(cells);
  });
  let at = 0;
  for (; at < text.length && rows.length < limit; at += PIECE_LENGTH)
    csv.write(text.slice(at, at + PIECE_LENGTH));
  if (isWhole && at >= text.length) csv.end();
  return { headers: headers ?? [], rows };
}

/** @throws Fault when no column could be named by these headers; columns without a name are allowed and cannot be mapped */
export function checkHeaders(headers: readonly string[]): void {
  const named = headers.filter((name) => name !== '');
  if (
    named.length === 0 ||
    headers.length > 2000 ||
    named.some((name) => name.length > 500 || name.includes('\0'))
  )
    throw fileFaults.headerless();
  const twice = named.filter((name, index) => named.indexOf(name) !== index);
  if (twice.length > 0) throw fileFaults.duplicateHeaders([...new Set(twice)]);
}
