import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { BadRowCells } from './bad-row.repository.js';

const ownColumns = ['bad_row_line', 'bad_row_column', 'bad_row_reason', 'bad_row_reason_zh'];

/**
 * The rows as CSV: the original columns as they stood in the file, so that it can be mended and imported again, then the
 * line, column and reason. Begins with a byte order mark, without which spreadsheet programs misread Chinese.
 */
export function badRowFile(headers: readonly string[], rows: AsyncIterable<BadRowCells>): Readable {
  async function* records(): AsyncGenerator<readonly string[]> {
    yield [...headers, ...ownColumns];
    for await (const { cells, line, column, reason } of rows) {
      const own = [String(line), column ?? '', reason.en ?? '', reason['zh-CN'] ?? ''].map(withoutFormula);
      yield [...padded(cells, headers.length), ...own];
    }
  }
  const source = Readable.from(records());
  const file = stringify({ bom: true, record_delimiter: '\r\n' });
  source.on('error', (error) => file.destroy(error));
  file.on('close', () => source.destroy());
  return source.pipe(file);
}

/** A row with too many or too few cells keeps the columns after it in their place. */
function padded(cells: readonly string[], length: number): readonly string[] {
  if (cells.length === length) return cells;
  if (cells.length < length) return [...cells, ...Array<string>(length - cells.length).fill('')];
  return [...cells.slice(0, length - 1), cells.slice(length - 1).join(' | ')];
}

/** Spreadsheet programs run a cell that begins so; a header of the file can stand in our column. */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
