import { cellWords } from '../../cell/cell-words.js';
import type { Cell } from '../../cell/cell.js';
import type { Language } from '../../document/localized-text.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { variableUnit } from '../../explain/expression-words.js';
import {
  inBoth,
  innerName,
  leadingName,
  listWords,
  nameWords,
  numberWords,
  quote,
} from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import type { DecisionTableNode, TableRow } from './decision-table-node.js';

/** A row's cells in words, for example "recency score between 2 and 4, frequency score at least 3". */
export function rowWords(
  node: DecisionTableNode,
  row: TableRow,
  context: ExplainContext,
  language: Language,
): string {
  const cells = node.inputs.flatMap((id, index) => {
    const cell: Cell = row.cells[index] ?? null;
    if (cell === null) return [];
    const input = context.nodes.get(id);
    const name = input === undefined ? id : innerName(input, language);
    return [cellWords(cell, name, language, variableUnit(id, context.nodes))];
  });
  if (cells.length === 0) return language === 'en' ? 'every subject' : '所有对象';
  return language === 'en' ? listWords(cells, language) : cells.join('，');
}

/** What a row gives: "the tier is “Loyal”", "score 3". */
function resultWords(row: TableRow, context: ExplainContext, language: Language): string {
  if (row.value !== undefined) return outputWords(row.value, language);
  const tier = context.nodes.get(row.tier ?? '');
  const name = quote(tier === undefined ? (row.tier ?? '') : nameWords(tier, language));
  return language === 'en' ? `the tier is ${name}` : `对应层级${name}`;
}

/** "1, 3 and 5" / “1、3、5”, counted as the table shows its rows. */
function numbersOf(node: DecisionTableNode, rows: readonly TableRow[], language: Language): string {
  const numbers = rows.map((row) => String(node.rows.indexOf(row) + 1));
  return language === 'en' ? listWords(numbers, language) : numbers.join('、');
}

/** "Points 30: rows 1 and 3 hold (20 + 10)." */
function explainCollect(
  node: DecisionTableNode,
  held: readonly TableRow[],
  context: ExplainContext,
): NodeExplanation {
  const value = context.values.get(node.id) ?? null;
  const isSum = node.aggregate === 'sum';
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const numbers = numbersOf(node, held, language);
      const isEnglish = language === 'en';
      const values = held.map((row) => numberWords(row.value ?? 0, language));
      const joint = isSum ? ' + ' : isEnglish ? ', ' : '、';
      const shown = node.aggregate === 'count' || held.length === 0 ? '' : values.join(joint);
      const name = leadingName(node, language);
      const words = value === null ? null : numberWords(value as number, language);
      if (isEnglish) {
        const result = words === null ? `${name} has no value` : `${name} ${words}`;
        if (held.length === 0) return `${result}: no row of the table holds.`;
        const rows = held.length === 1 ? `row ${numbers} holds` : `rows ${numbers} hold`;
        return `${result}: ${rows}${shown === '' ? '' : ` (${shown})`}.`;
      }
      const result = words === null ? `${name}没有值` : `${name}为 ${words}`;
      if (held.length === 0) return `${result}：决策表中没有任何一行成立。`;
      return `${result}：第 ${numbers} 行成立${shown === '' ? '' : `（${shown}）`}。`;
    }),
  };
}

/** "Row 3 holds: recency score between 2 and 4, …, so the tier is “Loyal”." */
export function explainDecisionTable(node: DecisionTableNode, context: ExplainContext): NodeExplanation {
  const ids = new Set(context.heldRows(node.id));
  const held = node.rows.filter((row) => ids.has(row.id));
  if (node.hit === 'collect') return explainCollect(node, held, context);
  const value = context.values.get(node.id) ?? null;
  const deciding = node.hit === 'priority' ? held.find((row) => row.tier === value) : held[0];
  if (deciding === undefined)
    return {
      decidedBy: null,
      sentence: { en: 'No row of the table holds.', 'zh-CN': '决策表中没有任何一行成立。' },
    };
  const number = node.rows.indexOf(deciding) + 1;
  const others = held.filter((row) => row !== deciding && row.tier !== deciding.tier);
  return {
    decidedBy: deciding.id,
    sentence: inBoth((language) => {
      const cells = rowWords(node, deciding, context, language);
      const result = resultWords(deciding, context, language);
      const isChoice = node.hit === 'priority' && others.length > 0;
      const rows = isChoice ? numbersOf(node, others, language) : '';
      if (language === 'en') {
        const before =
          others.length === 1
            ? `; row ${rows} holds too and comes after`
            : `; rows ${rows} hold too and come after`;
        return `Row ${number} holds: ${cells}, so ${result}${isChoice ? before : ''}.`;
      }
      return `第 ${number} 行成立：${cells}，${result}${isChoice ? `（第 ${rows} 行也成立，但优先级较低）` : ''}。`;
    }),
  };
}
