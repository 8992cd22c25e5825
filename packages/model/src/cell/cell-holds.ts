import { canonicalInstantText, type InputDeclaration, type Scalar } from '@terrace/expression';
import type { Cell } from './cell.js';
import { compareWith } from './compare-with.js';

/** Whether `order` (of a value against a constant) is what `op` asks for. */
function orderHolds(op: '<' | '<=' | '>' | '>=' | '==' | '!=', order: number): boolean {
  switch (op) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}

/**
 * Whether a cell holds for one value, as its expression does; for explanations, which need the cell and not only its outcome.
 * @param value - a number may be a decimal text; null and `''` are missing
 */
export function cellHolds(cell: Cell, value: Scalar, declaration: InputDeclaration | undefined): boolean {
  if (cell === null) return true;
  const isMissing = value === null || value === '';
  if (cell.op === 'missing') return isMissing;
  if (isMissing) return false;
  const isInstant = declaration?.type === 'instant' && typeof value === 'string';
  const given = isInstant ? (canonicalInstantText(value) ?? value) : value;
  const compare = (constant: number | string | boolean): number => {
    const isText = isInstant && typeof constant === 'string';
    return compareWith(given, isText ? (canonicalInstantText(constant) ?? constant) : constant, declaration);
  };
  switch (cell.op) {
    case 'between':
      return compare(cell.min) >= 0 && compare(cell.max) <= 0;
    case 'range': {
      const { min, max, closed } = cell;
      const hasLow = closed === 'left' || closed === 'both';
      const hasHigh = closed === 'right' || closed === 'both';
      return (
        (min === undefined || orderHolds(hasLow ? '>=' : '>', compare(min))) &&
        (max === undefined || orderHolds(hasHigh ? '<=' : '<', compare(max)))
      );
    }
    case 'in':
      return cell.values.some((each) => compare(each) === 0);
    default:
      return orderHolds(cell.op, compare(cell.value));
  }
}
