import type { Upload } from '@terrace/client';
import type { CsvFormat } from '../read/csv-reader.js';
import { headRows } from './header-row.js';

type Delimiter = Upload['delimiter'];

/** Rows looked at to tell the delimiter. */
const ROWS = 100;

/** The delimiter that splits most rows at the start of a file into as many cells as its header; a comma for a single column. */
export function findDelimiter(text: string, newline: CsvFormat['newline'], isWhole: boolean): Delimiter {
  let best: { delimiter: Delimiter; share: number; columns: number } | undefined;
  for (const delimiter of [',', ';', '\t'] as const) {
    const { headers, rows } = headRows(text, { delimiter, newline }, ROWS, isWhole);
    if (headers.length < 2) continue;
    const share = rows.filter(({ length }) => length === headers.length).length / Math.max(rows.length, 1);
    const isBetter =
      best === undefined || share > best.share || (share === best.share && headers.length > best.columns);
    if (isBetter) best = { delimiter, share, columns: headers.length };
  }
  return best?.delimiter ?? ',';
}

/** `\r` when that alone ends the lines. */
export function findNewline(text: string): CsvFormat['newline'] {
  return !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
}
