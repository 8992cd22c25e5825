import type { Cell } from '../../cell/cell.js';
import { checkCell } from '../../cell/check-cell.js';
import type { CheckContext } from '../../check/check-context.js';
import { checkResults } from './check-results.js';
import type { DecisionTableNode } from './decision-table-node.js';

type Path = readonly (string | number)[];

/** A text by which equal cells are known. */
function cellKey(cell: Cell): string {
  if (cell === null) return '';
  return cell.op === 'between' ? `${cell.min}–${cell.max}` : JSON.stringify(cell);
}

/** A text by which rows with equal cells are known; cells past the inputs do not count. */
function rowKey(node: DecisionTableNode, index: number): string {
  const cells = node.rows[index]?.cells ?? [];
  let key = '';
  for (let column = 0; column < node.inputs.length; column += 1) key += `${cellKey(cells[column] ?? null)}\n`;
  return key;
}

function checkRows(node: DecisionTableNode, path: Path, context: CheckContext): void {
  const ids = new Map<string, number>();
  node.rows.forEach((row, index) => {
    const rowPath = [...path, 'rows', index];
    const sameId = ids.get(row.id);
    if (sameId !== undefined)
      context.report(
        'DUPLICATE_ROW_ID',
        [...rowPath, 'id'],
        `Rows ${sameId + 1} and ${index + 1} have the same id "${row.id}". Give one of them another.`,
        `第 ${sameId + 1} 行与第 ${index + 1} 行的标识“${row.id}”重复，请修改其中一个。`,
        { nodeId: node.id },
      );
    else ids.set(row.id, index);
    if (row.cells.length !== node.inputs.length)
      context.report(
        'WRONG_CELL_COUNT',
        [...rowPath, 'cells'],
        `Row ${index + 1} has ${row.cells.length} cells; the table has ${node.inputs.length} inputs. Give one cell for each input.`,
        `第 ${index + 1} 行有 ${row.cells.length} 个单元格，而决策表有 ${node.inputs.length} 个输入。请为每个输入各填一个单元格。`,
        { nodeId: node.id, details: { row: row.id } },
      );
    row.cells.forEach((cell, column) => {
      const input = node.inputs[column];
      if (input !== undefined) checkCell(cell, input, [...rowPath, 'cells', column], node.id, context);
    });
  });
}

/** Rows that a first-match table never comes to: an earlier one has the same cells, or accepts everybody. */
function checkReachable(node: DecisionTableNode, path: Path, context: CheckContext): void {
  if (node.hit !== 'first') return;
  const seen = new Map<string, number>();
  const catchAll = node.rows.findIndex((row) => row.cells.every((cell) => cell === null));
  node.rows.forEach((row, index) => {
    const key = rowKey(node, index);
    const earlier = seen.get(key) ?? (catchAll >= 0 && index > catchAll ? catchAll : undefined);
    if (!seen.has(key)) seen.set(key, index);
    if (earlier === undefined) return;
    context.report(
      'UNREACHABLE_ROW',
      [...path, 'rows', index],
      `Row ${index + 1} is never reached: row ${earlier + 1} before it holds for the same subjects. Remove it or move it up.`,
      `第 ${index + 1} 行永远不会命中：前面的第 ${earlier + 1} 行已覆盖相同的对象。请删除或上移该行。`,
      { nodeId: node.id, severity: 'warning', details: { row: row.id } },
    );
  });
}

/** Checks a decision table: inputs, cells, results, rows that are never reached. */
export function checkDecisionTable(node: DecisionTableNode, path: Path, context: CheckContext): void {
  node.inputs.forEach((input, index) => {
    context.checkValue(input, [...path, 'inputs', index], node.id);
    if (node.inputs.indexOf(input) < index)
      context.report(
        'DUPLICATE_INPUT',
        [...path, 'inputs', index],
        `"${context.nameOf(input, 'en')}" is an input twice. Remove one of the columns.`,
        `“${context.nameOf(input, 'zh-CN')}”作为输入出现了两次，请移除其中一列。`,
        { nodeId: node.id, severity: 'warning' },
      );
  });
  checkRows(node, path, context);
  checkReachable(node, path, context);
  checkResults(node, path, context);
}
