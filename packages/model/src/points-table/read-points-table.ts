import { normalizeHeader } from '../catalog/normalize-header.js';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';
import { quote } from '../explain/words.js';
import { readDecimal } from './decimal-text.js';
import { lineIssue } from './line-issue.js';
import type { PointsTable, PointsVariable } from './points-table.js';
import { readRows, type TableRow } from './read-rows.js';
import { scorecardItem } from './scorecard-item.js';
import { readVariable, type VariableRow } from './read-variable.js';

/** A points table as far as it was understood, and everything that is wrong with it. @since 0.1.0 */
export interface ReadPointsTable {
  readonly table: PointsTable;
  /** In the order of their lines; `details.line` has it. With an error among them the table must not be used. */
  readonly issues: readonly Issue[];
}

/** What the row of base points is called, without case, spaces and punctuation. */
const baseNames = new Set([
  'basepoints',
  'basepoint',
  'basescore',
  'base',
  'intercept',
  'const',
  '基础分',
  '基准分',
  '截距',
]);
/** Bins that say no more than that there is none. */
const noBins = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'NULL', '-', '--', '/']);

/** Limits of a scorecard node. */
const maxVariables = 200;
const maxBins = 500;

function isBase({ variable, bin }: TableRow): boolean {
  return baseNames.has(normalizeHeader(variable)) && (noBins.has(bin) || baseNames.has(normalizeHeader(bin)));
}

/** The points of a row as decimal text; null with the fault reported. */
function pointsOf(
  row: TableRow,
  hasDecimalComma: boolean,
  issues: Issue[],
  rounded: number[],
): string | null {
  const { line, variable, bin, points } = row;
  const where = isBase(row)
    ? { en: 'the base points', 'zh-CN': '基础分' }
    : { en: `${quote(bin)} of ${quote(variable)}`, 'zh-CN': `${quote(variable)}的${quote(bin)}` };
  if (noBins.has(points)) {
    issues.push(
      lineIssue('NO_POINTS', line, `${where.en} has no points.`, `${where['zh-CN']}没有分值。`, {
        details: { variable },
      }),
    );
    return null;
  }
  const read = readDecimal(points, hasDecimalComma);
  if (read === null) {
    issues.push(
      lineIssue(
        'NOT_A_NUMBER',
        line,
        `the points ${quote(points)} of ${where.en} are no number. Write digits with a decimal point, such as -12.5.`,
        `${where['zh-CN']}的分值${quote(points)}不是有效的数字，请写成 -12.5 这样的形式。`,
        { details: { variable, points } },
      ),
    );
    return null;
  }
  if (read.isRounded) rounded.push(line);
  return read.text;
}

/** Lines as a list that stays short. */
function listed(lines: readonly number[], separator: string): string {
  const shown = lines.slice(0, 10).join(separator);
  return lines.length > 10 ? `${shown}${separator}…` : shown;
}

function notes(rounded: readonly number[], special: readonly number[]): Issue[] {
  const issues: Issue[] = [];
  const [firstRounded] = rounded;
  if (firstRounded !== undefined)
    issues.push(
      lineIssue(
        'ROUNDED_POINTS',
        firstRounded,
        `points with more than 15 digits are rounded to 15 (lines ${listed(rounded, ', ')}).`,
        `超过 15 位数字的分值已按 15 位四舍五入（第 ${listed(rounded, '、')} 行）。`,
        { severity: 'warning', details: { lines: rounded } },
      ),
    );
  const [firstSpecial] = special;
  if (firstSpecial !== undefined)
    issues.push(
      lineIssue(
        'SPECIAL_LEFT_OUT',
        firstSpecial,
        `bins “Special” do not say which values they take, and are left out (lines ${listed(special, ', ')}). Write the values instead where there are some.`,
        `“Special”分箱没有写明包含哪些取值，已忽略（第 ${listed(special, '、')} 行）。如有特殊取值，请直接写出这些值。`,
        { severity: 'warning', details: { lines: special } },
      ),
    );
  return issues;
}

/** The base points; a second row of them is a fault. */
function readBase(
  rows: readonly (TableRow & { readonly value: string | null })[],
  issues: Issue[],
): { base: string; baseLine: number | null } {
  const [first, ...others] = rows;
  for (const { line } of others)
    issues.push(
      lineIssue(
        'TWO_BASE_POINTS',
        line,
        `the base points stand on line ${first?.line} already. Keep one of the two rows.`,
        `基础分已在第 ${first?.line} 行给出，请只保留一行。`,
        { details: { first: first?.line } },
      ),
    );
  return { base: first?.value ?? '0', baseLine: first?.line ?? null };
}

