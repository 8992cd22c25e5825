import type { Cell } from './cell.js';

/** The values a cell compares with, in the order they are written. */
export function cellValues(cell: NonNullable<Cell>): readonly (number | string | boolean)[] {
  switch (cell.op) {
    case 'missing':
      return [];
    case 'between':
      return [cell.min, cell.max];
    case 'range':
      return [cell.min, cell.max].filter((end) => end !== undefined);
    case 'in':
      return cell.values;
    default:
      return [cell.value];
  }
}
