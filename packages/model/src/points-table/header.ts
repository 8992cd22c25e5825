import { normalizeHeader } from '../catalog/normalize-header.js';

/** The columns that a points table needs. */
export const columns = ['variable', 'bin', 'points'] as const;

/** One of {@link columns}. */
export type Column = (typeof columns)[number];

/** What may stand between the cells of a row. */
export const delimiters = [',', ';', '\t'] as const;

/** What the columns are called: first by their own names, then by others that are in use. */
const columnNames: Readonly<Record<Column, readonly (readonly string[])[]>> = {
  variable: [['variable'], ['variables', 'characteristic', '变量', '变量名', '变量名称', '特征', '指标']],
  bin: [['bin'], ['bins', '分箱', '分箱区间', '区间', '取值']],
  points: [['points'], ['point', 'score', '分值', '得分', '分数', '评分']],
};

/** The first column of one of the names, -1 when there is none; `again` when another has the same. */
export function findColumn(header: readonly string[], column: Column): { at: number; again: boolean } {
  const names = header.map(normalizeHeader);
  for (const group of columnNames[column]) {
    const at = names.findIndex((name) => group.includes(name));
    if (at >= 0) return { at, again: names.some((name, index) => index > at && group.includes(name)) };
  }
  return { at: -1, again: false };
}

/** How many of the columns a header has. */
export function countColumns(header: readonly string[]): number {
  return columns.filter((column) => findColumn(header, column).at >= 0).length;
}

/** Enough for the header and a row, so that even a huge text is looked at quickly. */
const lookedAt = 20_000;

/**
 * Whether a text begins with the header of a points table and has something below it. Quick enough to be asked about whatever is pasted;
 * the text may still be full of faults.
 * @since 0.1.0
 */
export function looksLikePointsTable(text: string): boolean {
  const [header, ...rows] = text
    .slice(0, lookedAt)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  if (header === undefined || rows.length === 0) return false;
  return delimiters.some((delimiter) => {
    const cells = header.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    return countColumns(cells) === columns.length;
  });
}
