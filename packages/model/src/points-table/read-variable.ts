import type { Issue } from '../document/issue.js';
import { quote } from '../explain/words.js';
import { checkCategories } from './check-categories.js';
import { checkRanges } from './check-ranges.js';
import { lineIssue } from './line-issue.js';
import type { BinValues, PointsBin, PointsVariable } from './points-table.js';
import { isEmptyRange, isHalfOpen } from './range-text.js';
import { isList, readBin, readList, saysMissing, type BinPart } from './read-bin.js';

/** A row of a variable whose points were read. */
export interface VariableRow {
  readonly line: number;
  readonly bin: string;
  readonly points: string;
}

interface Parts extends VariableRow {
  readonly parts: readonly BinPart[];
}

/** What tools call the bin of codes that were named to them and stand nowhere in the table. */
const isSpecial = (bin: string): boolean => /^special$/i.test(bin);

const isMissing = (part: BinPart): boolean => part.kind === 'missing';
const isRange = (part: BinPart): boolean => part.kind === 'range';

/** The parts of every row; lists of quoted categories are told by all of a variable's bins. */
function splitBins(rows: readonly VariableRow[]): { parts: Parts[]; special: number[] } {
  const plain = rows.map((row) => ({ ...row, parts: readBin(row.bin) }));
  const named = plain.filter(({ bin, parts }) => !isSpecial(bin) && !parts.every(isMissing));
  const areLists = named.length > 0 && named.every(({ bin }) => isList(bin));
  const hasRanges = named.some(({ parts }) => parts.some(isRange));
  if (!areLists && !hasRanges) return { parts: plain, special: [] };
  return {
    parts: plain
      .filter(({ bin }) => !isSpecial(bin))
      .map((row) => (areLists && isList(row.bin) ? { ...row, parts: readList(row.bin) } : row)),
    special: plain.filter(({ bin }) => isSpecial(bin)).map(({ line }) => line),
  };
}

/** Where one bin says "missing" and another `NA`, the second is a category of that name. */
function withNamedCategories(rows: readonly Parts[]): Parts[] {
  const taking = rows.filter(({ parts }) => parts.some(isMissing));
  const saying = taking.filter(({ parts }) =>
    parts.some((part) => part.kind === 'missing' && saysMissing(part.text)),
  );
  if (taking.length < 2 || saying.length !== 1) return [...rows];
  return rows.map((row) =>
    row === saying[0]
      ? row
      : {
          ...row,
          parts: row.parts.map((part): BinPart =>
            part.kind === 'missing' && part.text !== '' ? { kind: 'value', text: part.text } : part,
          ),
        },
  );
}

/** What is wrong with a part of a bin by itself. */
function partFault(part: BinValues, hasRanges: boolean, { line }: Parts, name: string): Issue | null {
  if (part.kind === 'range') {
    if (!isEmptyRange(part)) return null;
    return lineIssue(
      'EMPTY_RANGE',
      line,
      `no number lies in this range of ${quote(name)}. Put the smaller end first.`,
      `${quote(name)}的这个区间不包含任何数值，请把较小的一端写在前面。`,
      { details: { variable: name } },
    );
  }
  if (hasRanges ? part.number !== undefined : !isHalfOpen(part.text)) return null;
  return lineIssue(
    'UNKNOWN_BIN',
    line,
    `${quote(part.text)} of ${quote(name)} is neither a range such as [26,35), a number, nor “missing”.`,
    `${quote(name)}的${quote(part.text)}既不是 [26,35) 这样的区间，也不是数值或 missing。`,
    { details: { variable: name, bin: part.text } },
  );
}

/** The points of missing values, where one row alone has them. */
function missingOf(rows: readonly Parts[], name: string, issues: Issue[]): string | null {
  const [first, ...others] = rows.filter(({ parts }) => parts.some(isMissing));
  for (const { line } of others)
    issues.push(
      lineIssue(
        'DUPLICATE_MISSING',
        line,
        `missing values of ${quote(name)} have points on line ${first?.line} already. Keep one of the two.`,
        `${quote(name)}的缺失值已在第 ${first?.line} 行给出分值，请只保留一处。`,
        { details: { variable: name, first: first?.line } },
      ),
    );
  return first?.points ?? null;
}

/** Reads the rows of one variable, and finds what is wrong with them. */
export function readVariable(
  name: string,
  rows: readonly VariableRow[],
): { variable: PointsVariable; special: readonly number[]; issues: readonly Issue[] } {
  const { parts: split, special } = splitBins(rows);
  const hasRanges = split.some(({ parts }) => parts.some(isRange));
  const read = hasRanges ? split : withNamedCategories(split);
  const issues: Issue[] = [];
  const missing = missingOf(read, name, issues);
  const bins = read.flatMap((row): PointsBin[] => {
    const values = row.parts.filter((part) => part.kind !== 'missing');
    const faults = values.flatMap((part) => partFault(part, hasRanges, row, name) ?? []);
    issues.push(...faults);
    return faults.length > 0 ? [] : [{ line: row.line, text: row.bin, points: row.points, values }];
  });
  const variable: PointsVariable = {
    name,
    line: rows[0]?.line ?? 1,
    type: hasRanges ? 'number' : 'text',
    bins,
    missing,
  };
  issues.push(...(hasRanges ? checkRanges(variable, issues.length > 0) : checkCategories(variable)));
  for (const { line, bin } of rows)
    if (bin === '')
      issues.push(
        lineIssue(
          'BLANK_BIN',
          line,
          `the bin of ${quote(name)} is blank; it is taken for missing values.`,
          `${quote(name)}的分箱为空，按缺失值处理。`,
          { severity: 'warning', details: { variable: name } },
        ),
      );
  return { variable, special, issues };
}