function checkSize(variables: readonly PointsVariable[]): Issue[] {
  const issues: Issue[] = [];
  const beyond = variables[maxVariables];
  if (beyond !== undefined)
    issues.push(
      lineIssue(
        'TOO_MANY_VARIABLES',
        beyond.line,
        `the card has ${variables.length} variables, and at most ${maxVariables} are possible.`,
        `评分卡共有 ${variables.length} 个变量，最多支持 ${maxVariables} 个。`,
      ),
    );
  for (const variable of variables) {
    const count = scorecardItem(variable, 'item', 'input', variable.type).bins?.length ?? 0;
    if (count > maxBins)
      issues.push(
        lineIssue(
          'TOO_MANY_BINS',
          variable.line,
          `${quote(variable.name)} has ${count} bins, and at most ${maxBins} are possible.`,
          `${quote(variable.name)}共有 ${count} 个分箱，最多支持 ${maxBins} 个。`,
          { details: { variable: variable.name } },
        ),
      );
  }
  return issues;
}

/**
 * Reads a points table as the usual scorecard tools write it: columns `variable`, `bin` and `points` in any order among others,
 * separated by commas, semicolons or tabs; bins `[26,35)`, single numbers, `missing`, categories joined by `%,%`; base points in a row of
 * their own.
 * @returns what was understood, and every fault with its line: `EMPTY_TABLE`, `COLUMNS_MISSING`, `COLUMN_TWICE`, `QUOTE_NOT_CLOSED`,
 * `EXTRA_CELLS`, `NO_VARIABLE`, `NO_POINTS`, `NOT_A_NUMBER`, `UNKNOWN_BIN`, `EMPTY_RANGE`, `OVERLAPPING_BINS`, `DUPLICATE_CATEGORY`, `DUPLICATE_MISSING`,
 * `TWO_BASE_POINTS`, `NO_VARIABLES`, `TOO_MANY_VARIABLES`, `TOO_MANY_BINS`; as warnings `GAP_BETWEEN_BINS`, `VALUE_IN_RANGE`, `BLANK_BIN`,
 * `ROUNDED_POINTS`, `SPECIAL_LEFT_OUT`
 * @since 0.1.0
 */
export function readPointsTable(text: string): ReadPointsTable {
  const { rows, hasDecimalComma, issues: faults } = readRows(text);
  const issues: Issue[] = [...faults];
  const rounded: number[] = [];
  const base: (TableRow & { value: string | null })[] = [];
  const ofVariable = new Map<string, { line: number; rows: VariableRow[] }>();
  for (const row of rows) {
    const value = pointsOf(row, hasDecimalComma, issues, rounded);
    if (isBase(row)) base.push({ ...row, value });
    else if (row.variable === '')
      issues.push(
        lineIssue(
          'NO_VARIABLE',
          row.line,
          `the row of bin ${quote(row.bin)} names no variable.`,
          `分箱${quote(row.bin)}所在的行没有变量名。`,
        ),
      );
    else {
      const entry = ofVariable.get(row.variable) ?? { line: row.line, rows: [] };
      ofVariable.set(row.variable, entry);
      // What has no points still says what kind of bins the variable has.
      entry.rows.push({ line: row.line, bin: row.bin, points: value ?? '0' });
    }
  }
  const special: number[] = [];
  const variables = [...ofVariable].map(([name, entry]) => {
    const read = readVariable(name, entry.rows);
    issues.push(...read.issues);
    special.push(...read.special);
    return read.variable;
  });
  const { base: points, baseLine } = readBase(base, issues);
  issues.push(
    ...notes(
      rounded,
      special.sort((a, b) => a - b),
    ),
    ...checkSize(variables),
  );
  if (variables.length === 0 && rows.length > 0)
    issues.push(
      makeIssue(
        'NO_VARIABLES',
        [],
        'The table has base points and no variable. Add a row per bin.',
        '评分表只有基础分，没有变量。请为每个分箱添加一行。',
      ),
    );
  const lineOf = ({ details }: Issue): number => Number(details?.['line'] ?? 0);
  return {
    table: { base: points, baseLine, variables },
    issues: issues.sort((a, b) => lineOf(a) - lineOf(b)),
  };
}
