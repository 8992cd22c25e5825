import { CsvError, parse, type InfoRecord, type Options } from 'csv-parse/sync';

/** What is wrong with a row before its cells are looked at. */
export type RowDamage = 'QUOTE_OPEN' | 'ROW_TOO_LONG';

/** Takes a row: the line it begins on (from 1), its cells, and what is wrong with it. */
export type RowHandler = (line: number, cells: string[], damage?: RowDamage) => void;

/** How a file separates cells and rows. */
export interface CsvFormat {
  readonly delimiter: string;
  /** `\r` for files of the old Mac OS; `\n` also reads `\r\n`. */
  readonly newline: '\n' | '\r';
}

/** Longest row, in bytes of UTF-8; a quote that is never closed is noticed after as many. */
const MAX_ROW_BYTES = 1_000_000;
/** Bytes that may be read in vain, by looking for closing quotes: so many, and beyond them so many times the bytes of the file. */
const VAIN_BYTES = { free: 10 * MAX_ROW_BYTES, perByte: 8 };

/** What csv-parse reports of a row whose quotes do not match. */
const quoteErrors: readonly string[] = ['CSV_QUOTE_NOT_CLOSED', 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE'];
const rowTooLong = new Error('The row is too long.');

function isQuoteError(error: unknown): error is CsvError {
  return error instanceof CsvError && quoteErrors.includes(error.code);
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}

/**
 * Reads CSV (RFC 4180) from pieces of text, by csv-parse. Every piece is parsed up to its last line break; a row that is
 * still open there is read again with the next piece. A row whose quotes do not match is handed over as damaged and
 * reading goes on at the next line of the file, so that one stray quote does not swallow the rows after it. Empty lines
 * are skipped, and spaces around cells are left out. In the middle of an unquoted cell a quote is a character like any other.
 */
export class CsvReader {
  readonly #newline: string;
  readonly #options: Options;
  readonly #onRow: RowHandler;
  #rest = '';
  /** The line that the next row, or an empty line before it, begins on. */
  #line = 1;
  #bytesRead = 0;
  #vainBytes = 0;
  #isSkipping = false;

  constructor(format: CsvFormat, onRow: RowHandler) {
    this.#newline = format.newline;
    this.#options = {
      delimiter: format.delimiter,
      record_delimiter: format.newline === '\n' ? ['\r\n', '\n'] : '\r',
      relax_column_count: true,
      relax_quotes: true,
      // With it, text after a closing quote is an error; relax_quotes alone would make it a part of the cell.
      trim: true,
    };
    this.#onRow = onRow;
  }

  write(text: string): void {
    let unread = this.#rest + text;
    if (this.#isSkipping) unread = this.#afterLongRow(unread);
    const end = unread.lastIndexOf(this.#newline) + 1;
    if (end > 0) unread = this.#read(Buffer.from(unread.slice(0, end)), false) + unread.slice(end);
    if (unread.length > MAX_ROW_BYTES && !unread.includes(this.#newline)) {
      this.#onRow(this.#line, [unread.slice(0, 1000)], 'ROW_TOO_LONG');
      this.#isSkipping = true;
      unread = '';
    }
    this.#rest = unread;
  }

  /** Hands over what the file ends with, when its last row is not yet known to be whole. */
  end(): void {
    if (!this.#isSkipping) this.#read(Buffer.from(this.#rest), true);
    this.#rest = '';
  }

  /** Leaves out the rest of a row that was too long to keep. */
  #afterLongRow(text: string): string {
    const end = text.indexOf(this.#newline);
    if (end === -1) return '';
    this.#isSkipping = false;
    this.#line += 1;
    return text.slice(end + 1);
  }

  /** Reads the rows of whole lines. @returns the text from the first row on that may go on after them */
  #read(bytes: Buffer, isLast: boolean): string {
    let start = this.#readWhole(bytes) ? bytes.length : 0;
    while (start < bytes.length) {
      // A file made of open quotes would be read over and over; then each line is read by itself.
      const isAlone = this.#vainBytes > VAIN_BYTES.free + VAIN_BYTES.perByte * (this.#bytesRead + start);
      const end = isAlone ? this.#lineEnd(bytes, start) : bytes.length;
      const { next, isOpen, vainBytes } = this.#readUpToDamage(bytes.subarray(start, end));
      start += next;
      if (start === end) continue;
      const mayClose = isOpen && !isLast && !isAlone && bytes.length - start <= MAX_ROW_BYTES;
      if (mayClose) {
        this.#bytesRead += start;
        return bytes.toString('utf8', start);
      }
      this.#vainBytes += vainBytes;
      start = this.#setLineAside(bytes, start);
    }
    this.#bytesRead += bytes.length;
    return '';
  }

  /**
   * Reads rows without asking the parser where each begins, which takes half the time: nearly always.
   * @returns false, and hands nothing over, when that has to be asked
   */
  #readWhole(bytes: Buffer): boolean {
    if (bytes.length > MAX_ROW_BYTES) return false;
    let rows: string[][];
    try {
      rows = parse(bytes, this.#options);
    } catch (error) {
      if (isQuoteError(error)) return false;
      throw error;
    }
    const heights = bytes.includes('"') ? this.#heights(bytes, rows) : undefined;
    if (heights === null) return false;
    for (const [index, cells] of rows.entries()) {
      if (!isEmpty(cells)) this.#onRow(this.#line, cells);
      this.#line += heights?.[index] ?? 1;
    }
    return true;
  }

  /** How many lines each row takes up; null when its cells do not tell. */
  #heights(bytes: Buffer, rows: readonly string[][]): number[] | null {
    // A line that is empty and one that holds "" look alike here.
    if (rows.some(isEmpty)) return null;
    const heights = rows.map((cells) =>
      cells.reduce((height, cell) => height + cell.split(this.#newline).length - 1, 1),
    );
    const total = heights.reduce((sum, height) => sum + height, 0);
    return total === this.#countLines(bytes, 0, bytes.length) ? heights : null;
  }

  /**
   * Hands over rows up to the end or the first damaged one.
   * @returns where it ended; `isOpen`: a quote was not closed up to the end; `vainBytes`: how far the damaged row was read
   */
  #readUpToDamage(bytes: Buffer): { next: number; isOpen: boolean; vainBytes: number } {
    let next = 0;
    let emptyLines = 0;
    let linesRead = 1;
    const takeRow = (cells: string[], row: InfoRecord): null => {
      if (row.bytes - next > MAX_ROW_BYTES) throw rowTooLong;
      this.#onRow(this.#line + row.empty_lines - emptyLines, cells);
      this.#line += this.#countLines(bytes, next, row.bytes);
      next = row.bytes;
      emptyLines = row.empty_lines;
      linesRead = row.lines;
      // Rows are handed over here; the parser is not to collect them.
      return null;
    };
    try {
      parse(bytes, { ...this.#options, skip_empty_lines: true, on_record: takeRow });
    } catch (error) {
      if (error === rowTooLong) return { next, isOpen: false, vainBytes: MAX_ROW_BYTES };
      if (!isQuoteError(error)) throw error;
      let reached = next;
      for (let line = linesRead; line <= Number(error['lines']) && reached < bytes.length; line += 1)
        reached = this.#lineEnd(bytes, reached);
      return { next, isOpen: error.code === 'CSV_QUOTE_NOT_CLOSED', vainBytes: reached - next };
    }
    // Empty lines at the end belong to no row.
    this.#line += this.#countLines(bytes, next, bytes.length);
    return { next: bytes.length, isOpen: false, vainBytes: 0 };
  }

  /** Hands over the first line from `start` on that is not empty as damaged. @returns where the line after it begins */
  #setLineAside(bytes: Buffer, start: number): number {
    let text = '';
    let length = 0;
    let end = start;
    while (text === '' && end < bytes.length) {
      const begin = end;
      end = this.#lineEnd(bytes, begin);
      length = end - begin;
      text = bytes.toString('utf8', begin, end).trim();
      this.#line += 1;
    }
    const line = this.#line - 1;
    if (length > MAX_ROW_BYTES) this.#onRow(line, [text.slice(0, 1000)], 'ROW_TOO_LONG');
    else this.#onRow(line, [text], 'QUOTE_OPEN');
    return end;
  }

  #lineEnd(bytes: Buffer, start: number): number {
    const end = bytes.indexOf(this.#newline, start);
    return end === -1 ? bytes.length : end + 1;
  }

  #countLines(bytes: Buffer, start: number, end: number): number {
    let count = 0;
    for (let at = start; at < end; at = this.#lineEnd(bytes, at)) count += 1;
    return count;
  }
}
