import type { Cell } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import type { Scalar } from '../../inspector/condition/condition-form';
import { useRowWords } from '../condition/useRowWords';

/** The values that stand in a cell. */
export function valuesOfCell(cell: NonNullable<Cell>): readonly Scalar[] {
  switch (cell.op) {
    case 'between':
      return [cell.min, cell.max];
    case 'range':
      return [cell.min, cell.max].filter((end) => end !== undefined);
    case 'in':
      return cell.values;
    case 'missing':
      return [];
    default:
      return [cell.value];
  }
}

/** The ends of a range with their signs: `≥ 10, < 20`. */
function rangeWords(cell: Extract<Cell, { op: 'range' }>): string {
  const low = cell.closed === 'left' || cell.closed === 'both' ? '≥' : '>';
  const high = cell.closed === 'right' || cell.closed === 'both' ? '≤' : '<';
  return [
    ...(cell.min === undefined ? [] : [`${low} ${cell.min}`]),
    ...(cell.max === undefined ? [] : [`${high} ${cell.max}`]),
  ].join(', ');
}

/** A cell of a decision table or of a scorecard in words. */
export function useCellWords(): (cell: Cell | undefined) => string {
  const { t } = useTranslation();
  const wordsOf = useRowWords();
  return (cell) => {
    if (cell === null || cell === undefined) return t('table.any');
    if (cell.op === 'range') return rangeWords(cell) || t('operator.isPresent');
    const operator = cell.op === 'missing' ? 'isMissing' : cell.op;
    return wordsOf({ variable: '', operator, values: valuesOfCell(cell) });
  };
}
