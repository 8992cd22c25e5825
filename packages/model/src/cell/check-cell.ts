import { checkExpression, typeNames } from '@terrace/expression';
import type { CheckContext } from '../check/check-context.js';
import type { Cell } from './cell.js';
import { cellValues } from './cell-values.js';
import { lowerCell } from './lower-cell.js';
import { afterChinese, beforeChinese, valueWords } from '../explain/words.js';
import { valueFits } from './value-fits.js';

type Path = readonly (string | number)[];

/** Whether no value can lie in the cell. */
function isEmptyRange(cell: NonNullable<Cell>): boolean {
  if (cell.op === 'between') return cell.min > cell.max;
  if (cell.op !== 'range' || cell.min === undefined || cell.max === undefined) return false;
  return cell.closed === 'both' ? cell.min > cell.max : cell.min >= cell.max;
}

/** Checks a cell on the values of `input`; an input that is not there was reported where it is named. */
export function checkCell(
  cell: Cell,
  input: string,
  path: Path,
  nodeId: string,
  context: CheckContext,
): void {
  const declaration = Object.hasOwn(context.values, input) ? context.values[input] : undefined;
  if (cell === null || declaration === undefined) return;
  const wrong = cellValues(cell).filter((value) => !valueFits(value, declaration.type));
  if (wrong.length > 0) {
    const shown = wrong.map((value) => JSON.stringify(value));
    context.report(
      'WRONG_CELL_TYPE',
      path,
      `"${context.nameOf(input, 'en')}" is ${typeNames[declaration.type].en}; it cannot be compared with ${shown.join(', ')}. Give ${typeNames[declaration.type].en}, or connect another input.`,
      `“${context.nameOf(input, 'zh-CN')}”是${typeNames[declaration.type]['zh-CN']}，不能与${beforeChinese(afterChinese(wrong.map((value) => valueWords(value, 'zh-CN')).join('、')))}比较。请改填${typeNames[declaration.type]['zh-CN']}，或连接其他输入。`,
      { nodeId, details: { type: declaration.type } },
    );
    return;
  }
  if (isEmptyRange(cell) && (cell.op === 'between' || cell.op === 'range'))
    context.report(
      'EMPTY_RANGE',
      path,
      cell.min === cell.max
        ? `Nothing lies between ${cell.min} and ${cell.max} without both ends. Include both ends, or widen the range.`
        : `Nothing lies between ${cell.min} and ${cell.max}. Put the smaller number first.`,
      cell.min === cell.max
        ? `${cell.min} 与 ${cell.max} 之间不含两端时没有任何值，请包含两端或扩大范围。`
        : `${cell.min} 与 ${cell.max} 之间没有任何值，请把较小的数放在前面。`,
      { nodeId },
    );
  // Beside numbers, of which all is known now, there is nothing left to find.
  if (declaration.type === 'number' || declaration.type === 'duration') return;
  const expression = lowerCell(cell, input);
  if (expression === null) return;
  // The cell is one place, wherever in its expression the fault lies.
  const issues = checkExpression(expression, context.values).issues.map((issue) => ({ ...issue, path: [] }));
  context.adopt(issues, path, nodeId);
}
