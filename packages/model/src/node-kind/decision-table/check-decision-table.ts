import {
  typeNames,
  canonicalInstantText,
  checkExpression,
  isDateText,
  type InputDeclaration,
} from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import type { Cell } from '../../cell/cell.js';
import type { DecisionTableNode } from './decision-table-node.js';
import { lowerCell } from '../../cell/lower-cell.js';

type Path = readonly (string | number)[];

/** The values a cell compares with. */
function valuesOf(cell: NonNullable<Cell>): readonly (number | string | boolean)[] {
  if (cell.op === 'missing') return [];
  if (cell.op === 'between') return [cell.min, cell.max];
  if (cell.op === 'range') return [cell.min, cell.max].filter((end) => end !== undefined);
  return cell.op === 'in' ? cell.values : [cell.value];
}

function fits(value: number | string | boolean, type: InputDeclaration['type']): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number';
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'duration':
      return typeof value === 'number';
    case 'enumeration':
      return typeof value === 'string';
    case 'list':
      return false;
    case 'date':
      return typeof value === 'string' && isDateText(value);
    case 'instant':
      return typeof value === 'string' && canonicalInstantText(value) !== null;
  }
}

function checkCell(
  cell: Cell,
  input: string,
  path: Path,
  node: DecisionTableNode,
  context: CheckContext,
): void {
  const declaration = Object.hasOwn(context.values, input) ? context.values[input] : undefined;
  if (cell === null || declaration === undefined) return;
  const wrong = valuesOf(cell).filter((value) => !fits(value, declaration.type));
  if (wrong.length > 0) {
    const shown = wrong.map((value) => JSON.stringify(value)).join(', ');
    context.report(
      'WRONG_CELL_TYPE',
      path,
      `"${input}" is ${typeNames[declaration.type].en}; it cannot be compared with ${shown}.`,
      `“${input}”是${typeNames[declaration.type]['zh-CN']}，不能与 ${shown} 比较。`,
      { nodeId: node.id, details: { type: declaration.type } },
    );
    return;
  }
  if (cell.op === 'between' && cell.min > cell.max)
    context.report(
      'EMPTY_RANGE',
      path,
      `Nothing lies between ${cell.min} and ${cell.max}. Put the smaller number first.`,
      `${cell.min} 与 ${cell.max} 之间没有任何值，请把较小的数放在前面。`,
      { nodeId: node.id },
    );
  const expression = lowerCell(cell, input);
  if (expression === null) return;
  // The cell is one place, wherever in its expression the fault lies.
  const issues = checkExpression(expression, context.values).issues.map((issue) => ({ ...issue, path: [] }));
  context.adopt(issues, path, node.id);
}

/** A text by which rows with equal cells are known; cells past the inputs do not count. */
function rowKey(cells: readonly Cell[]): string {
  return JSON.stringify(
    cells.map((cell) => (cell === null ? null : [cell.op, ...valuesOf(cell).map((value) => value)])),
  );
}

function checkRows(node: DecisionTableNode, path: Path, context: CheckContext): void {
  const ids = new Map<string, number>();
  const seen = new Map<string, number>();
  const catchAll = node.rows.findIndex((row) => row.cells.every((cell) => cell === null));
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
        `Row ${index + 1} has ${row.cells.length} cells; the table has ${node.inputs.length} inputs.`,
        `第 ${index + 1} 行有 ${row.cells.length} 个单元格，而决策表有 ${node.inputs.length} 个输入。`,
        { nodeId: node.id, details: { row: row.id } },
      );
    row.cells.forEach((cell, column) => {
      const input = node.inputs[column];
      if (input !== undefined) checkCell(cell, input, [...rowPath, 'cells', column], node, context);
    });
    if (row.tier !== undefined) context.checkTier(row.tier, [...rowPath, 'tier'], node.id);
    const key = rowKey(row.cells);
    const earlier = seen.get(key) ?? (catchAll >= 0 && index > catchAll ? catchAll : undefined);
    if (earlier !== undefined)
      context.report(
        'UNREACHABLE_ROW',
        rowPath,
        `Row ${index + 1} is never reached: row ${earlier + 1} before it holds for the same subjects. Remove it or move it up.`,
        `第 ${index + 1} 行永远不会命中：前面的第 ${earlier + 1} 行已覆盖相同的对象。请删除或上移该行。`,
        { nodeId: node.id, severity: 'warning', details: { row: row.id } },
      );
    if (!seen.has(key)) seen.set(key, index);
  });
}

/** Checks a decision table: inputs, cells, tiers, rows that are never reached. */
export function checkDecisionTable(node: DecisionTableNode, path: Path, context: CheckContext): void {
  node.inputs.forEach((input, index) => {
    context.checkValue(input, [...path, 'inputs', index], node.id);
    if (node.inputs.indexOf(input) < index)
      context.report(
        'DUPLICATE_INPUT',
        [...path, 'inputs', index],
        `"${input}" is an input twice. Remove one of the columns.`,
        `“${input}”作为输入出现了两次，请移除其中一列。`,
        { nodeId: node.id, severity: 'warning' },
      );
  });
  checkRows(node, path, context);
}
