import type { Cell } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import type { ConditionRow } from '../../inspector/condition/condition-form';
import { useRowWords } from '../condition/useRowWords';

/** A cell as a row of the condition builder. */
export function rowOfCell(cell: NonNullable<Cell>): ConditionRow {
  switch (cell.op) {
    case 'between':
      return { variable: '', operator: 'between', values: [cell.min, cell.max] };
    case 'in':
      return { variable: '', operator: 'in', values: cell.values };
    case 'missing':
      return { variable: '', operator: 'isMissing', values: [] };
    default:
      return { variable: '', operator: cell.op, values: [cell.value] };
  }
}

/** A cell of a decision table in words. */
export function useCellWords(): (cell: Cell | undefined) => string {
  const { t } = useTranslation();
  const wordsOf = useRowWords();
  return (cell) => (cell === null || cell === undefined ? t('table.any') : wordsOf(rowOfCell(cell)));
}
