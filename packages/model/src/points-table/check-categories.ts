import type { Issue } from '../document/issue.js';
import { quote } from '../explain/words.js';
import { lineIssue } from './line-issue.js';
import type { PointsVariable } from './points-table.js';

/** Finds categories that have points twice. */
export function checkCategories({ name, bins }: PointsVariable): Issue[] {
  const lines = new Map<string, number>();
  return bins.flatMap(({ line, values }) =>
    values.flatMap((value) => {
      const text = value.kind === 'value' ? value.text : '';
      const first = lines.get(text);
      if (first === undefined) {
        lines.set(text, line);
        return [];
      }
      const [where, zhWhere] =
        first === line ? ['twice', '重复'] : [`on line ${first} already`, `已在第 ${first} 行出现`];
      return lineIssue(
        'DUPLICATE_CATEGORY',
        line,
        `${quote(text)} of ${quote(name)} is listed ${where}. Keep one of the two.`,
        `${quote(name)}的${quote(text)}${zhWhere}，请只保留一处。`,
        { details: { variable: name, category: text, first } },
      );
    }),
  );
}
