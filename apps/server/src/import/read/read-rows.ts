import { FormatOpen } from './cell-reader.js';
import { evidence, type FormatPart } from './column-format.js';
import { CsvReader, type RowDamage } from './csv-reader.js';
import { Refusal, refusal, refusals } from './refusal.js';
import type { PlannedColumn, RowPlan } from './row-plan.js';
import { formatOpenFault } from './format-fault.js';
import { decode, type ByteSource, type TextFormat } from './text-file.js';

/** A row that is set aside. */
export interface SetAside {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly refusal: Refusal;
  readonly cells: readonly string[];
}

/** Takes what reading a file gives. */
export interface RowSink {
  /** A good row; values are in the order of the plan's columns. */
  good(line: number, values: readonly (string | null)[]): void;
  bad(row: SetAside): void;
  /** Called after every piece of the file. @returns false to stop reading */
  flush(): Promise<boolean>;
  /** Everything so far is handed over again, because the format of a column was found out only now. */
  restart(): Promise<void>;
}

const damages: Readonly<Record<RowDamage, Refusal>> = {
  QUOTE_OPEN: refusals.quoteOpen,
  ROW_TOO_LONG: refusals.rowTooLong,
};

/**
 * Reads a file row by row. The first row is the header.
 * @throws Fault when the file leaves open how a column is to be read
 */
export async function readRows(
  source: ByteSource,
  format: TextFormat,
  plan: RowPlan,
  sink: RowSink,
): Promise<void> {
  while (true) {
    const open = await attempt(source, format, plan, sink);
    if (open === undefined) return;
    await findFormat(source, format, plan, open);
    await sink.restart();
  }
}

interface OpenFormat {
  readonly column: PlannedColumn;
  readonly part: FormatPart;
}

async function attempt(
  source: ByteSource,
  format: TextFormat,
  plan: RowPlan,
  sink: RowSink,
): Promise<OpenFormat | undefined> {
  const rows = new RowReader(plan, format, sink);
  const csv = new CsvReader(format, rows.onRow);
  try {
    for await (const text of decode(source, format.encoding)) {
      rows.startPiece(text);
      csv.write(text);
      if (!(await sink.flush())) return undefined;
    }
    csv.end();
    await sink.flush();
    return undefined;
  } catch (error) {
    if (error instanceof FormatOpen && rows.current !== undefined) {
      return { column: rows.current, part: error.part };
    }
    throw error;
  }
}

/** Turns the cells of rows into values. */
class RowReader {
  readonly #plan: RowPlan;
  readonly #sink: RowSink;
  readonly #isGuarded: boolean;
  #isHeader = true;
  /** Whether some row from here on may hold a character that no text has. */
  #isSuspect = false;
  /** The column being read. */
  current: PlannedColumn | undefined;

  constructor(plan: RowPlan, format: TextFormat, sink: RowSink) {
    this.#plan = plan;
    this.#sink = sink;
    this.#isGuarded = !format.isSound;
  }

  startPiece(text: string): void {
    this.#isSuspect ||= text.includes('\0') || (this.#isGuarded && text.includes('\ufffd'));
  }

  readonly onRow = (line: number, cells: string[], damage?: RowDamage): void => {
    if (this.#isHeader) {
      this.#isHeader = false;
      return;
    }
    if (damage !== undefined) return this.#setAside(line, cells, damages[damage]);
    if (this.#isSuspect && cells.some((cell) => cell.includes('\0')))
      return this.#setAside(line, cells, refusals.nul);
    if (cells.length !== this.#plan.headers.length)
      return this.#setAside(line, cells, cellCount(cells.length, this.#plan.headers.length));
    const values: (string | null)[] = [];
    for (const column of this.#plan.columns) {
      this.current = column;
      const text = cells[column.index] ?? '';
      const isUnreadable = this.#isSuspect && this.#isGuarded && text.includes('\ufffd');
      const value = isUnreadable ? refusals.unreadable : column.read(text);
      if (value instanceof Refusal) return this.#setAside(line, cells, value, column, text);
      values.push(value);
    }
    this.#sink.good(line, values);
  };

  #setAside(line: number, cells: readonly string[], reason: Refusal, column?: PlannedColumn, value?: string) {
    this.#sink.bad({
      line,
      cells,
      refusal: reason,
      column: column?.header ?? null,
      value: value?.slice(0, 200) ?? null,
    });
  }
}

function cellCount(found: number, expected: number): Refusal {
  return refusal(
    'CELL_COUNT',
    `The row has ${found} cells, the header has ${expected}.`,
    `该行有 ${found} 个单元格，表头有 ${expected} 个。`,
  );
}

/** Looks through the whole column, up to the first value that can be read in one way only. */
async function findFormat(
  source: ByteSource,
  format: TextFormat,
  plan: RowPlan,
  { column, part }: OpenFormat,
): Promise<void> {
  let found: ReturnType<typeof evidence>;
  let isHeader = true;
  const csv = new CsvReader(format, (_line, cells, damage) => {
    if (!isHeader && found === undefined && damage === undefined && cells.length === plan.headers.length)
      found = evidence(part, cells[column.index] ?? '');
    isHeader = false;
  });
  for await (const text of decode(source, format.encoding)) {
    csv.write(text);
    if (found !== undefined) break;
  }
  csv.end();
  // A number such as 1,234 alone is 1234 in files separated by commas or tabs; files separated by semicolons come from where it may be 1.234.
  if (found === undefined && part === 'decimalMark' && format.delimiter !== ';') found = '.';
  if (found === undefined) throw formatOpenFault(part, column.header);
  Object.assign(column.format, { [part]: found });
}
