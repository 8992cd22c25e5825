import { cellWords } from '../../cell/cell-words.js';
import { listWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import { inSequence, type SayContext } from '../say-context.js';
import type { DecisionTableNode } from './decision-table-node.js';

const collected = {
  sum: { en: 'the sum of all rows that hold', 'zh-CN': '所有成立行的合计' },
  minimum: { en: 'the smallest of all rows that hold', 'zh-CN': '所有成立行的最小值' },
  maximum: { en: 'the largest of all rows that hold', 'zh-CN': '所有成立行的最大值' },
  count: { en: 'how many rows hold', 'zh-CN': '成立的行数' },
} as const;

/** The rows of a table that gives values; one that gives tiers is said by its rules. */
export function sayDecisionTable(node: DecisionTableNode, context: SayContext): string | null {
  const { language } = context;
  const isEnglish = language === 'en';
  const rows = node.rows.flatMap((row) => {
    if (row.value === undefined) return [];
    const cells = node.inputs.flatMap((id, index) => {
      const cell = row.cells[index] ?? null;
      return cell === null ? [] : [cellWords(cell, context.nameOf(id), language, context.unitOf(id))];
    });
    const every = isEnglish ? 'every subject' : '所有对象';
    const words = cells.length === 0 ? every : isEnglish ? listWords(cells, language) : cells.join('，');
    const output = outputWords(row.value, language);
    return [isEnglish ? `${words}: ${output}` : `${words}，${output}`];
  });
  if (rows.length === 0) return null;
  const said = inSequence(rows, language);
  if (node.aggregate === undefined) return said;
  return `${collected[node.aggregate][language]}${isEnglish ? ': ' : '：'}${said}`;
}
