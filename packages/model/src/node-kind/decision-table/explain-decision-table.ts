import type { Language } from '../../document/localized-text.js';
import type { Cell } from '../../cell/cell.js';
import type { DecisionTableNode } from './decision-table-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { inBoth, innerName, listWords, nameWords, quote, unitOf } from '../../explain/words.js';
import { cellWords } from '../../cell/cell-words.js';

type Row = DecisionTableNode['rows'][number];

/** A row's cells in words, for example "recency score between 2 and 4, frequency score at least 3". */
export function rowWords(
  node: DecisionTableNode,
  row: Row,
  context: ExplainContext,
  language: Language,
): string {
  const cells = node.inputs.flatMap((id, index) => {
    const cell: Cell = row.cells[index] ?? null;
    if (cell === null) return [];
    const input = context.nodes.get(id);
    const name = input === undefined ? id : innerName(input, language);
    return [cellWords(cell, name, language, unitOf(input))];
  });
  if (cells.length === 0) return language === 'en' ? 'every subject' : '所有对象';
  return language === 'en' ? listWords(cells, language) : cells.join('，');
}

/** Name of the tier a row gives. */
function tierWords(row: Row, context: ExplainContext, language: Language): string {
  const tier = context.nodes.get(row.tier ?? '');
  return quote(tier === undefined ? (row.tier ?? '') : nameWords(tier, language));
}

/** "Row 3 holds: recency score between 2 and 4, …, so the tier is “Loyal”." */
export function explainDecisionTable(node: DecisionTableNode, context: ExplainContext): NodeExplanation {
  const deciding = node.rows.find((row) => row.id === context.rowOf(node.id));
  if (deciding === undefined)
    return {
      decidedBy: null,
      sentence: { en: 'No row of the table holds.', 'zh-CN': '决策表中没有任何一行成立。' },
    };
  const number = node.rows.indexOf(deciding) + 1;
  return {
    decidedBy: deciding.id,
    sentence: inBoth((language) => {
      const cells = rowWords(node, deciding, context, language);
      const tier = tierWords(deciding, context, language);
      return language === 'en'
        ? `Row ${number} holds: ${cells}, so the tier is ${tier}.`
        : `第 ${number} 行成立：${cells}，对应层级${tier}。`;
    }),
  };
}
