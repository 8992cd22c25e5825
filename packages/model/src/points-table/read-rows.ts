import { parse, type CsvError, type InfoRecord } from 'csv-parse/browser/esm/sync';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';
import { columns, countColumns, delimiters, findColumn } from './header.js';
import { lineIssue } from './line-issue.js';

/** A row below the header that has something in it. */
export interface TableRow {
  /** The line it begins on; the header of a plain file is on line 1. */
  readonly line: number;
  readonly variable: string;
  readonly bin: string;
  readonly points: string;
}

/** The rows of a table, and what keeps others from being read. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  /** Whether a comma can be a decimal mark in a cell without quotes. */
  readonly hasDecimalComma: boolean;
  readonly issues: readonly Issue[];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Every row with the line it begins on; `fault` where the text ends inside quotes. */
function readLines(text: string, delimiter: string): { lines: Line[]; fault: Issue | null } {
  const lines: Line[] = [];
  let last = 0;
  try {
    parse(text, {
      delimiter,
      bom: true,
      // Not the first that is found: files put together from several have more than one kind.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], info: InfoRecord) => {
        lines.push({ line: last + 1, cells });
        last = info.lines;
        return null;
      },
    });
    return { lines, fault: null };
  } catch (error) {
    if ((error as CsvError).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const fault = lineIssue(
      'QUOTE_NOT_CLOSED',
      last + 1,
      'a quotation mark that opens a cell on this line or below is never closed. Close it, or write "" for a quotation mark in a quoted cell.',
      '本行或之后有单元格的开始引号没有对应的结束引号。请补全引号；带引号的单元格中，引号本身应写成 ""。',
    );
    return { lines, fault };
  }
}

const isBlank = ({ cells }: Line): boolean => cells.every((cell) => cell.trim() === '');

/** How many of the columns the first row with content has, when cells are separated by `delimiter`. */
function columnsFound(lines: readonly Line[]): number {
  const header = lines.find((line) => !isBlank(line))?.cells ?? [];
  return countColumns(header);
}

function emptyTable(): Issue {
  return makeIssue(
    'EMPTY_TABLE',
    [],
    'The table is empty. It needs the columns variable, bin and points, and a row per bin.',
    '评分表为空。应包含变量（variable）、分箱（bin）、分值（points）三列，每个分箱一行。',
  );
}

function columnFaults(header: Line): Issue[] {
  const found = columns.map((column) => ({ column, ...findColumn(header.cells, column) }));
  const absent = found.filter(({ at }) => at < 0).map(({ column }) => column);
  const present = header.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return [
    ...(absent.length === 0
      ? []
      : [
          lineIssue(
            'COLUMNS_MISSING',
            header.line,
            `the header has no column ${absent.join(', ')}. It needs variable, bin and points; its columns are: ${present.join(', ')}.`,
            `表头缺少 ${absent.join('、')} 列。应包含 variable、bin、points 三列，现有列：${present.join('、')}。`,
            { details: { columns: absent } },
          ),
        ]),
    ...found
      .filter(({ again }) => again)
      .map(({ column }) =>
        lineIssue(
          'COLUMN_TWICE',
          header.line,
          `the header has the column ${column} twice. Remove or rename one of them.`,
          `表头中 ${column} 列重复，请删除或重命名其中一列。`,
          { details: { column } },
        ),
      ),
  ];
}

/** A bin such as `[26,35)` that is not quoted falls into two cells. */
function extraCells({ line }: Line): Issue {
  return lineIssue(
    'EXTRA_CELLS',
    line,
    'the row has more cells than the header. Put a bin with a comma into quotation marks, such as "[26,35)".',
    '单元格数量多于表头。含逗号的分箱请加引号，例如 "[26,35)"。',
  );
}

/**
 * Reads the cells of a points table: CSV with commas, semicolons or tabs, whichever gives the header its columns. Empty rows
 * and a header that is repeated are left out, cells are trimmed.
 */
export function readRows(text: string): TableRows {
  const attempts = delimiters.map((delimiter) => ({ delimiter, ...readLines(text, delimiter) }));
  const [first, ...others] = attempts.map((attempt) => ({ ...attempt, found: columnsFound(attempt.lines) }));
  let best = first as NonNullable<typeof first>;
  for (const attempt of others) if (attempt.found > best.found) best = attempt;
  const hasDecimalComma = best.delimiter !== ',';
  const filled = best.lines.filter((line) => !isBlank(line));
  const [header, ...below] = filled;
  const faults = best.fault === null ? [] : [best.fault];
  if (header === undefined)
    return { rows: [], hasDecimalComma, issues: faults.length > 0 ? faults : [emptyTable()] };
  const ofColumns = columnFaults(header);
  if (ofColumns.length > 0) return { rows: [], hasDecimalComma, issues: [...ofColumns, ...faults] };
  const [variable, bin, points] = columns.map((column) => findColumn(header.cells, column).at);
  const cell = ({ cells }: Line, at: number | undefined): string => cells[at ?? -1]?.trim() ?? '';
  const isHeader = ({ cells }: Line): boolean => countColumns(cells) === columns.length;
  const extra = below.filter(({ cells }) =>
    cells.slice(header.cells.length).some((each) => each.trim() !== ''),
  );
  const rows = below
    .filter((line) => !isHeader(line) && !extra.includes(line))
    .map((line) => ({
      line: line.line,
      variable: cell(line, variable),
      bin: cell(line, bin),
      points: cell(line, points),
    }))
    .filter((row) => row.variable !== '' || row.bin !== '' || row.points !== '');
  return {
    rows,
    hasDecimalComma,
    issues: [
      ...faults,
      ...extra.map(extraCells),
      ...(rows.length + extra.length + faults.length === 0 ? [emptyTable()] : []),
    ],
  };
}
