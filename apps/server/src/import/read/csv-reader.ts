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

/** Longest row, in characters; a quote that is never closed is noticed after as many. */
const MAX_ROW_LENGTH = 1_000_000;

/**
 * Reads CSV (RFC 4180) from pieces of text. Rows without a quote, nearly all, are found by two searches; the others are
 * read character by character. A row whose quotes do not match is handed over as damaged and reading goes on at the next
 * line of the file, so that one stray quote does not swallow the rows after it. Empty lines are skipped. In the middle of
 * an unquoted cell a quote is a character like any other.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #onRow: RowHandler;
  #rest = '';
  #line = 1;
  #isSkipping = false;

  constructor(format: CsvFormat, onRow: RowHandler) {
    this.#delimiter = format.delimiter;
    this.#newline = format.newline;
    this.#onRow = onRow;
  }

  write(text: string): void {
    this.#rest = this.#read(this.#rest === '' ? text : this.#rest + text, false);
  }

  /** Hands over what the file ends with, when its last line has no line break. */
  end(): void {
    const last = this.#rest;
    this.#rest = '';
    if (last !== '') this.#read(last + this.#newline, true);
  }

  /** Reads the rows of `text` that are complete. @returns the part that is not */
  #read(text: string, isLast: boolean): string {
    let position = this.#isSkipping ? this.#skip(text) : 0;
    while (position < text.length) {
      // The search for a quote stands outside the loop over plain rows: inside a condition there, V8 repeats it for every row.
      const quote = text.indexOf('"', position);
      const plainEnd = quote === -1 ? text.length : quote;
      let end = text.indexOf(this.#newline, position);
      while (end !== -1 && end < plainEnd) {
        this.#readPlain(text, position, end);
        position = end + 1;
        this.#line += 1;
        end = text.indexOf(this.#newline, position);
      }
      if (quote !== -1) {
        const next = this.#readQuoted(text, position, end, isLast);
        if (next === -1) return text.slice(position);
        position = next;
      } else if (text.length - position <= MAX_ROW_LENGTH) {
        return text.slice(position);
      } else {
        this.#onRow(this.#line, [text.slice(position, position + 1000)], 'ROW_TOO_LONG');
        this.#isSkipping = true;
        return '';
      }
    }
    return '';
  }

  /** Leaves out the rest of a row that was too long. */
  #skip(text: string): number {
    const end = text.indexOf(this.#newline);
    if (end === -1) return text.length;
    this.#isSkipping = false;
    this.#line += 1;
    return end + 1;
  }

  #readPlain(text: string, start: number, end: number): void {
    const stop = this.#withoutReturn(text, start, end);
    if (stop === start) return;
    if (stop - start > MAX_ROW_LENGTH) {
      this.#onRow(this.#line, [text.slice(start, start + 1000)], 'ROW_TOO_LONG');
      return;
    }
    this.#onRow(this.#line, text.slice(start, stop).split(this.#delimiter));
  }

  #withoutReturn(text: string, start: number, end: number): number {
    return this.#newline === '\n' && end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  /** Reads the row at `start`, on whose first line, ending at `lineEnd`, there is a quote. @returns the start of the next row, -1 when more text is needed */
  #readQuoted(text: string, start: number, lineEnd: number, isLast: boolean): number {
    const cells: string[] = [];
    let position = start;
    let lines = 1;
    while (true) {
      if (text.charCodeAt(position) === 34) {
        const cell = this.#quotedCell(text, position);
        if (cell === undefined) return this.#incomplete(text, start, lineEnd, isLast);
        if (cell.next === -1) return this.#damaged(text, start, lineEnd);
        cells.push(cell.value);
        lines += cell.lineBreaks;
        position = cell.next;
      } else {
        const delimiter = text.indexOf(this.#delimiter, position);
        const end = text.indexOf(this.#newline, position);
        if (end === -1 && delimiter === -1) return this.#incomplete(text, start, lineEnd, isLast);
        if (delimiter !== -1 && (end === -1 || delimiter < end)) {
          cells.push(text.slice(position, delimiter));
          position = delimiter;
        } else {
          cells.push(text.slice(position, this.#withoutReturn(text, position, end)));
          position = end;
        }
      }
      if (text[position] === this.#newline) {
        this.#onRow(this.#line, cells);
        this.#line += lines;
        return position + 1;
      }
      position += 1;
    }
  }

  /**
   * Reads the quoted cell at `start`. `next` is where its delimiter or line break stands, -1 when something else follows
   * the closing quote. @returns undefined when the text ends before that is known
   */
  #quotedCell(text: string, start: number): { value: string; next: number; lineBreaks: number } | undefined {
    let close = text.indexOf('"', start + 1);
    let hasEscape = false;
    while (close !== -1 && text.charCodeAt(close + 1) === 34) {
      hasEscape = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) return undefined;
    let next = close + 1;
    while (text[next] === ' ' || (text[next] === '\t' && this.#delimiter !== '\t')) next += 1;
    if (text[next] === '\r' && this.#newline === '\n') next += 1;
    if (next >= text.length) return undefined;
    const raw = text.slice(start + 1, close);
    const value = hasEscape ? raw.replaceAll('""', '"') : raw;
    const isEnd = text[next] === this.#newline || (text[next] === this.#delimiter && text[next - 1] !== '\r');
    return { value, next: isEnd ? next : -1, lineBreaks: isEnd ? this.#countBreaks(raw) : 0 };
  }

  #countBreaks(text: string): number {
    let count = 0;
    for (let at = text.indexOf(this.#newline); at !== -1; at = text.indexOf(this.#newline, at + 1))
      count += 1;
    return count;
  }

  #incomplete(text: string, start: number, lineEnd: number, isLast: boolean): number {
    return isLast || text.length - start > MAX_ROW_LENGTH ? this.#damaged(text, start, lineEnd) : -1;
  }

  #damaged(text: string, start: number, lineEnd: number): number {
    if (lineEnd === -1) {
      this.#onRow(this.#line, [text.slice(start, start + 1000)], 'ROW_TOO_LONG');
      this.#isSkipping = true;
      return text.length;
    }
    this.#onRow(this.#line, [text.slice(start, this.#withoutReturn(text, start, lineEnd))], 'QUOTE_OPEN');
    this.#line += 1;
    return lineEnd + 1;
  }
}
